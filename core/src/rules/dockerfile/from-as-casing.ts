import type { Dockerfile, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { lazily, replace } from '../../text/index.ts';
import { reportWord } from '../shared/buildkit.ts';
import { isMostlyLower } from '../shared/casing.ts';

const messages = {
  differs: '`{as}` and `{from}` are written differently.',
  match: 'Write `{as}`',
} as const;
type Context = DockerfileContext<typeof messages>;

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
  on: { dockerfile: checkFile },
});

function checkFile({ stages, instructions }: Dockerfile, ctx: Context): void {
  const isFileLower = lazily(() => isMostlyLower(instructions));
  for (const stage of stages) checkStage(stage, isFileLower, ctx);
}

function checkStage({ from, name }: Stage, isFileLower: () => boolean, ctx: Context): void {
  const as = name && from.args[1];
  const { keywordText } = from;
  if (!as) return;
  const isLower = keywordText === keywordText.toLowerCase();
  // A FROM of mixed case is a matter of its own.
  if (!isLower && keywordText !== keywordText.toUpperCase()) return;
  const wanted = isLower ? as.raw.toLowerCase() : as.raw.toUpperCase();
  if (as.raw === wanted) return;
  // A FROM that is written otherwise than the rest of the file will itself be changed.
  const isSettled = isLower === isFileLower();
  const fix = isSettled
    ? ({ title: 'match', data: { as: wanted }, edits: [replace(as.span, wanted)] } as const)
    : undefined;
  reportWord({ at: as.span, message: 'differs', data: { as: as.raw, from: keywordText }, fix }, from, ctx);
}
