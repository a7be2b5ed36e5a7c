import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { isMostlyLower } from '../shared/casing.ts';

const messages = {
  differs: 'Most keywords of this file are not written like `{keyword}`: write `{wanted}`.',
  match: 'Write `{wanted}`',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/instruction-casing',
  kind: 'style',
  severity: 'hint',
  refs: {
    buildkit: ['ConsistentInstructionCasing'],
    'dockerfile-utils': ['CASING_INSTRUCTION', 'CASING_DIRECTIVE'],
  },
  title: 'Write all keywords of a file in one case',
  why: 'Keywords in capitals stand out from their arguments. Whichever case a file has chosen, a keyword in another one is easily overlooked.',
  source: 'https://docs.docker.com/reference/build-checks/consistent-instruction-casing/',
  bad: 'FROM alpine:3.23\nrun date > /built\nCMD ["cat", "/built"]\n',
  good: 'FROM alpine:3.23\nRUN date > /built\nCMD ["cat", "/built"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile({ instructions }: Dockerfile, ctx: Context): void {
  const known = instructions.filter(({ keyword }) => keyword !== null);
  const isLower = isMostlyLower(known);
  for (const instruction of known) {
    check(instruction, isLower, ctx);
    if (instruction.keyword === 'ONBUILD' && instruction.inner?.keyword) check(instruction.inner, isLower, ctx, true);
  }
}

function check(
  { keywordText, keywordSpan, stage }: Instruction,
  isLower: boolean,
  ctx: Context,
  isInner = false,
): void {
  const wanted = isLower ? keywordText.toLowerCase() : keywordText.toUpperCase();
  if (keywordText === wanted) return;
  // BuildKit looks neither behind ONBUILD nor at what stands before the first FROM.
  const presets = isInner || stage === null ? viewsWithout('buildkit') : undefined;
  const fix = { title: 'match', data: { wanted }, edits: [replace(keywordSpan, wanted)] } as const;
  ctx.report({ at: keywordSpan, message: 'differs', data: { keyword: keywordText, wanted }, fix, presets });
}
