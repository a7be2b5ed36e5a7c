import type { Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { reportWord } from '../shared/buildkit.ts';

const messages = {
  differs: '`{as}` and `{from}` are written differently.',
  match: 'Write `{as}`',
} as const;

export default defineRule({
  id: 'dockerfile/from-as-casing',
  kind: 'style',
  severity: 'hint',
  refs: { buildkit: ['FromAsCasing'] },
  title: 'Write AS like the FROM before it',
  why: 'The builder does not mind, readers do: one line in two styles looks as if it had two authors.',
  source: 'https://docs.docker.com/reference/build-checks/from-as-casing/',
  bad: 'FROM alpine:3.23 as build\nRUN date > /built\n',
  good: 'FROM alpine:3.23 AS build\nRUN date > /built\n',
  messages,
  on: { stage: checkStage },
});

function checkStage({ from, name }: Stage, ctx: DockerfileContext<typeof messages>): void {
  const as = name && from.args[1];
  const { keywordText } = from;
  if (!as) return;
  const isLower = keywordText === keywordText.toLowerCase();
  // A FROM of mixed case is a matter of its own.
  if (!isLower && keywordText !== keywordText.toUpperCase()) return;
  const wanted = isLower ? as.raw.toLowerCase() : as.raw.toUpperCase();
  if (as.raw === wanted) return;
  const fix = { title: 'match', data: { as: wanted }, edits: [replace(as.span, wanted)] } as const;
  reportWord({ at: as.span, message: 'differs', data: { as: as.raw, from: keywordText }, fix }, from, ctx);
}
