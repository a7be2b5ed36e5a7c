import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type Preset } from '../../lint/index.ts';
import type { Span } from '../../text/index.ts';
import { getSections } from '../shared/stages.ts';
import { notHadolint, onlyHadolint } from '../shared/views.ts';

const messages = {
  extracted: '`{archive}` is unpacked below: ADD unpacks it at once, and leaves no packed copy in a layer.',
  place: '`{archive}` is unpacked here.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/archive-copy-then-extract',
  kind: 'style',
  severity: 'off',
  strict: 'hint',
  refs: { hadolint: ['DL3010'], tally: ['prefer-add-unpack'] },
  title: 'Unpack local archives with ADD',
  why: 'COPY puts the archive into a layer, and a later RUN unpacks it into another one: both are shipped. ADD unpacks tar archives of the build context by itself.',
  source: 'https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives',
  bad: 'FROM debian:12\nCOPY app.tar.gz /opt/\nRUN tar -xzf /opt/app.tar.gz -C /opt\n',
  good: 'FROM debian:12\nADD app.tar.gz /opt/\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!anyArchive.test(ctx.text)) return;
  for (const { instructions } of getSections(file)) checkSection(instructions, ctx);
}

/** What hadolint knows as archives. */
const archive = /\.(tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz2?|tgz|tlz|tpz|txz|xz|zst)$/;
const anyArchive = /\.(t\w\w|tb2|tbz2|Z|bz2|gz|lz|lzma|xz|zst)\b/;
/** Of those, what ADD unpacks: tar archives as they are, or packed by gzip, bzip2, xz or zstd. */
const addable = /\.(tar(\.(gz|bz2|xz|zst))?|tgz|tbz2?|tb2|txz)$/;

interface Copied {
  readonly copy: Instruction;
  readonly source: string;
}

function checkSection(instructions: readonly Instruction[], ctx: Context): void {
  const copied = new Map<string, Copied>();
  for (const instruction of instructions) {
    if (instruction.keyword === 'COPY') for (const [name, each] of findArchives(instruction)) copied.set(name, each);
    const run = copied.size > 0 ? ctx.calls.in(instruction) : undefined;
    for (const call of run?.calls ?? []) {
      for (const [name, span] of findExtracted(call)) {
        const found = copied.get(name);
        if (!found) continue;
        copied.delete(name);
        report(found, { name, span, call }, ctx);
      }
    }
  }
}

/** By the name under which they are found afterwards: that of the target when it names a file. */
function findArchives(copy: Instruction): readonly (readonly [string, Copied])[] {
  if (copy.flags.some(({ name }) => name === 'from') || copy.heredocs.length > 0) return [];
  const words = (copy.json ?? copy.args).map(({ value }) => value);
  const target = baseName(words.at(-1) ?? '');
  if (archive.test(target)) return [[target, { copy, source: words[0] ?? '' }]];
  return words
    .slice(0, -1)
    .filter((source) => archive.test(source))
    .map((source): [string, Copied] => [baseName(source), { copy, source }]);
}

function findExtracted({ program, args }: PlacedCall): readonly (readonly [string, Span])[] {
  if (program !== 'tar' ? !unpackers.has(program) : !extracts(args)) return [];
  return args.map(({ value, span }): [string, Span] => [baseName(value.replace(/^--file=/, '')), span]);
}

const unpackers = new Set('unzip gunzip bunzip2 unlzma unxz zgz uncompress zcat gzcat'.split(' '));

/** `-xzf`, `--extract`, and the `xzf` of old, which hadolint does not read. */
function extracts(args: PlacedCall['args']): boolean {
  return extractsByOption(args) || /^[a-zA-Z]*x[a-zA-Z]*$/.test(args[0]?.value ?? '');
}

function extractsByOption(args: PlacedCall['args']): boolean {
  return args.some(({ value }) => value === '--extract' || value === '--get' || /^-[a-zA-Z]*x/.test(value));
}

function report(
  { copy, source }: Copied,
  { name, span, call }: { name: string; span: Span; call: PlacedCall },
  ctx: Context,
): void {
  ctx.report({
    at: copy.keywordSpan,
    message: 'extracted',
    data: { archive: name },
    related: [{ at: span, message: 'place', data: { archive: name } }],
    presets: viewsOf(source, call),
  });
}

function viewsOf(source: string, { program, args }: PlacedCall): readonly Preset[] | undefined {
  if (program !== 'tar' || !addable.test(source)) return onlyHadolint;
  return extractsByOption(args) ? undefined : notHadolint;
}

function baseName(path: string): string {
  return path.replace(/^.*[/\\]/s, '');
}
