import rule from '#core/rules/dockerfile/curl-follow-redirects.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const redirect = 'Where the server redirects, `curl` saves the page that says so, or nothing: add `--location`.';

ruleTest(rule, {
  'a download to a file or a pipe': {
    given: `
      FROM debian:12
      RUN curl -fsSO https://example.org/a
          ^^^^ ${redirect}
      RUN curl -s https://example.org/a | tar x
          ^^^^ ${redirect}
    `,
    fixed: `
      FROM debian:12
      RUN curl --location -fsSO https://example.org/a
      RUN curl --location -s https://example.org/a | tar x
    `,
  },
  'every spelling of the option': {
    given: `
      FROM debian:12
      RUN curl -L -o a https://example.org/a && curl -fsSLo a https://example.org/a
      RUN curl --location -O https://example.org/a && curl -OL https://example.org/a
      RUN curl https://example.org/a -LO && curl --location-trusted -O https://example.org/a
    `,
  },
  'an L that is a value is none': {
    given: `
      FROM debian:12
      RUN curl -oL https://example.org/a
          ^^^^ ${redirect}
    `,
    fixed: `
      FROM debian:12
      RUN curl --location -oL https://example.org/a
    `,
  },
  'no download: requests, looks at the head, waiting for oneself, unknown options': {
    given: `
      FROM debian:12
      RUN curl -X POST -d a=1 -o out https://example.org/api
      RUN curl -I https://example.org/a | grep ok
      RUN curl -o a http://localhost:8080/ready && curl -so /dev/null https://example.org
      RUN curl -w '%{redirect_url}' -o /dev/null https://example.org/a
      RUN curl $CURL_OPTS -O https://example.org/a
      RUN curl https://example.org/ping
      RUN apt-get install -y curl
    `,
  },
  'continuations, heredocs, ONBUILD and sudo': {
    given: `
      FROM debian:12
      RUN make \\
        # get it
        && sudo curl \\
                ^^^^ ${redirect}
          -o a https://example.org/a
      ONBUILD RUN curl -O https://example.org/a
                  ^^^^ ${redirect}
      RUN <<EOF
      curl -O https://example.org/a
      ^^^^ ${redirect}
      EOF
    `,
    fixed: `
      FROM debian:12
      RUN make \\
        # get it
        && sudo curl --location \\
          -o a https://example.org/a
      ONBUILD RUN curl --location -O https://example.org/a
      RUN <<EOF
      curl --location -O https://example.org/a
      EOF
    `,
  },
  'a piece without FROM': {
    given: `
      RUN curl -O https://example.org/a
          ^^^^ ${redirect}
    `,
    fixed: `
      RUN curl --location -O https://example.org/a
    `,
  },
});
