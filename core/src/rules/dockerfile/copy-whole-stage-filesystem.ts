import { findStage, type Instruction, type Keyword } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';

const messages = {
  all: 'This copies all of `{stage}`, its packages and caches included: name the folders that are needed.',
} as const;

export default defineRule({
  id: 'dockerfile/copy-whole-stage-filesystem',
  kind: 'practice',
  severity: 'warning',
  refs: { hadolint: ['DL3067'] },
  title: 'Copy only what is needed from another stage',
  why: 'A stage is left behind so that its compilers and caches stay out of the image. Copying `/` to `/` brings them all back, and overwrites what the base image brought.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3067',
  bad: 'FROM golang:1.25 AS build\nRUN go build -o /app .\n\nFROM alpine:3.23\nCOPY --from=build / /\n',
  good: 'FROM golang:1.25 AS build\nRUN go build -o /app .\n\nFROM alpine:3.23\nCOPY --from=build /app /app\n',
  messages,
  on: { COPY: check },
});

/** What fills a stage with files. */
const filling: ReadonlySet<Keyword | null> = new Set<Keyword>(['ADD', 'COPY', 'RUN', 'WORKDIR']);

function check(copy: Instruction, ctx: DockerfileContext<typeof messages>): void {
  const { flags, args } = copy;
  const from = flags.find(({ name }) => name === 'from')?.value;
  const root = args.slice(0, -1).find(({ value }) => value === '/');
  if (!from || !root || args.at(-1)?.value !== '/') return;
  // Into an empty image this is how a root folder is made one layer, and an image may be there to be copied whole.
  const isFine = isFirstInEmptyImage(copy, ctx) || !isStage(from, ctx);
  const presets = isFine ? (['hadolint'] as const) : undefined;
  ctx.report({ at: root.span, message: 'all', data: { stage: from }, presets });
}

function isStage(name: string, { file }: DockerfileContext<typeof messages>): boolean {
  // A piece of a file shows no stages, and a name without a tag is probably one.
  return file.stages.length === 0 ? !/[:/]/.test(name) : findStage(file, name) !== undefined;
}

function isFirstInEmptyImage(copy: Instruction, { file }: DockerfileContext<typeof messages>): boolean {
  const stage = copy.stage === null ? undefined : file.stages[copy.stage];
  return stage?.base.kind === 'scratch' && stage.instructions.find(({ keyword }) => filling.has(keyword)) === copy;
}
