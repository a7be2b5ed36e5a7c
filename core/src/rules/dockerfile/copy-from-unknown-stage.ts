import { findNearest, type Dockerfile, type Instruction, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { findSourceNames, type SourceName } from '../shared/stage-references.ts';
import { getSections } from '../shared/stages.ts';

const messages = {
  misspelt: 'No stage is called `{name}`. Did you mean `{nearest}`?',
  unknown: 'No stage above is called `{name}`, so the builder looks for an image of that name.',
  correct: 'Write `{nearest}`',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/copy-from-unknown-stage',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3022'],
    kics: ['using_unnamed_build_stages'],
    'dockerfile-utils': ['FLAG_INVALID_FROM_VALUE'],
  },
  title: 'Copy from a stage or an image that there is',
  why: 'A name in `--from` that is no stage is taken for an image. A misspelt stage then fails as a download that nobody expects, or worse, succeeds.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy---from',
  bad: 'FROM golang:1.25 AS builder\nRUN go build -o /app .\n\nFROM alpine:3.23\nCOPY --from=buidler /app /app\n',
  good: 'FROM golang:1.25 AS builder\nRUN go build -o /app .\n\nFROM alpine:3.23\nCOPY --from=builder /app /app\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const names = new Set(file.stages.flatMap(({ name }) => name?.value.toLowerCase() ?? []));
  const seen = new Set<string>();
  for (const { stage, instructions } of getSections(file)) {
    // hadolint tells `Build` from `build`, and also counts the stage itself.
    if (stage?.name) seen.add(stage.name.value);
    for (const instruction of instructions) checkInstruction(instruction, { stage, names, seen }, ctx);
  }
}

interface Known {
  readonly stage: Stage | null;
  /** Lower-cased, those of later stages among them: a file that names one of these is refused. */
  readonly names: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
}

function checkInstruction(instruction: Instruction, known: Known, ctx: Context): void {
  for (const source of findSourceNames(instruction)) {
    const nearest = findMeant(source, known.names);
    const presets: Preset[] = isUnknownToHadolint(source, known) ? ['hadolint'] : [];
    if (nearest !== undefined) presets.push(...viewsWithout('hadolint'));
    else if (isBareName(source.text) && !known.names.has(source.text.toLowerCase())) presets.push('strict');
    if (presets.length === 0) continue;
    const data = { name: source.text };
    if (nearest === undefined) ctx.report({ at: source.span, message: 'unknown', data, presets });
    else {
      const edits = [replace(source.span, nearest)];
      const fix = { title: 'correct', data: { nearest }, edits, safe: false } as const;
      ctx.report({ at: source.span, message: 'misspelt', data: { ...data, nearest }, fix, presets });
    }
  }
}

/** A word without a tag and a folder may be a stage, a named context or an image of Docker Hub. */
function isBareName(text: string): boolean {
  return /^[a-z][\w.-]*$/i.test(text) && text.toLowerCase() !== 'scratch';
}

function findMeant({ text }: SourceName, names: ReadonlySet<string>): string | undefined {
  if (!isBareName(text) || names.has(text.toLowerCase()) || text.length < 4 || names.size > 200) return undefined;
  return findNearest(text, [...names]);
}

/** It looks at COPY only, takes whatever has a colon for an image, and knows no other images. */
function isUnknownToHadolint({ text, instruction }: SourceName, { stage, seen }: Known): boolean {
  if (instruction.keyword !== 'COPY' || text.includes(':') || seen.has(text)) return false;
  const number = /^\d+/.exec(text)?.[0];
  return number === undefined || Number(number) > (stage?.index ?? -1);
}
