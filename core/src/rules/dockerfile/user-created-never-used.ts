import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { isRoot } from '../shared/images.ts';
import { insertUser } from '../shared/lines.ts';
import { findLastShipped, getShipped, stageNumbers } from '../shared/shipped.ts';
import type { Section } from '../shared/stages.ts';
import { findCreatedUsers } from '../shared/users.ts';

const messages = {
  unused: '`{name}` is created here, but no USER changes to it: the container runs as root.',
  insert: 'Run as {name}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/user-created-never-used',
  kind: 'security',
  severity: 'info',
  refs: { cis: ['4.1'], bench134: ['4.1'], tally: ['user-created-but-never-used'] },
  title: 'Change to the user that was created',
  why: 'Creating a user is half of the work. Without USER, or a start script that changes to it, everything goes on running as root.',
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  bad: 'FROM debian:12\nRUN useradd --system app\nCOPY app /srv/app\nCMD ["/srv/app"]\n',
  good: 'FROM debian:12\nRUN useradd --system app\nCOPY app /srv/app\nUSER app\nCMD ["/srv/app"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const created = findCreatedUsers(ctx.calls);
  if (created.length === 0 || changers.test(ctx.text)) return;
  const sections = getShipped(file);
  // A USER that names root is told by a rule of its own.
  if (findLastShipped(sections, 'USER') || mayChangeUser(sections)) return;
  const stages = stageNumbers(sections);
  const start = new Set(
    startOf(sections)
      ?.args.slice(1)
      .map(({ value }) => value.replace(/^.*=/, '')),
  );
  for (const { call, name } of created) {
    if (!stages.has(call.run.stage) || isRoot(name.value) || isServed(name.value, start)) continue;
    const fix = changeTo(name.value, sections, ctx);
    ctx.report({ at: call.word.span, message: 'unused', data: { name: name.value }, fix });
  }
}

/** Programs that change the user by themselves, or start others as another user. */
const changers =
  /(^|[\s"'/=])(gosu|su-exec|setpriv|runuser|chpst|s6-setuidgid|setuidgid|supervisord?|sshd|runit|s6-svscan|systemd|cron|crond|sudo -u|su -)([\s"'/]|$)/m;

function startOf(sections: readonly Section[]): Instruction | undefined {
  return findLastShipped(sections, 'ENTRYPOINT') ?? findLastShipped(sections, 'CMD');
}

/** A script that starts the container may change the user as its first step. */
function mayChangeUser(sections: readonly Section[]): boolean {
  return /\.sh\b|entrypoint[\w.-]*["'\s\]]*$|\/(start|run|init)(up)?["'\s\]]/i.test(
    startOf(sections)?.args[0]?.raw ?? '',
  );
}

/** A server that is told to leave root for this user, or is known to; and users that an editor connects as. */
function isServed(name: string, start: ReadonlySet<string>): boolean {
  return servers.has(name) || start.has(name);
}

const servers = new Set(
  (
    'nginx apache www-data httpd mysql mariadb postgres redis mongodb rabbitmq haproxy varnish squid bind named ' +
    'unbound dovecot postfix vsftpd memcached sshd ftp tor vscode codespace gitpod'
  ).split(' '),
);

/** Never safe: files that belong to root, and ports below 1024, may be out of reach of another user. */
function changeTo(name: string, sections: readonly Section[], { file }: Context): ReportedFix<Messages> | undefined {
  const stage = sections.at(-1)?.stage;
  const edit = stage ? insertUser(stage, file, name) : undefined;
  return edit && { title: 'insert', data: { name }, edits: [edit], safe: false };
}
