import rule from '#core/rules/dockerfile/wget-and-curl.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (second: string, first: string) =>
  `\`${second}\` is used here and \`${first}\` elsewhere in this stage: one of them is enough.`;

ruleTest(rule, {
  'the second tool is marked once': {
    given: `
      FROM debian:12
      RUN wget https://example.org/a
      RUN wget https://example.org/b && curl -O https://example.org/c
                                        ^^^^ ${says('curl', 'wget')}
      RUN curl -O https://example.org/d
    `,
  },
  'each stage counts for itself': {
    given: `
      FROM debian:12 AS a
      RUN wget https://example.org/a
      FROM debian:12
      RUN curl -O https://example.org/b
    `,
  },
  'across lines, heredocs, ONBUILD and sudo': {
    given: `
      FROM debian:12
      ONBUILD RUN sudo curl -O https://example.org/a
      RUN <<EOF
      make
      wget https://example.org/b
      ^^^^ ${says('wget', 'curl')}
      EOF
      FROM debian:12
      RUN make \\
        # get it
        && curl -O https://example.org/a \\
        && wget https://example.org/b
           ^^^^ ${says('wget', 'curl')}
    `,
  },
  'packages and health checks do not count': {
    given: `
      FROM debian:12
      RUN apt-get install -y curl wget && wget https://example.org/a
      HEALTHCHECK CMD curl -f http://localhost/
    `,
  },
  'hadolint repeats it for each RUN': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      RUN wget https://example.org/a
      RUN curl -O https://example.org/b
          ^^^^ ${says('curl', 'wget')}
      RUN wget https://example.org/c && wget https://example.org/d
          ^^^^ ${says('wget', 'curl')}
    `,
  },
  'a piece without FROM': {
    given: `
      RUN curl -O https://example.org/a && wget https://example.org/b
                                           ^^^^ ${says('wget', 'curl')}
    `,
  },
});
