import { defineRule, problemRefs } from '../../lint/index.ts';

/** Found by the parser, since BuildKit refuses such a file; this is its page, and the name under which it is known. */
export default defineRule({
  id: 'dockerfile/circular-stage-dependency',
  kind: 'validity',
  severity: 'error',
  refs: problemRefs['circular-stage-dependency'],
  title: 'Let stages depend on earlier ones only',
  why: 'When two stages need each other, neither can be built first. BuildKit refuses the file.',
  source: 'https://docs.docker.com/build/building/multi-stage/',
  bad: 'FROM alpine:3.23 AS a\nCOPY --from=b /x /x\nFROM alpine:3.23 AS b\nCOPY --from=a /y /y\n',
  good: 'FROM alpine:3.23 AS a\nRUN date > /y\nFROM alpine:3.23 AS b\nCOPY --from=a /y /y\n',
  messages: {},
  on: {},
});
