import { defineRule, problemRefs } from '../../lint/index.ts';

/** Found by the parser, since BuildKit refuses such a file; this is its page, and the name under which it is known. */
export default defineRule({
  id: 'dockerfile/first-instruction-not-from',
  kind: 'validity',
  severity: 'error',
  refs: problemRefs['first-instruction-not-from'],
  title: 'Begin with FROM',
  why: 'Only ARG, comments and directives may stand above the first FROM. BuildKit refuses anything else, since there is no image yet that it could change.',
  source: 'https://docs.docker.com/reference/dockerfile/#format',
  bad: 'RUN date > /built\nFROM alpine:3.23\n',
  good: 'FROM alpine:3.23\nRUN date > /built\n',
  messages: {},
  on: {},
});
