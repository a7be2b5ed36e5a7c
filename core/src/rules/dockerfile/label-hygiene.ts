import type { Dockerfile, Instruction, Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { getLineEnding, isOpenEnded } from '../shared/lines.ts';
import { findBaseImage, getSections, type Section } from '../shared/stages.ts';

const messages = {
  repeated: 'The label `{key}` is set again below, so this value is lost.',
  again: 'Here',
  adjacent: 'This LABEL continues the one above: one instruction holds them all.',
  group: 'Join it with the LABEL above',
  staleDigest: 'This digest is not the one that FROM names: {digest}.',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/label-hygiene',
  kind: 'style',
  severity: 'off',
  strict: 'hint',
  refs: { tally: ['labels/no-duplicate-keys', 'labels/prefer-grouped', 'labels/no-stale-base-digest'] },
  title: 'Keep the labels together, and each of them once',
  why: 'Of two labels with one key the later wins without a word. Labels in one place are read at a glance, and so is one that is no longer true.',
  source: 'https://docs.docker.com/reference/dockerfile/#label',
  bad: 'FROM alpine:3.23\nLABEL org.example.team=storage\nLABEL org.example.team=network\n',
  good: 'FROM alpine:3.23\nLABEL org.example.team=network\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  for (const section of getSections(file)) {
    const labels = section.instructions.filter(({ keyword }) => keyword === 'LABEL');
    checkRepeated(labels, ctx);
    checkAdjacent(section, ctx);
    checkDigest(section, labels, ctx);
  }
}

function checkRepeated(labels: readonly Instruction[], ctx: Context): void {
  const last = new Map<string, Word>();
  for (const { name } of labels.flatMap(({ assignments }) => assignments)) {
    const before = last.get(name.value);
    last.set(name.value, name);
    if (!before) continue;
    const related = [{ at: name.span, message: 'again' as const }];
    ctx.report({ at: before.span, message: 'repeated', data: { key: name.value }, related });
  }
}

/** Nothing but white space may lie between the two, or a comment would end up inside the instruction. */
function checkAdjacent({ instructions }: Section, ctx: Context): void {
  for (const [index, label] of instructions.entries()) {
    const above = instructions[index - 1];
    if (label.keyword !== 'LABEL' || above?.keyword !== 'LABEL') continue;
    const between = ctx.text.slice(above.span.end, label.span.start);
    if (between.trim() !== '') continue;
    ctx.report({ at: label.keywordSpan, message: 'adjacent', fix: join(above, label, ctx) });
  }
}

function join(above: Instruction, label: Instruction, { file, text }: Context): ReportedFix<Messages> | undefined {
  // The old form `LABEL key value` takes the whole line as one value.
  const isOld = [above, label].some(({ assignments, args }) =>
    assignments.some(({ name, value, span }) => value && text.slice(name.span.end, span.end).charAt(0) !== '=' && args),
  );
  if (isOld || isOpenEnded(above, file)) return undefined;
  const gap = { start: above.span.end, end: label.argsSpan.start };
  const indent = ' '.repeat(Math.max(2, label.keywordText.length + 1));
  return { title: 'group', edits: [replace(gap, ` ${file.escape}${getLineEnding(text)}${indent}`)] };
}

const digestLabel = 'org.opencontainers.image.base.digest';

function checkDigest({ stage }: Section, labels: readonly Instruction[], ctx: Context): void {
  const digest = stage ? findBaseImage(stage, ctx.file)?.digest : undefined;
  if (!digest) return;
  for (const { name, value } of labels.flatMap(({ assignments }) => assignments)) {
    if (name.value !== digestLabel || !value || value.raw.includes('$') || value.value === digest) continue;
    ctx.report({ at: value.span, message: 'staleDigest', data: { digest } });
  }
}
