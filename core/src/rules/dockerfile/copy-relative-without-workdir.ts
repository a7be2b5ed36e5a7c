import type { Dockerfile, Instruction, Stage, Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { getLineEnding, matchCase } from '../shared/lines.ts';
import { getSections } from '../shared/stages.ts';
import { notHadolint } from '../shared/views.ts';

const messages = {
  nowhere: 'No WORKDIR is set, so the base image decides where `{path}` is.',
  insert: 'Set WORKDIR /app above',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/copy-relative-without-workdir',
  kind: 'practice',
  severity: 'info',
  refs: { hadolint: ['DL3045'] },
  title: 'Set a WORKDIR before copying to a relative path',
  why: 'Without a WORKDIR of its own a stage begins in the one of its base image, mostly the root of the file system. The files then lie between those of the system, or move when the base image changes.',
  source: 'https://docs.docker.com/reference/dockerfile/#workdir',
  bad: 'FROM alpine:3.23\nCOPY app.sh bin/\n',
  good: 'FROM alpine:3.23\nWORKDIR /app\nCOPY app.sh bin/\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const settled = new Set<Stage>();
  for (const { stage, instructions } of getSections(file)) {
    let isSet = stage !== null && hasBaseWorkdir(stage, settled, ctx);
    // In a piece of a file a WORKDIR would only be one more instruction without a FROM.
    let isFirst = stage !== null;
    for (const instruction of instructions) {
      if (instruction.keyword === 'WORKDIR') isSet = true;
      if (isSet || (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD')) continue;
      isFirst = !checkCopy(instruction, isFirst, ctx) && isFirst;
    }
    if (isSet && stage) settled.add(stage);
  }
}

/** Of a base image we know the WORKDIR only when the engine tells. */
function hasBaseWorkdir({ base, resolvedImage }: Stage, settled: ReadonlySet<Stage>, { knowledge }: Context): boolean {
  if (base.kind === 'stage') return settled.has(base.stage);
  const workingDir = resolvedImage === null ? undefined : knowledge.image(resolvedImage)?.workingDir;
  return workingDir !== undefined && workingDir !== '' && workingDir !== '/';
}

/** True when something was reported. */
function checkCopy(copy: Instruction, isFirst: boolean, ctx: Context): boolean {
  const destination = (copy.json ?? copy.args).at(-1);
  if (!destination || isAbsolute(destination)) return false;
  // hadolint looks at COPY only.
  const presets = copy.keyword === 'ADD' ? notHadolint : undefined;
  const fix = isFirst ? insertWorkdir(copy, ctx) : undefined;
  ctx.report({ at: destination.span, message: 'nowhere', data: { path: destination.value }, fix, presets });
  return presets === undefined;
}

/** Also what begins with a variable, which may hold a whole path, and Windows drives. */
function isAbsolute({ raw }: Word): boolean {
  return /^["']?([/\\$]|[a-z]:[/\\])/i.test(raw);
}

/** Files then land in another folder, which only the author can want. */
function insertWorkdir(copy: Instruction, { text }: Context): ReportedFix<Messages> {
  const line = `${matchCase('WORKDIR', copy)} /app${getLineEnding(text)}`;
  return { title: 'insert', safe: false, edits: [insert(copy.span.start, line)] };
}
