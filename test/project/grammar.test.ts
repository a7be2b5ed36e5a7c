import { beforeAll, describe, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { standIns } from './stand-in-grammars.data.ts';
import { checkScopes as check, loadGrammar } from './textmate.ts';

let dockerfile: IGrammar;

beforeAll(async () => {
  dockerfile = await loadGrammar('source.dockerfile', standIns);
});

const keyword = 'keyword.other.special-method.dockerfile';

describe('Dockerfile', () => {
  test('directives, comments and FROM', () => {
    check(
      dockerfile,
      `
        # syntax=docker/dockerfile:1
          ^^^^^^ keyword.other.directive
        # it's a comment
        ^^^^^^^^^^^^^^^^ comment.line
        from --platform=$BUILDPLATFORM reg:5000/acme/node:\${V:-22}-alpine@sha256:abc AS build
        ^^^^ ${keyword}
               ^^^^^^^^ variable.parameter.flag
                        ^^^^^^^^^^^^^^ variable.other
                                       ^^^^^^^^^^^^^^^^^^ entity.name.type.image
                                                          ^^^^^^^^^^^^^^ constant.numeric.tag
                                                             ^ variable.other
                                                                          ^^^^^^^^^^ constant.other.digest
                                                                                     ^^ keyword.other.as
                                                                                        ^^^^^ entity.name.label.stage
      `,
    );
  });

  test('ARG, ENV, LABEL and EXPOSE', () => {
    check(
      dockerfile,
      `
        ARG VERSION=1 OTHER
            ^^^^^^^ variable.other.assignment
                      ^^^^^ variable.other.assignment
        ENV A=b C="d $E" \\
            ^ variable.other.assignment
                  ^ string.quoted.double
                     ^^ variable.other.dockerfile
                         ^ constant.character.escape.line-continuation
            F='$G'
            ^ variable.other.assignment
              ^^^^ string.quoted.single
        ENV OLD the value
            ^^^ variable.other.assignment
                ^^^^^^^^^ string.unquoted
        LABEL org.opencontainers.image.title="x"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.other.attribute-name.label
        EXPOSE 80/tcp 8000-8010
               ^^ constant.numeric.port
                  ^^^ support.constant.protocol
                      ^^^^ constant.numeric.port
        STOPSIGNAL SIGTERM
                   ^^^^^^^ constant.language.signal
      `,
    );
  });

  test('RUN colours its shell, across continuations, comments and empty lines', () => {
    check(
      dockerfile,
      `
        RUN --mount=type=cache,target=/root/.npm \\
        ^^^ ${keyword}
              ^^^^^ variable.parameter.flag
                    ^^^^ entity.other.attribute-name.mount
            npm ci && \\
            ^^^ entity.name.command.shell
                      ^ constant.character.escape.line-continuation
            # don't stop here
            ^^^^^^^^^^^^^^^^^ comment.line

            echo "it's $HOME" --mount=x
            ^^^^ entity.name.command.shell
                 ^^^^^^^^^^^^ string.quoted.double.shell
                       ^^^^^ variable.other.shell
                                ^^^^^ !variable.parameter.flag
        USER node
        ^^^^ ${keyword}
        ^^^^ !meta.shell
        ONBUILD RUN echo hi
        ^^^^^^^ ${keyword}
                ^^^ ${keyword}
                    ^^^^ entity.name.command.shell
      `,
    );
  });

  test('CMD, ENTRYPOINT and HEALTHCHECK in both forms', () => {
    check(
      dockerfile,
      `
        CMD ["node", "a\\n", 'x']
            ^ punctuation.definition.array.begin
             ^^^^^^ string.quoted.double.json
                       ^^ constant.character.escape.json
                            ^^^ invalid.illegal
        ENTRYPOINT exec node
                   ^^^^ entity.name.command.shell
        HEALTHCHECK --interval=3s CMD curl -f http://localhost || exit 1
                      ^^^^^^^^ variable.parameter.flag
                                  ^^^ ${keyword}
                                      ^^^^ entity.name.command.shell
                                                                  ^^^^ entity.name.command.shell
        HEALTHCHECK NONE
                    ^^^^ keyword.other.none
        SHELL ["/bin/bash", \\
            "-c"]
            ^^^^ string.quoted.double.json
        COPY a b
        ^^^^ ${keyword}
      `,
    );
  });

  test('a heredoc is shell, ends where it ends, and what comes behind it is a Dockerfile again', () => {
    check(
      dockerfile,
      `
        RUN <<EOF
            ^^ keyword.operator.heredoc
              ^^^ entity.name.label.heredoc
        set -e
        ^^^ entity.name.command.shell
        RUN "never closed
            ^^^^^^^^^^^^^ string.quoted.double.shell
          EOF
          ^^^ string.quoted.double.shell
        EOF
        ^^^ entity.name.label.heredoc
        ^^^ !string
        COPY a b
        ^^^^ ${keyword}
        ^^^^ !meta.shell
      `,
    );
  });

  test('tabs may stand in front of the end of <<- only', () => {
    check(
      dockerfile,
      `
        RUN --network=none <<-"EOF"
              ^^^^^^^ variable.parameter.flag
        \techo hi
         ^^^^ entity.name.command.shell
        \tEOF
         ^^^ entity.name.label.heredoc
        USER node
        ^^^^ ${keyword}
      `,
    );
  });

  test('the interpreter, the shebang or the file says what a heredoc holds', () => {
    check(
      dockerfile,
      `
        RUN python3 - <<'PY' && echo done
            ^^^^^^^ entity.name.command.shell
                         ^^ entity.name.label.heredoc
                                ^^^^ entity.name.command.shell
        import os
        ^^^^^^ keyword.python
        """never closed
        ^^^^^^^^^^^^^^^ string.python
        PY
        ^^ entity.name.label.heredoc
        RUN <<EOF
        #!/usr/bin/env python3
        ^^^^^^^^^^^^^^^^^^^^^^ comment.line.shebang
        import os
        ^^^^^^ keyword.python
        EOF
        COPY --chown=1 <<EOF /app/config.json
               ^^^^^ variable.parameter.flag
        {"a": 1}
         ^^^ string.json
         ^^^ meta.embedded.block.json
        EOF
        COPY <<EOF /app/compose.yaml
        a: b
        ^ entity.name.tag.yaml
        EOF
        RUN cat <<EOF > /etc/motd
        hello $NAME
        ^^^^^ string.unquoted.heredoc
              ^^^^^ variable.other.dockerfile
        EOF
        COPY <<"EOF" /etc/motd
        hello $NAME
              ^^^^^ !variable
        EOF
        USER node
        ^^^^ ${keyword}
      `,
    );
  });

  test('two heredocs in one line end with the second', () => {
    check(
      dockerfile,
      `
        RUN cat <<A > /a && cat <<B > /b
                  ^ entity.name.label.heredoc
                                  ^ entity.name.label.heredoc
        one
        A
        two
        ^^^ meta.heredoc
        B
        ^ entity.name.label.heredoc
        USER node
        ^^^^ ${keyword}
      `,
    );
  });

  test('what only looks like a heredoc is none', () => {
    check(
      dockerfile,
      `
        RUN echo "<<EOF" && cat <<<word
                  ^^^^^ string.quoted.double.shell
        USER node
        ^^^^ ${keyword}
      `,
    );
  });

  test('with a backtick as escape, backslashes are paths', () => {
    check(
      dockerfile,
      `
        # escape=\`
          ^^^^^^ keyword.other.directive
        FROM mcr.microsoft.com/windows/nanoserver:ltsc2022 AS base
        ^^^^ ${keyword}
                                                              ^^^^ entity.name.label.stage
        COPY a.txt C:\\
        WORKDIR C:\\app
        ^^^^^^^ ${keyword}
        RUN dir \`
                ^ constant.character.escape.line-continuation
          # still the same instruction
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line
          USER
          ^^^^ !${keyword}
        USER app
        ^^^^ ${keyword}
      `,
    );
  });
});
