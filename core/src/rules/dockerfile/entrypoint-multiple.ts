import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findRepetitions, removeSuperseded } from '../shared/repetitions.ts';
import { notHadolint, onlyHadolint } from '../shared/views.ts';

const messages = {
  superseded: 'A later ENTRYPOINT of this stage replaces this one: it never starts.',
  repeated: 'This stage already has an ENTRYPOINT, which this one replaces.',
  last: 'Only this one counts',
  remove: 'Remove this ENTRYPOINT',
} as const;

export default defineRule({
  id: 'dockerfile/entrypoint-multiple',
  kind: 'practice',
  severity: 'error',
  refs: {
    hadolint: ['DL4004'],
    buildkit: ['MultipleInstructionsDisallowed'],
    trivy: ['DS-0007'],
    kics: ['multiple_entrypoint_instructions_listed'],
    semgrep: ['multiple-entrypoint-instructions'],
    'dockerfile-utils': ['MULTIPLE_INSTRUCTIONS'],
  },
  title: 'Keep one ENTRYPOINT in a stage',
  why: 'Only the last ENTRYPOINT of a stage starts. The program named in an earlier one is silently left out.',
  source: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
  bad: 'FROM node:22.21-alpine\nENTRYPOINT ["tini", "--"]\nENTRYPOINT ["node", "server.js"]\n',
  good: 'FROM node:22.21-alpine\nENTRYPOINT ["tini", "--", "node", "server.js"]\n',
  messages,
  on: { dockerfile: checkFile },
});

/** We mark what has no effect, as BuildKit does; hadolint marks what comes second. */
function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  for (const { superseded, repeats, last } of findRepetitions(file, 'ENTRYPOINT')) {
    for (const instruction of superseded) {
      ctx.report({
        at: instruction.keywordSpan,
        message: 'superseded',
        fix: { title: 'remove', edits: removeSuperseded(instruction, file) },
        related: [{ at: last.keywordSpan, message: 'last' }],
        presets: notHadolint,
      });
    }
    for (const { keywordSpan } of repeats) ctx.report({ at: keywordSpan, message: 'repeated', presets: onlyHadolint });
  }
}
