import { environmentAt, expandWord, type Instruction, type Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { onEach } from '../shared/onbuild.ts';
import { notHadolint } from '../shared/views.ts';

const messages = {
  noSlash: 'Several files are copied, so `{path}` is a folder: end it with a slash.',
  append: 'End the path with a slash',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/copy-multiple-sources-no-slash',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3021'],
    trivy: ['DS-0011'],
    kics: ['copy_with_more_than_two_arguments_not_ending_with_slash'],
    'dockerfile-utils': ['INVALID_DESTINATION'],
  },
  title: 'End the destination of several sources with a slash',
  why: 'Several files can only go into a folder. BuildKit takes the path for one, older builders refuse the file, and a reader takes it for the name of a copy.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  bad: 'FROM alpine:3.23\nCOPY package.json package-lock.json /app\n',
  good: 'FROM alpine:3.23\nCOPY package.json package-lock.json /app/\n',
  messages,
  on: onEach(['COPY', 'ADD'], checkCopy),
});

function checkCopy(copy: Instruction, ctx: Context): void {
  const { keyword, json, args } = copy;
  const words = json ?? args;
  const destination = words.at(-1);
  // Two sources and a destination, at the least.
  if (!destination || words.length < 3 || endsWithSlash(destination.value)) return;
  const path = destination.value;
  const at = destination.span;
  const data = { path };
  if (isFolder(destination, copy, ctx)) {
    // hadolint looks at COPY only, and there at the last character alone.
    if (keyword === 'COPY') ctx.report({ at, message: 'noSlash', data, presets: ['hadolint'] });
    return;
  }
  const presets = keyword === 'ADD' ? notHadolint : undefined;
  const isQuoted = json !== null || /["']$/.test(destination.raw);
  const edits = [insert(at.end - (isQuoted ? 1 : 0), '/')];
  ctx.report({ at, message: 'noSlash', data, fix: { title: 'append', edits }, presets });
}

/** `.` and `..` can be nothing else, and what a variable holds may end with a slash. */
function isFolder(destination: Word, copy: Instruction, { file }: Context): boolean {
  const { value, raw } = destination;
  if (/(^|[/\\])\.{1,2}$/.test(value)) return true;
  if (!/\$(\w+|\{[^}]*\})["']?$/.test(raw)) return false;
  const expanded = expandWord(destination, environmentAt(file, copy), file.escape);
  return expanded === null || endsWithSlash(expanded) || expanded === '.';
}

function endsWithSlash(path: string): boolean {
  return /[/\\]$/.test(path);
}
