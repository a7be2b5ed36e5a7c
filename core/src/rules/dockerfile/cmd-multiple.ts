import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findRepetitions, removeSuperseded } from '../shared/repetitions.ts';
import { notHadolint, onlyHadolint } from '../shared/views.ts';

const messages = {
  superseded: 'A later CMD of this stage replaces this one: it never runs.',
  repeated: 'This stage already has a CMD, which this one replaces.',
  last: 'Only this one counts',
  remove: 'Remove this CMD',
} as const;

export default defineRule({
  id: 'dockerfile/cmd-multiple',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL4003'],
    buildkit: ['MultipleInstructionsDisallowed'],
    trivy: ['DS-0016'],
    kics: ['multiple_cmd_instructions_listed'],
    semgrep: ['multiple-cmd-instructions'],
    'dockerfile-utils': ['MULTIPLE_INSTRUCTIONS'],
  },
  title: 'Keep one CMD in a stage',
  why: 'Only the last CMD of a stage is run. The others look as if they were, and whoever edits one of them wonders why nothing changes. Two programs need two containers, or a supervisor.',
  source: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
  bad: 'FROM node:22.21-alpine\nCMD ["npm", "run", "migrate"]\nCMD ["npm", "start"]\n',
  good: 'FROM node:22.21-alpine\nCMD ["npm", "start"]\n',
  messages,
  on: { dockerfile: checkFile },
});

/** We mark what has no effect, as BuildKit does; hadolint marks what comes second. */
function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  for (const { superseded, repeats, last } of findRepetitions(file, 'CMD')) {
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
