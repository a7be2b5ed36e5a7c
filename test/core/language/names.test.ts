import { findReferences, parseDocument, resolveNames } from '#core';
import { describe, expect, test } from 'vitest';
import { effortOf } from '#test/kit/effort.ts';
import { expectPlaces } from '#test/kit/names-test.ts';

describe('a stage', () => {
  test('in FROM, COPY --from by name and number, and in mounts, whatever the case', () => {
    expectPlaces(
      'Build',
      `
        FROM golang AS Build
                       ^^^^^ write
        FROM build AS two
             ^^^^^ read
        FROM scratch
        COPY --from=BUILD /a /b
                    ^^^^^ read
        COPY --link --from=0 /a /b
                           ^ read
        COPY --from="build" /a /b
                     ^^^^^ read
        RUN --mount=type=bind,from=build,target=/x --mount=from=other,target=/y make build
                                   ^^^^^ read
        COPY --from=1 /a /b
      `,
    );
  });
  test('of a name that stands twice: FROM sees the one above, COPY and mounts the last of the file', () => {
    expectPlaces(
      'AS x',
      `
        FROM a AS x
                  ^ write
        FROM x AS x
             ^ read
        COPY --from=0 a b
                    ^ read
        FROM x AS y
        COPY --from=x a b
      `,
    );
    expectPlaces(
      '=X2',
      `
        FROM a AS x2
        COPY --from=X2 a b
                    ^^ read
        FROM b AS X2
                  ^^ write
        RUN --mount=from=x2,target=/x y
                         ^^ read
      `,
    );
  });
  test('without a name, by its number', () => {
    expectPlaces(
      '--from=0',
      `
        FROM a
        ^^^^ write
        FROM b
        COPY --from=0 a b
                    ^ read
      `,
    );
  });
  test('is not named by a number in FROM or a mount, nor by ONBUILD for another file', () => {
    expectPlaces(
      'AS base',
      `
        FROM a AS base
                  ^^^^ write
        FROM 0 AS b
        RUN --mount=from=0,target=/x y
        ONBUILD COPY --from=base x y
      `,
    );
  });
  test('is named by ONBUILD where the file itself builds on that stage', () => {
    expectPlaces(
      'AS dep',
      `
        FROM a AS dep
                  ^^^ write
        FROM b AS base
        ONBUILD COPY --from=dep x y
                            ^^^ read
        FROM base
      `,
    );
  });
  test('reached through a variable', () => {
    expectPlaces(
      'AS final',
      `
        ARG BASE=final
        FROM a AS final
                  ^^^^^ write
        FROM $BASE
             ^^^^^ read
      `,
    );
  });
  test('behind continuations, a byte order mark and CRLF', () => {
    const text =
      '\uFEFFFROM a AS dep\r\nFROM b\r\nRUN --mount=type=bind,\\\r\n# why\r\nfrom=dep,target=/x \\\r\n  make\r\n';
    const names = resolveNames(parseDocument('dockerfile', 'Dockerfile', text));
    const spans = findReferences(names, text.indexOf('dep'), { declarations: true }) ?? [];
    expect(spans.map(({ start, end }) => text.slice(start - 5, end))).toEqual(['a AS dep'.slice(-8), 'from=dep']);
  });
});

describe('a heredoc', () => {
  test('is its opening and its closing delimiter', () => {
    expectPlaces(
      'ONE',
      `
        FROM a
        RUN <<-"ONE" cat <<TWO
                ^^^ write
        ONE x
        \tONE
         ^^^ read
        ONE
        TWO
      `.replace('\\t', '\t'),
    );
  });
  test('without its end is only the opening', () => {
    expectPlaces(
      'ONE',
      `
        FROM a
        RUN <<ONE
              ^^^ write
        ONE x
      `,
    );
  });
});

test('references leave declarations out when asked to', () => {
  const text = 'FROM a AS x\nFROM x\n';
  const names = resolveNames(parseDocument('dockerfile', 'Dockerfile', text));
  expect(findReferences(names, 10, { declarations: false })).toEqual([{ start: 17, end: 18 }]);
  expect(findReferences(names, 0, { declarations: true })).toBeUndefined();
});

test('thousands of lines are named in one go', async () => {
  const stages = Array.from(
    { length: 1500 },
    (_, i) => `FROM ${i === 0 ? 'a' : `s${i - 1}`} AS s${i}\nENV V${i}=$V0\nRUN echo $V${i}\n`,
  );
  const document = parseDocument('dockerfile', 'Dockerfile', stages.join(''));
  expect(await effortOf(() => expect(resolveNames(document).all).toHaveLength(3000))).toBeLessThan(5);
});
