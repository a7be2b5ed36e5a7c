import { lexPlainLine } from '#core/dockerfile/lex.ts';
import { splitFlags } from '#core/dockerfile/flags.ts';
import { splitAtBlanks } from '#core/dockerfile/words.ts';
import { expect, test } from 'vitest';

test.each([
  'FROM --platform=$BUILDPLATFORM golang:1.25 AS build',
  'COPY --from=build --chown=1:1 /a /b/',
  'ADD --keep-git-dir=true https://example.com/a.git /a',
  'RUN --mount=type=cache,target=/x apt-get update && apt-get install -y curl',
  'HEALTHCHECK --interval=3s CMD curl -f http://x/ || exit 1',
  'ENV A=1 B=$A',
  'EXPOSE 80 443/udp',
  'CMD',
])('the library cuts `%s` as our own code does', (line) => {
  const keywordEnd = /^\w+/.exec(line)?.[0].length ?? 0;
  const own = splitFlags(line, keywordEnd);
  expect(lexPlainLine(line)).toEqual({
    keywordEnd,
    flags: own.flags,
    rest: own.rest,
    words: splitAtBlanks(line, own.rest, line.length),
  });
});

test.each([
  'COPY "a b" c',
  'RUN echo a\\',
  'RUN <<EOF',
  'CMD ["a"]',
  'COPY -- a b',
  'ENV --x=1 A=1',
  "RUN it's",
  '',
  'HEALTHCHECK || --from=0',
])('`%s` is left to our own code', (line) => {
  expect(lexPlainLine(line)).toBeUndefined();
});
