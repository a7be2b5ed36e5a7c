import { defineRule, problemRefs } from '../../lint/index.ts';

/** Found by the parser, since BuildKit refuses such a file; this is its page, and the name under which it is known. */
export default defineRule({
  id: 'dockerfile/copy-from-self',
  kind: 'validity',
  severity: 'error',
  refs: problemRefs['copy-from-self'],
  title: 'Copy from another stage',
  why: 'A stage that copies from itself would have to be finished before it begins. BuildKit refuses the file. Files move within a stage with `RUN cp` or `RUN mv`.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy---from',
  bad: 'FROM alpine:3.23 AS app\nCOPY --from=app /etc/hosts /hosts\n',
  good: 'FROM alpine:3.23 AS base\nRUN date > /built\nFROM alpine:3.23 AS app\nCOPY --from=base /built /built\n',
  messages: {},
  on: {},
});
