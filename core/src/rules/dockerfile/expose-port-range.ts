import { defineRule, problemRefs } from '../../lint/index.ts';

/** Found by the parser, since BuildKit refuses such a file; this is its page, and the name under which it is known. */
export default defineRule({
  id: 'dockerfile/expose-port-range',
  kind: 'validity',
  severity: 'error',
  refs: problemRefs['expose-port-range'],
  title: 'Expose ports up to 65535',
  why: 'A port is a number of sixteen bits. BuildKit refuses a higher one, at either end of a range.',
  source: 'https://docs.docker.com/reference/dockerfile/#expose',
  bad: 'FROM nginx:1.29\nEXPOSE 80800\n',
  good: 'FROM nginx:1.29\nEXPOSE 8080\n',
  messages: {},
  on: {},
});
