import rule from '#core/rules/dockerfile/add-instead-of-copy.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (source: string) => `Use COPY: \`${source}\` is neither a URL nor an archive.`;
const saysAll = 'Use COPY: none of these sources is a URL or an archive.';

ruleTest(rule, {
  'a local file is flagged and the fix keeps the rest of the line': {
    given: `
      FROM alpine:3.22
      ADD --chown=1000:1000  app.js /srv/
      ^^^ ${says('app.js')}
    `,
    fixed: `
      FROM alpine:3.22
      COPY --chown=1000:1000  app.js /srv/
    `,
  },
  'a folder, several files, the JSON form and lower case': {
    given: `
      FROM alpine:3.22
      ADD . /srv
      ^^^ ${says('.')}
      ADD a.txt b.txt \\
      ^^^ ${saysAll}
          /srv/
      add ["my file.txt", "/srv/"]
      ^^^ ${says('my file.txt')}
    `,
    fixed: `
      FROM alpine:3.22
      COPY . /srv
      COPY a.txt b.txt \\
          /srv/
      copy ["my file.txt", "/srv/"]
    `,
  },
  'archives are what ADD is for': {
    given: `
      FROM scratch
      ADD rootfs.tar.xz /
      ADD layer.tgz /
      ADD dist/app-\${VERSION}.tar.gz /opt/
      ADD one.tar two.txt /opt/
    `,
  },
  'so are remote sources of every kind': {
    given: `
      FROM alpine:3.22
      ADD https://example.org/app.js /srv/
      ADD git@github.com:acme/app.git /srv/
      ADD git://example.org/app.git /srv/
      ADD ssh://git@example.org/app.git#main /srv/
      ADD --keep-git-dir=true https://github.com/acme/app.git /srv/
      ADD --checksum=sha256:0000000000000000000000000000000000000000000000000000000000000000 https://example.org/a /a
      ADD --unpack=false app.bin /srv/
    `,
  },
  'a variable may hide an archive or a URL': {
    given: `
      FROM alpine:3.22
      ARG URL
      ADD $URL /srv/
      ADD \${URL}/app.js /srv/
      ADD dist/$FILE /srv/
    `,
  },
  'a variable in the middle hides nothing': {
    given: `
      FROM alpine:3.22
      ADD target/app-\${VERSION}.jar /srv/app.jar
      ^^^ ${says('target/app-${VERSION}.jar')}
    `,
    fixed: `
      FROM alpine:3.22
      COPY target/app-\${VERSION}.jar /srv/app.jar
    `,
  },
  'a pattern may find archives, so only the author can replace it': {
    given: `
      FROM alpine:3.22
      ADD dist/* /srv/
      ^^^ ${says('dist/*')}
    `,
  },
  'ONBUILD defers the same ADD': {
    given: `
      FROM alpine:3.22
      ONBUILD ADD . /srv
              ^^^ ${says('.')}
    `,
    fixed: `
      FROM alpine:3.22
      ONBUILD COPY . /srv
    `,
  },
  'a heredoc is a plain file': {
    given: `
      FROM alpine:3.22
      ADD <<EOF /etc/motd
      ^^^ ${says('<<EOF')}
      ADD is only text here
      EOF
    `,
    fixed: `
      FROM alpine:3.22
      COPY <<EOF /etc/motd
      ADD is only text here
      EOF
    `,
  },
  'a variable that the file sets is looked up': {
    given: `
      FROM alpine:3.22
      ARG DIR=src ARCHIVE=src.tar.gz
      ADD $DIR /src/
      ^^^ Use COPY: \`src\` is neither a URL nor an archive.
      ADD $ARCHIVE /src/
      ADD $UNKNOWN /src/
    `,
    fixed: `
      FROM alpine:3.22
      ARG DIR=src ARCHIVE=src.tar.gz
      COPY $DIR /src/
      ADD $ARCHIVE /src/
      ADD $UNKNOWN /src/
    `,
  },
  'in a piece without FROM': {
    given: `
      ADD app.js /srv/
      ^^^ Use COPY: \`app.js\` is neither a URL nor an archive.
    `,
    fixed: `
      COPY app.js /srv/
    `,
  },
  'hadolint goes by what is written': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      ADD $FILE /srv/
      ^^^ Use COPY: \`$FILE\` is neither a URL nor an archive.
      ADD git@github.com:a/b.git /srv/
      ^^^ Use COPY: \`git@github.com:a/b.git\` is neither a URL nor an archive.
      ADD a.tar.gz b.txt /srv/
      ^^^ Use COPY: \`b.txt\` is neither a URL nor an archive.
      ADD "a.tgz" https://example.org/x /srv/
      ADD ["a.tar.xz", "/srv/"]
      ONBUILD ADD a /srv/
    `,
  },
});
