import type { Dockerfile, Instruction, Keyword, Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findSourceStage, mapStageNames } from '../shared/stage-references.ts';

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
  on: { dockerfile: checkFile },
});

/** What fills a stage with files. */
const filling: ReadonlySet<Keyword | null> = new Set<Keyword>(['ADD', 'COPY', 'RUN', 'WORKDIR']);

function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const whole = file.instructions.flatMap((copy) => findWholeCopy(copy) ?? []);
  if (whole.length === 0) return;
  const names = mapStageNames(file);
  for (const { copy, from, root } of whole) {
    // A piece of a file shows no stages, and a name without a tag is probably one.
    const isStage = file.stages.length === 0 ? !/[:/]/.test(from) : findSourceStage({ text: from }, file, names);
    // Into an empty image this is how a root folder is made one layer, and an image may be there to be copied whole.
    const presets = isStage && !isFirstInEmptyImage(copy, file) ? undefined : (['hadolint'] as const);
    ctx.report({ at: root.span, message: 'all', data: { stage: from }, presets });
  }
}

interface WholeCopy {
  readonly copy: Instruction;
  readonly from: string;
  readonly root: Word;
}

function findWholeCopy(copy: Instruction): WholeCopy | undefined {
  const { keyword, flags, args } = copy;
  if (keyword !== 'COPY' || args.at(-1)?.value !== '/') return undefined;
  const from = flags.find(({ name }) => name === 'from')?.value;
  const root = args.slice(0, -1).find(({ value }) => value === '/');
  return from && root ? { copy, from, root } : undefined;
}

function isFirstInEmptyImage(copy: Instruction, { stages }: Dockerfile): boolean {
  const stage = copy.stage === null ? undefined : stages[copy.stage];
  return stage?.base.kind === 'scratch' && stage.instructions.find(({ keyword }) => filling.has(keyword)) === copy;
}
