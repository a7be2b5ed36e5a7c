import type { Assignment, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { remove } from '../../text/index.ts';
import { isOfSchema } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = {
  superfluous: 'The label `{key}` is not one of those that the project wants.',
  remove: 'Remove this label',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/label-superfluous',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3050'] },
  title: 'Use the labels of the schema only',
  why: 'The project keeps one list of labels, so that whoever looks for one finds it under one name. A label beside the list is a second name, or a typing error.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3050',
  configuration: 'labels:\n  strict: true\n  schema:\n    org.example.team: text\n',
  bad: 'FROM alpine:3.23\nLABEL org.example.team=storage owner=ada\n',
  good: 'FROM alpine:3.23\nLABEL org.example.team=storage\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<Messages>): void {
  if (!ctx.options.labels.strict) return;
  for (const [index, { name }] of label.assignments.entries()) {
    if (isOfSchema(name.value, ctx.options)) continue;
    const fix = removePair(label.assignments, index);
    ctx.report({ at: name.span, message: 'superfluous', data: { key: name.value }, fix });
  }
}

/** A pair goes with the blanks and continuations before it; the first and the only one are left to the author. */
function removePair(pairs: readonly Assignment[], index: number): ReportedFix<Messages> | undefined {
  const [before, pair] = [pairs[index - 1], pairs[index]];
  if (!before || !pair) return undefined;
  return { title: 'remove', safe: false, edits: [remove({ start: before.span.end, end: pair.span.end })] };
}
