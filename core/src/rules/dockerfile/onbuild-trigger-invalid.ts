import { defineRule, problemRefs } from '../../lint/index.ts';

/** Found by the parser, since BuildKit refuses such a file; this is its page, and the name under which it is known. */
export default defineRule({
  id: 'dockerfile/onbuild-trigger-invalid',
  kind: 'validity',
  severity: 'error',
  refs: problemRefs['onbuild-trigger-invalid'],
  title: 'Put no ONBUILD, FROM or MAINTAINER behind ONBUILD',
  why: 'A trigger is run inside the stage of another build, where these three make no sense. BuildKit refuses the file.',
  source: 'https://docs.docker.com/reference/dockerfile/#onbuild-limitations',
  bad: 'FROM alpine:3.23\nONBUILD FROM scratch\n',
  good: 'FROM alpine:3.23\nONBUILD RUN date > /built\n',
  messages: {},
  on: {},
});
