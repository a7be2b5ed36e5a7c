import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { isWorldWritable, narrowMode, onModes, type FoundMode } from '../shared/modes.ts';

const messages = {
  open: 'With `{mode}` every process may change these files: give them to the user that needs them.',
  narrow: 'Let only owner and group write: {narrow}',
} as const;

export default defineRule({
  id: 'dockerfile/world-writable-permissions',
  kind: 'security',
  severity: 'info',
  refs: { tally: ['world-writable-state-path-workaround'] },
  title: 'Let only the owner or a group write',
  why: 'It is the quick way out when a program may not write somewhere. It also lets whoever gets into any process of the container change programs, configuration and data. `chown`, `--chown` or group rights open just what is needed.',
  source: 'https://man7.org/linux/man-pages/man1/chmod.1.html',
  bad: 'FROM debian:12\nRUN mkdir /data && chmod -R 777 /data\n',
  good: 'FROM debian:12\nRUN mkdir /data && chown -R 10001:10001 /data\n',
  messages,
  on: onModes(checkMode),
});

function checkMode({ mode, span, isExact }: FoundMode, ctx: DockerfileContext<typeof messages>): void {
  if (!isWorldWritable(mode)) return;
  const narrow = narrowMode(mode);
  const fix = { title: 'narrow', data: { narrow }, edits: [replace(span, narrow)], safe: false } as const;
  ctx.report({ at: span, message: 'open', data: { mode }, fix: isExact ? fix : undefined });
}
