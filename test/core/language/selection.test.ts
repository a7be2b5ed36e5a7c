import { findSelections, findWorkspaceSymbols, matchesQuery, parseDocument, type Language } from '#core';
import { describe, expect, test } from 'vitest';
import { readDrawing } from '#test/kit/marks.ts';

/** The texts that a selection at `|` grows through, up to the file. */
function grown(drawing: string, language: Language = 'dockerfile'): string[] {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  return findSelections(parseDocument(language, language, text), cursor ?? 0).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe('a selection grows', () => {
  test('from a word to the argument, the command, the pipe, the script, the instruction, the stage, the file', () => {
    expect(grown('FROM a\nRUN cd x && curl -f "http://exa|mple.org" | sh\nFROM b')).toEqual([
      'example',
      'http://example.org',
      '"http://example.org"',
      'curl -f "http://example.org"',
      'curl -f "http://example.org" | sh',
      'cd x && curl -f "http://example.org" | sh',
      'RUN cd x && curl -f "http://example.org" | sh',
      'FROM a\nRUN cd x && curl -f "http://example.org" | sh',
      'FROM a\nRUN cd x && curl -f "http://example.org" | sh\nFROM b',
    ]);
  });
  test('through a mount', () => {
    expect(grown('FROM a\nRUN --mount=type=cache,target=/var/c|ache make').slice(0, 6)).toEqual([
      'cache',
      '/var/cache',
      'target=/var/cache',
      'type=cache,target=/var/cache',
      '--mount=type=cache,target=/var/cache',
      'RUN --mount=type=cache,target=/var/cache make',
    ]);
  });
  test('through an assignment, its quotes and the variable in it', () => {
    expect(grown('FROM a\nENV A=1 B="x ${A|:-y}"').slice(0, 7)).toEqual([
      'A',
      '${A:-y}',
      'x ${A:-y}',
      '"x ${A:-y}"',
      'B="x ${A:-y}"',
      'A=1 B="x ${A:-y}"',
      'ENV A=1 B="x ${A:-y}"',
    ]);
  });
  test('through what ONBUILD holds', () => {
    expect(grown('FROM a\nONBUILD COPY fi|le /x').slice(0, 4)).toEqual([
      'file',
      'file /x',
      'COPY file /x',
      'ONBUILD COPY file /x',
    ]);
  });
  test('through a heredoc', () => {
    expect(grown('FROM a\nCOPY <<EOF /x\none tw|o\nthree\nEOF\n').slice(0, 5)).toEqual([
      'two',
      'one two',
      'one two\nthree\n',
      'one two\nthree\nEOF',
      'COPY <<EOF /x\none two\nthree\nEOF',
    ]);
  });
  test('through a comment and a directive', () => {
    expect(grown('# a wo|rd\nFROM a')).toEqual(['word', '# a word', '# a word\nFROM a']);
    expect(grown('# escape=|`\nFROM a').slice(0, 2)).toEqual(['`', '# escape=`']);
  });
  test('through the mappings of Compose', () => {
    expect(grown('services:\n  web:\n    image: "a:la|test"\n', 'compose').slice(0, 4)).toEqual([
      'latest',
      '"a:latest"',
      'image: "a:latest"',
      'web:\n    image: "a:latest"',
    ]);
  });
});

describe('what all of a workspace can go to', () => {
  const symbolsOf = (language: Language, text: string): string[] =>
    findWorkspaceSymbols(parseDocument(language, language, text)).map(({ kind, name }) => `${kind} ${name}`);
  test('stages and global build arguments', () => {
    expect(symbolsOf('dockerfile', 'ARG A=1 B\nFROM x AS build\nARG C\nFROM y:1\n')).toEqual([
      'argument A',
      'argument B',
      'stage build',
      'stage y:1',
    ]);
  });
  test('services, networks and volumes', () => {
    expect(symbolsOf('compose', 'services:\n  web: {}\nvolumes:\n  data:\nnetworks:\n  front:\nname: x\n')).toEqual([
      'service web',
      'resource front',
      'resource data',
    ]);
  });
  test('by the letters of a name in their order', () => {
    const symbol = { name: 'build-Api', kind: 'stage' as const, span: { start: 0, end: 0 } };
    expect(['', 'bapi', 'BUILD', 'b a'].every((query) => matchesQuery(symbol, query))).toBe(true);
    expect(['x', 'ab', 'apib'].some((query) => matchesQuery(symbol, query))).toBe(false);
  });
});
