import { describe, test } from 'vitest';
import { expectPlaces } from '#test/kit/names-test.ts';

describe('an ARG', () => {
  test('from above the first FROM, in every stage that declares it again', () => {
    expectPlaces(
      'VERSION',
      `
        ARG VERSION=1
            ^^^^^^^ write
        ARG TAG=$VERSION-slim
                 ^^^^^^^ read
        FROM a:\${VERSION:-2} AS one
                 ^^^^^^^ read
        RUN echo $VERSION
        ARG VERSION
            ^^^^^^^ write
        RUN echo "$VERSION" '$VERSION' \${VERSION%.*} \\$VERSION
                   ^^^^^^^ read
                                         ^^^^^^^ read
        FROM b
        COPY x /$VERSION
        ARG VERSION=3
            ^^^^^^^ write
        COPY x /$VERSION
                 ^^^^^^^ read
      `,
    );
  });
  test('is inherited by a stage that is built on its stage, and is unknown to what containers run', () => {
    expectPlaces(
      'ARG V',
      `
        FROM a AS one
        ARG V=1 W=$V
            ^ write
                   ^ read
        CMD echo $V
        FROM one
        LABEL v=$V
                 ^ read
        FROM b
        LABEL v=$V
      `,
    );
  });
  test('is hidden by an ENV of the same name', () => {
    expectPlaces(
      'MODE',
      `
        FROM a
        ARG MODE=x
            ^^^^ write
        ENV MODE=$MODE OTHER=$MODE
                  ^^^^ read
                              ^^^^ read
        RUN echo $MODE
      `,
    );
  });
  test('in scripts that set it, hand it on, or count with it', () => {
    expectPlaces(
      'ARG N',
      `
        FROM a
        ARG N=1
            ^ write
        RUN N=\${N#v} && export N && echo $((N + 1)) && sh -c 'echo $N'
            ^ write
                ^ read
                               ^ write
                                            ^ read
                                                                    ^ read
        RUN ["sh", "-c", "echo $N"]
                                ^ read
        RUN echo $MN N
      `,
    );
  });
  test('in heredocs that the builder or a shell fills in', () => {
    expectPlaces(
      'ARG V',
      `
        FROM a
        ARG V=1
            ^ write
        RUN <<EOF
        # it's $V
        echo $V
              ^ read
        EOF
        COPY <<EOF /x
        it's '$V'
               ^ read
        EOF
        COPY <<"EOF" /x
        $V
        EOF
        RUN python3 <<EOF
        print("$V")
                ^ read
        EOF
        RUN <<EOF
        #!/usr/bin/env python3
        print("$V")
        EOF
      `,
    );
  });
  test('but not where a secret has its name for one command', () => {
    expectPlaces(
      'ARG TOKEN',
      `
        FROM a
        ARG TOKEN
            ^^^^^ write
        RUN --mount=type=secret,id=t,env=TOKEN curl -u $TOKEN
        RUN curl -u $TOKEN
                     ^^^^^ read
      `,
    );
  });
  test('in PowerShell and cmd', () => {
    expectPlaces(
      'ARG V',
      `
        FROM a
        ARG V=1
            ^ write
        SHELL ["powershell", "-Command"]
        RUN Write-Host $env:V "%V%"
                            ^ read
                                ^ read
      `,
    );
  });
  test('that BuildKit fills in, without being declared', () => {
    expectPlaces(
      'BUILDPLATFORM',
      `
        FROM --platform=$BUILDPLATFORM a
                         ^^^^^^^^^^^^^ read
        ARG BUILDPLATFORM
            ^^^^^^^^^^^^^ write
        RUN echo $BUILDPLATFORM
                  ^^^^^^^^^^^^^ read
      `,
    );
  });
});

describe('an ENV', () => {
  test('is inherited through FROM, and what a container runs sees the last of it', () => {
    expectPlaces(
      'HOST',
      `
        FROM a AS base
        CMD echo $HOST
                  ^^^^ read
        ENV HOST=x
            ^^^^ write
        FROM base AS mid
        FROM mid
        ENV HOST=$HOST.y
            ^^^^ write
                  ^^^^ read
        HEALTHCHECK CMD curl "http://$HOST"
                                      ^^^^ read
        FROM b
        ENV HOST=z
      `,
    );
  });
  test('in flags, and in the old form', () => {
    expectPlaces(
      'OWNER',
      `
        FROM a
        ENV OWNER some body
            ^^^^^ write
        COPY --chown=$OWNER:\${OWNER} a b
                      ^^^^^ read
                              ^^^^^ read
        RUN --mount=type=cache,id=$OWNER,target=/x y
                                   ^^^^^ read
        ONBUILD WORKDIR /$OWNER
                          ^^^^^ read
      `,
    );
  });
});
