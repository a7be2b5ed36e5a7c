import { isWrittenAsIs, type Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { hasOption } from '../shared/command-line.ts';
import { readWget } from '../shared/downloads.ts';
import { getImageName } from '../shared/images.ts';
import { findBaseImage, getLineage } from '../shared/stages.ts';
import { onlyHadolint } from '../shared/views.ts';

const messages = {
  floods: 'Without a terminal `wget` writes a line for every few kilobytes: add `--progress=dot:giga` or `-nv`.',
  insert: 'Insert --progress=dot:giga',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/wget-progress',
  kind: 'style',
  severity: 'off',
  strict: 'hint',
  refs: { hadolint: ['DL3047'] },
  title: 'Keep the progress of wget out of the build log',
  why: 'Where no terminal is, wget shows its progress as rows of dots: thousands of lines for a large file, in which the message that matters is lost.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3047',
  bad: 'FROM debian:12\nRUN wget https://example.org/big.tar.gz\n',
  good: 'FROM debian:12\nRUN wget --progress=dot:giga https://example.org/big.tar.gz\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: Context): void {
  const isBusybox = new Map<number | null, boolean>();
  for (const call of ctx.calls.of('wget')) {
    const { stage } = call.run;
    if (!isBusybox.has(stage)) isBusybox.set(stage, hasBusyboxWget(stage, ctx));
    checkCall(call, isBusybox.get(stage) ?? false, ctx);
  }
}

function checkCall(call: PlacedCall, isBusybox: boolean, ctx: Context): void {
  if (hasOption(readWget(call), ...quietOptions)) return;
  const { word } = call;
  const canInsert = !isBusybox && isWrittenAsIs(word, ctx.text);
  ctx.report({
    at: word.span,
    message: 'floods',
    fix: canInsert ? { title: 'insert', edits: [insert(word.span.end, ' --progress=dot:giga')] } : undefined,
    presets: isBusybox ? onlyHadolint : undefined,
  });
}

/** Each of them silences the progress, sends it elsewhere, or sets it. */
const quietOptions = 'q quiet nv no-verbose o output-file a append-output progress b background'.split(' ');

/** The wget of BusyBox has no such option. Alpine has that one until it is told to install another. */
function hasBusyboxWget(stage: number | null, { file, calls }: Context): boolean {
  const found = stage === null ? undefined : file.stages[stage];
  if (!found) return false;
  const lineage = getLineage(found);
  const root = lineage[0] ?? found;
  const image = findBaseImage(root, file);
  if (!image || !/alpine|busybox/.test(`${getImageName(image)}:${image.tag ?? ''}`)) return false;
  const members = new Set(lineage.map(({ index }) => index));
  return !calls
    .of('apk')
    .some(({ run, args }) => members.has(run.stage ?? -1) && args.some(({ value }) => /^wget([=<>~]|$)/.test(value)));
}
