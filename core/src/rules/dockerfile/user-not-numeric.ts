import type { Dockerfile, Instruction, Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { isRoot, isWindowsImage } from '../shared/images.ts';
import { findLastShipped, getShipped } from '../shared/shipped.ts';
import type { Section } from '../shared/stages.ts';
import { findCreatedUsers } from '../shared/users.ts';
import { onlyHadolint, ownView } from '../shared/views.ts';

const messages = {
  named: 'Kubernetes cannot see that `{user}` is not root (`runAsNonRoot`): write its number.',
  unknown: 'This image has no list of users, so nobody knows `{user}`: write a number.',
  number: 'Write {uid}, as created in this file',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/user-not-numeric',
  kind: 'practice',
  severity: 'off',
  strict: 'hint',
  refs: { hadolint: ['DL3066'], tally: ['named-identity-in-passwdless-stage'] },
  title: 'Name the last USER by its number',
  why: 'Only the image knows which number a name stands for. Kubernetes does not look inside, so with `runAsNonRoot: true` it refuses to start the container, and on the host its files belong to a number in any case.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3066',
  bad: 'FROM debian:12\nRUN useradd -u 10001 app\nUSER app\n',
  good: 'FROM debian:12\nRUN useradd -u 10001 app\nUSER 10001\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const users = file.instructions.filter(({ keyword }) => keyword === 'USER');
  if (users.length === 0) return;
  const uids = new Map(findCreatedUsers(ctx.calls).map(({ name, uid }) => [name.value, uid]));
  for (const instruction of users) checkAsHadolint(instruction, uids, ctx);
  const sections = getShipped(file);
  const [word] = findLastShipped(sections, 'USER')?.args ?? [];
  const user = word?.value.split(':')[0] ?? '';
  if (!word || user === '' || /^\d+$|\$/.test(user) || isRoot(user) || runsWindows(sections, file)) return;
  const fix = toNumber(word, user, uids);
  if (isWithoutUsers(sections))
    ctx.report({ at: word.span, message: 'unknown', data: { user }, severity: 'error', presets: ownView });
  else ctx.report({ at: word.span, message: 'named', data: { user }, fix, presets: ownView });
}

/** Every USER, a variable included, and whatever else stands on the line. */
function checkAsHadolint({ code, span, argsSpan, args }: Instruction, uids: Uids, ctx: Context): void {
  const written = code.slice(argsSpan.start - span.start, argsSpan.end - span.start).trim();
  const user = written.split(':')[0] ?? '';
  if (/^\d*$/.test(user)) return;
  const [word] = args;
  const fix = word && toNumber(word, user, uids);
  ctx.report({ at: word?.span ?? argsSpan, message: 'named', data: { user }, fix, presets: onlyHadolint });
}

function runsWindows([first]: readonly Section[], { escape }: Dockerfile): boolean {
  const base = first?.stage?.base;
  return escape === '`' || (base?.kind === 'image' && isWindowsImage(base.image));
}

/** From scratch, and nobody has copied a passwd or a whole system into it. */
function isWithoutUsers(sections: readonly Section[]): boolean {
  if (sections[0]?.stage?.base.kind !== 'scratch') return false;
  return !sections.some(({ instructions }) =>
    instructions.some(
      ({ keyword, args, code }) =>
        keyword === 'ADD' || (keyword === 'COPY' && (/passwd|\/etc\b|rootfs/.test(code) || args[0]?.value === '/')),
    ),
  );
}

/** The numbers that this file gives its users, by their names. */
type Uids = ReadonlyMap<string, string | undefined>;

function toNumber({ span, raw, value }: Word, user: string, uids: Uids): ReportedFix<Messages> | undefined {
  const uid = uids.get(user);
  if (uid === undefined || !/^[1-9]\d*$/.test(uid) || raw !== value) return undefined;
  // With a group behind it the number replaces only the name.
  const place = { start: span.start, end: span.start + user.length };
  return { title: 'number', data: { uid }, edits: [replace(place, uid)] };
}
