import rule from '#core/rules/dockerfile/archive-copy-then-extract.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (archive: string) =>
  `\`${archive}\` is unpacked below: ADD unpacks it at once, and leaves no packed copy in a layer.`;

ruleTest(rule, {
  'copied into a folder, or under another name': {
    given: `
      FROM debian:12
      COPY packages/app.tar.gz /opt/
      ^^^^ ${says('app.tar.gz')}
      COPY a.txt b.tar.xz /tmp/
      ^^^^ ${says('b.tar.xz')}
      COPY app.tgz /opt/c.tgz
      ^^^^ ${says('c.tgz')}
      RUN tar -xzf /opt/app.tar.gz && tar xf /tmp/b.tar.xz && tar --extract --file=/opt/c.tgz
    `,
  },
  'in the array form, across lines, in heredocs and by a path': {
    given: `
      FROM debian:12
      COPY ["app.tar.gz", "/opt/"]
      ^^^^ ${says('app.tar.gz')}
      copy b.tar \\
      ^^^^ ${says('b.tar')}
        # there
        /opt/
      RUN make \\
        # unpack
        && /bin/tar -x -f "/opt/app.tar.gz"
      RUN <<EOF
      tar -C / -xf /opt/b.tar
      EOF
    `,
  },
  'another archive, no extraction, another stage': {
    given: `
      FROM debian:12 AS a
      COPY app.tar.gz /opt/
      RUN tar -xzf /opt/other.tar.gz && tar -czf /opt/app.tar.gz /x && ls app.tar.gz
      FROM debian:12
      RUN tar -xzf /opt/app.tar.gz
      COPY --from=a /opt/app.tar.gz /opt/
      RUN tar -xzf /opt/app.tar.gz
      ADD b.tar.gz /opt/
      COPY gzip.txt /opt/
    `,
  },
  'what ADD does not unpack': {
    given: `
      FROM debian:12
      COPY a.zip b.gz c.tar.lzma /opt/
      RUN unzip a.zip && gunzip b.gz && tar -xf c.tar.lzma
    `,
  },
  'hadolint asks for ADD there as well': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      COPY b.gz /opt/
      ^^^^ ${says('b.gz')}
      RUN gunzip /opt/b.gz
    `,
  },
  'a piece without FROM': {
    given: `
      COPY app.tar.gz /opt/
      ^^^^ ${says('app.tar.gz')}
      RUN tar -xzf /opt/app.tar.gz
    `,
  },
});
