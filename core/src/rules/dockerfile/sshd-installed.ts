import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findCall, parseShell, type ShellScript, type ShellWord } from '../../shell/index.ts';
import { sshServers } from '../shared/package-names.data.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { findPackageCalls, packageNameOf } from '../shared/packages.ts';
import { findShipped } from '../shared/stages.ts';

const messages = {
  installed: '`{package}` brings an SSH server into the image: `docker exec` gives a shell without one.',
  started: '`{program}` makes the container reachable by SSH: `docker exec` gives a shell without it.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/sshd-installed',
  kind: 'security',
  severity: 'info',
  refs: { cis: ['5.7'], bench134: ['5.6'] },
  title: 'Run no SSH server in a container',
  why: 'An SSH server needs accounts, keys and updates of its own, and is one more door. The engine already gives a shell in every container, with its own access control: `docker exec -it NAME sh`.',
  source: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y openssh-server\nCMD ["/usr/sbin/sshd", "-D"]\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y openssh-client\nCMD ["sleep", "infinity"]\n',
  messages,
  on: { dockerfile: checkFile },
});

const managerNames = ['apt', 'apk', 'yum', 'dnf', 'zypper'] as const;

function checkFile(file: Dockerfile, ctx: Context): void {
  const isShipped = findShipped(file);
  for (const name of managerNames) {
    const manager = packageManagers[name];
    for (const { call, verb, operands } of findPackageCalls(ctx.calls, manager)) {
      if (!manager.installs.has(verb.value) || !isShipped(call.run)) continue;
      for (const operand of operands) {
        const server = packageNameOf(operand);
        if (sshServers[name].has(server)) {
          ctx.report({ at: operand.span, message: 'installed', data: { package: server } });
        }
      }
    }
  }
  // Only the last of each is in force.
  for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
    const start = file.instructions.findLast((each) => each.keyword === keyword && isShipped(each));
    if (start) checkStart(start, ctx);
  }
}

function checkStart(start: Instruction, ctx: Context): void {
  const found = start.json ? findInArray(start.json) : findInScript(start.script());
  if (found) ctx.report({ at: found.span, message: 'started', data: { program: baseName(found.value) } });
}

const servers = new Set(['sshd', 'dropbear', 'tinysshd']);

/** `["tini", "--", "/usr/sbin/sshd", "-D"]`, and what is handed to a shell as one word. */
function findInArray(words: readonly Pick<ShellWord, 'span' | 'value'>[]) {
  return words.find(({ value }) => servers.has(baseName(value))) ?? findInWords(words);
}

function findInWords(words: readonly Pick<ShellWord, 'span' | 'value'>[]) {
  for (const { span, value } of words) {
    const found = /ssh|dropbear/.test(value) ? findInScript(parseShell(value, () => span.start)) : undefined;
    if (found) return { span, value: found.value };
  }
  return undefined;
}

/** The server itself, or `service ssh start` and the like. */
function findInScript(script: ShellScript | null): Pick<ShellWord, 'span' | 'value'> | undefined {
  for (const command of script?.commands ?? []) {
    const call = findCall(command);
    if (!call) continue;
    const { program, word, args } = call;
    if (servers.has(program)) return word;
    const isService = program === 'service' || program === 'rc-service' || program === 'systemctl';
    const server = isService ? args.find(({ value }) => /^(?:sshd?|dropbear)$/.test(value)) : undefined;
    if (server && args.some(({ value }) => /^(?:re)?start$/.test(value))) return server;
    if (/^\/etc\/(?:init|rc)\.d\/(?:sshd?|dropbear)$/.test(word.value)) return word;
  }
  return undefined;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
