import rule from '#core/rules/dockerfile/undefined-variable.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) => `Nothing sets \`${name}\` up to here, so the builder puts in nothing.`;
const global = (name: string) =>
  `The ARG \`${name}\` above the first FROM does not reach into this stage: declare it here once more.`;
const engine = { image: () => ({ env: { PATH: '/bin', APP_HOME: '/srv' } }) };

ruleTest(rule, {
  'an ARG above the first FROM ends there': {
    given: `
      ARG VERSION=1.2
      FROM alpine:3.23
      COPY app-$VERSION.jar /app.jar
               ^^^^^^^^ ${global('VERSION')}
      LABEL version=\${VERSION}
                    ^^^^^^^^^^ ${global('VERSION')}
    `,
    fixed: `
      ARG VERSION=1.2
      FROM alpine:3.23
      ARG VERSION
      COPY app-$VERSION.jar /app.jar
      LABEL version=\${VERSION}
    `,
  },
  'a misspelt name': {
    given: `
      FROM alpine:3.23
      ENV APP_HOME=/srv
      WORKDIR $APP_HOMR/run
              ^^^^^^^^^ Nothing sets \`APP_HOMR\` up to here. Did you mean \`APP_HOME\`?
    `,
    fixed: `
      FROM alpine:3.23
      ENV APP_HOME=/srv
      WORKDIR $APP_HOME/run
    `,
  },
  'of scratch, and of an image that the engine knows, all is known': {
    knowledge: engine,
    given: `
      FROM scratch AS a
      USER $UID
           ^^^^ ${says('UID')}
      FROM acme/base:1
      WORKDIR $APP_HOME
      VOLUME ["$DATA"]
               ^^^^^ ${says('DATA')}
    `,
  },
  'an image that nobody knows may set anything': {
    given: `
      FROM acme/base:1
      USER $RUN_AS
      ENV LIB=/opt/lib:$LIB
    `,
  },
  'BuildKit asks it, and finds nothing': {
    preset: 'buildkit',
    given: `
      FROM acme/base:1
      USER $RUN_AS
           ^^^^^^^ ${says('RUN_AS')}
      ENV LIB=/opt/lib:$LIB P=\${P:-x}
                       ^^^^ ${says('LIB')}
                              ^^^^^^^ ${says('P')}
      EXPOSE $PORT
      FROM node:22.21
      LABEL node=$NODE_VERSION path=$PATH
    `,
  },
  'where BuildKit looks: flags, heredocs, mounts and the first line': {
    preset: 'buildkit',
    given: `
      FROM scratch
      COPY --chown=$A --from=x:1 a /a
                   ^^ ${says('A')}
      RUN --mount=type=cache,target=$B echo $C
                                    ^^ ${says('B')}
      COPY <<EOF /f
      ^^^^ ${says('D')}
      it's $D and \\$E
      EOF
      COPY <<'EOF' /f
      $F
      EOF
      LABEL a=1 \\
      ^^^^^ ${says('G')}
        b=$G
      CMD echo $H
      HEALTHCHECK CMD echo $I
      ONBUILD USER $J
    `,
  },
  'what is declared before counts, in parents too': {
    knowledge: engine,
    given: `
      FROM scratch AS a
      ARG X
      ARG Y=1 Z=$Y
      ENV V=$X W=$V LIB=/l:$LIB
                 ^^ ${says('V')}
      FROM a
      WORKDIR /$X/$Y/$Z/$V/$W
      ARG SELF=$SELF
               ^^^^^ ${says('SELF')}
      FROM scratch
      ARG TARGETARCH
      LABEL arch=$TARGETARCH os=$TARGETOS
                                ^^^^^^^^^ ${says('TARGETOS')}
    `,
  },
  'single quotes and escapes': {
    given: `
      FROM scratch
      LABEL a='$A' b=\\$B c="\\$C"
    `,
  },
});
