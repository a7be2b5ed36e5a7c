import { parseDockerfile, problemTable } from '#core';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectProblems } from './draw.ts';

describe('what BuildKit refuses', () => {
  test('instructions', () => {
    expectProblems(`
      RUN true
      ^^^ RUN stands before the first FROM; only ARG may.
      FROM alpine
      RUM true
      ^^^ Unknown instruction: RUM. Did you mean RUN?
      SOMETHING else
      ^^^^^^^^^ Unknown instruction: SOMETHING.
      WORKDIR
      ^^^^^^^ WORKDIR needs an argument.
      COPY \\
      ^^^^ COPY needs at least one source and a destination.
        a
    `);
  });

  test('flags', () => {
    expectProblems(`
      FROM --platfrom=linux/amd64 alpine
             ^^^^^^^^ FROM has no flag --platfrom. Did you mean --platform?
      COPY --from a b
           ^^^^^^ The flag --from needs a value: --from=…
      COPY --link=yes a b
                  ^^^ The flag --link is true or false, not \`yes\`.
      ENV --x=1 A=1
            ^ ENV has no flag --x.
      RUN --network=bridge true
                    ^^^^^^ \`bridge\` is no network of RUN; use default, none or host.
      COPY --parents a b
             ^^^^^^^ The flag --parents of COPY needs a newer frontend: put \`# syntax=docker/dockerfile:1\` on the first line.
    `);
  });

  test('a newer frontend knows newer flags', () => {
    expectProblems(`
      # syntax=docker/dockerfile:1-labs
      FROM alpine
      COPY --parents a b
      RUN --security=insecure --device=vendor.com/device=all true
    `);
    expectProblems(`
      # syntax=docker/dockerfile:1
      FROM alpine
      RUN --security=insecure --device=vendor.com/device=all true
                                ^^^^^^ The flag --device of RUN needs a newer frontend: put \`# syntax=docker/dockerfile:1-labs\` on the first line.
    `);
    expectProblems(`
      # syntax=docker/dockerfile:1.7
      FROM alpine
      COPY --parents a b
             ^^^^^^^ The flag --parents of COPY needs a newer frontend: put \`# syntax=docker/dockerfile:1\` on the first line.
    `);
  });

  test('assignments and JSON', () => {
    expectProblems(`
      FROM alpine
      ENV a=b c d=e
              ^ \`c\` has no \`=\`; write name=value, and quote values with spaces.
      LABEL only
            ^^^^ LABEL needs a name and a value: LABEL name=value
      ARG =1
          ^^ ARG needs a name before the \`=\`.
      CMD ["a", 1]
          ^^^^^^^^ In the JSON form every element must be a string.
      SHELL bash -c
            ^^^^^^^ SHELL takes its words in JSON form: SHELL ["/bin/sh", "-c"]
    `);
  });

  test('HEALTHCHECK', () => {
    expectProblems(`
      FROM alpine
      HEALTHCHECK curl x
                  ^^^^ HEALTHCHECK is followed by CMD or NONE, not \`curl\`.
      HEALTHCHECK --interval=30 CMD x
                             ^^ \`30\` is no duration for --interval; write for example 30s or 1m30s.
      HEALTHCHECK --retries=-1 CMD x
                            ^^ --retries takes a whole number from 0 on, not \`-1\`.
      HEALTHCHECK NONE x
                  ^^^^^^ HEALTHCHECK NONE takes no arguments.
    `);
  });

  test('mounts', () => {
    expectProblems(`
      FROM alpine
      RUN --mount=type=volume,target=/x true
                  ^^^^^^^^^^^^^^^^^^^^^ \`volume\` is no mount type; use bind, cache, tmpfs, secret or ssh.
      RUN --mount=type=cache true
                  ^^^^^^^^^^ A mount needs a target other than \`/\`: target=/path
      RUN --mount=type=bind,target=/x,id=a,nope=1 true
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A mount has no key \`nope\`.
      RUN --mount=from=$X,target=/x true
                  ^^^^^^^^^^^^^^^^^ \`from\` of a mount takes no variable; give that image a stage of its own and name the stage.
    `);
  });

  test('stages', () => {
    expectProblems(`
      FROM alpine AS one
      COPY --from=1 a b
                  ^ Stage 1 comes later; it must stand before the stage that copies from it.
      COPY --from=7 a b
                  ^ There is no stage number 7.
      FROM Alpine AS 2nd
           ^^^^^^ \`Alpine\` is no image reference: repository names are lower case.
                     ^^^ \`2nd\` cannot name a stage: begin with a letter, then letters, digits, \`-\`, \`_\` and \`.\`.
      FROM $nothing
           ^^^^^^^^ The image name is empty: \`$nothing\` has no value before the first FROM.
      FROM one AS loop
      COPY --from=loop a b
                  ^^^^ This is the stage loop itself; a stage cannot copy from what it is becoming.
    `);
  });

  test('a stage is named only once it is there', () => {
    expectProblems(`
      FROM alpine
      COPY --from=later a b
                  ^^^^^ Stage later comes later; it must stand before the stage that copies from it.
      RUN --mount=from=later,target=/x ls
                  ^^^^^^^^^^^^^^^^^^^^ Stage later comes later; it must stand before the stage that copies from it.
      FROM alpine AS later
    `);
    expectProblems(`
      ARG TAG=1
      ARG NAME=x
      ^^^ This file has no FROM, so there is nothing to build.
    `);
  });

  test('values, once variables are filled in', () => {
    expectProblems(`
      FROM scratch
      ENV PORT=70000 NAME=x
      EXPOSE $PORT
             ^^^^^ \`70000\` is no port: the highest one is 65535.
      STOPSIGNAL SIG\${NAME}
                 ^^^^^^^^^^ \`SIGx\` is no signal.
      WORKDIR "/a
              ^^^ The quote " is not closed.
      USER \${NAME^^}
           ^^^^^^^^^ The builder knows no modifier \`^\` in a variable.
      USER \${NOBODY:?who}
           ^^^^^^^^^^^^^^ A required variable has no value: NOBODY: who
    `);
  });

  test('a heredoc without end swallows the file, and says where it began', () => {
    expectProblems(`
      FROM alpine
      COPY <<EOF /x
             ^^^ This heredoc has no end: a line with only EOF is missing.
      RUN true
    `);
  });

  test('a value that the base image or the command line may give is no problem', () => {
    expectProblems(`
      ARG TAG
      FROM alpine:$TAG
      STOPSIGNAL $SIGNAL
      USER \${SOMEBODY:?}
    `);
  });

  test.each(['', '\n\n', '# only\n'])('%j has no instructions', (text) => {
    expect(parseDockerfile(text).problems.map(({ code }) => code)).toEqual(['empty-file']);
  });
});

test('every problem speaks French', () => {
  const french = JSON.parse(
    readFileSync(new URL('../../../l10n/fr/dockerfile.json', import.meta.url), 'utf8'),
  ) as Record<string, string>;
  const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const { say } of Object.values(problemTable)) {
    const { template } = say({});
    expect(french, template).toHaveProperty([template]);
    expect(new Set(placeholders(french[template] ?? ''))).toEqual(new Set(placeholders(template)));
  }
});
