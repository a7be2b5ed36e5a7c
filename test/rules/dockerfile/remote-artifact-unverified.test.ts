import rule from '#core/rules/dockerfile/remote-artifact-unverified.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const added = 'Nothing tells whether this is the file that you once saw: add `--checksum=sha256:…`.';
const fetched = 'Nothing tells whether this is the file that you once saw: compare its checksum in the same RUN.';

ruleTest(rule, {
  'ADD of an address': {
    given: `
      FROM debian:12
      ADD --chown=1000 https://example.org/a.tar.gz /opt/
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${added}
      ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.org/a /opt/
      ADD https://github.com/x/y.git#v1 /src
      ADD a.tar.gz /opt/
      ONBUILD ADD https://example.org/a /opt/
                  ^^^^^^^^^^^^^^^^^^^^^ ${added}
    `,
  },
  'downloads into files and pipes': {
    given: `
      FROM debian:12
      RUN curl -fsSLO https://example.org/a
          ^^^^ ${fetched}
      RUN curl -fsSL https://example.org/a.tgz | tar xz
          ^^^^ ${fetched}
      RUN wget https://example.org/a
          ^^^^ ${fetched}
      RUN make \\
        # get it
        && sudo wget -O /a "$URL"
                ^^^^ ${fetched}
    `,
  },
  'a checksum or a signature in the same RUN': {
    given: `
      FROM debian:12
      RUN curl -fsSLO https://example.org/a && echo "24454f a" | sha256sum -c -
      RUN wget https://example.org/a https://example.org/a.asc && gpg --verify a.asc a
      RUN <<EOF
      curl -fsSLO https://example.org/a
      cosign verify-blob a
      EOF
    `,
  },
  'no file that is kept, keys, lists, and the machine itself': {
    given: `
      FROM debian:12
      RUN curl -I https://example.org/a && curl -X POST -o /r https://example.org/api && curl https://example.org/ping
      RUN curl -fsSLo /etc/apt/keyrings/a.asc https://example.org/a.asc && wget https://example.org/a.repo
      RUN wget -O /a http://localhost:8080/a && apt-get install -y curl wget
    `,
  },
  'in heredocs and behind ONBUILD': {
    given: `
      FROM debian:12
      RUN <<EOF
      wget https://example.org/a
      ^^^^ ${fetched}
      EOF
      ONBUILD RUN wget https://example.org/a
                  ^^^^ ${fetched}
    `,
  },
  'a piece without FROM': {
    given: `
      ADD https://example.org/a /opt/
          ^^^^^^^^^^^^^^^^^^^^^ ${added}
    `,
  },
});
