import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { onExpanded, type Expanded } from '../shared/expanded.ts';

const messages = {
  leak: 'A working directory among open files can lie outside the container: this is how CVE-2024-21626 breaks out.',
  kernel: '`{path}` belongs to the kernel: files cannot be kept there.',
  programs: '`{path}` holds the programs of the system: work in a directory of your own.',
} as const;

export default defineRule({
  id: 'dockerfile/workdir-system-dir',
  kind: 'security',
  severity: 'warning',
  refs: { trivy: ['DS-0030'] },
  title: 'Work in a directory of your own',
  why: 'In /proc, /sys and /dev nothing can be kept, and what is copied among the programs of the system may replace one. `WORKDIR /proc/self/fd/7` is worse: with an older runc that is a directory of the host.',
  source: 'https://nvd.nist.gov/vuln/detail/CVE-2024-21626',
  bad: 'FROM debian:12\nWORKDIR /proc/self/fd/7\n',
  good: 'FROM debian:12\nWORKDIR /srv/app\n',
  messages,
  on: onExpanded(['WORKDIR'], checkPath),
});

function checkPath({ instruction, expand }: Expanded, ctx: DockerfileContext<typeof messages>): void {
  const [word] = instruction.args;
  const path = word && (expand(word) ?? '').replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  if (!path) return;
  const at = word.span;
  if (/^\/proc\/(self|thread-self|\d+)\/(fd|cwd|root)(\/|$)/.test(path))
    ctx.report({ at, message: 'leak', severity: 'error' });
  else if (/^\/(proc|sys|dev(?!\/shm(\/|$))|boot)(\/|$)/.test(path))
    ctx.report({ at, message: 'kernel', data: { path } });
  else if (/^(\/usr)?\/(s?bin|lib(32|64)?)$/.test(path)) ctx.report({ at, message: 'programs', data: { path } });
}
