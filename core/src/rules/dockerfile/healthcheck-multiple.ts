import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findRepetitions, removeSuperseded } from '../shared/repetitions.ts';
import { notHadolint, onlyHadolint } from '../shared/views.ts';

const messages = {
  superseded: 'A later HEALTHCHECK of this stage replaces this one: it is never asked.',
  repeated: 'This stage already has a HEALTHCHECK, which this one replaces.',
  last: 'Only this one counts',
  remove: 'Remove this HEALTHCHECK',
} as const;

export default defineRule({
  id: 'dockerfile/healthcheck-multiple',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3012'],
    buildkit: ['MultipleInstructionsDisallowed'],
    trivy: ['DS-0023'],
    'dockerfile-utils': ['MULTIPLE_INSTRUCTIONS'],
  },
  title: 'Keep one HEALTHCHECK in a stage',
  why: 'Only the last HEALTHCHECK of a stage is asked. Conditions that must all hold belong into one command, joined with `&&`.',
  source: 'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
  bad: 'FROM nginx:1.29-alpine\nHEALTHCHECK CMD ["wget", "-q", "--spider", "http://localhost/"]\nHEALTHCHECK CMD ["test", "-f", "/run/ready"]\n',
  good: 'FROM nginx:1.29-alpine\nHEALTHCHECK CMD wget -q --spider http://localhost/ && test -f /run/ready\n',
  messages,
  on: { dockerfile: checkFile },
});

/** We mark what has no effect, as BuildKit does; hadolint marks what comes second. */
function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  for (const { superseded, repeats, last } of findRepetitions(file, 'HEALTHCHECK')) {
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
