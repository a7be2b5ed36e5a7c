import {
  applyEdits,
  findInlayHints,
  findSemanticTokens,
  noKnowledge,
  parseDocument,
  parseDockerfile,
  planFormat,
  planFormatOnEnter,
  planRefactors,
  type SourceDocument,
} from '#core';
import { array, assert, constantFrom, property, string as anyString } from 'fast-check';
import { expect, test } from 'vitest';
import { meaningOf } from '#test/kit/meaning.ts';

const runs = Number(process.env['FUZZ_RUNS'] ?? 1500);

/** Pieces of lines, with the blanks, line ends and quotes that a formatter could trip over. */
const pieces = [
  'FROM ',
  'from a',
  'run ',
  'RUN  ',
  'ENV  ',
  'CMD ',
  'COPY ',
  'ONBUILD  ',
  'HEALTHCHECK ',
  'WORKDIR ',
  'FOO ',
  '--from=0 ',
  '--x ',
  '  ',
  '\t',
  ' ',
  '\n',
  '\n\n\n',
  '\r\n',
  '\r',
  ' \\\n',
  '\\ \n',
  '\\\r\n',
  '\\',
  '\\\\',
  '`\n',
  '# c\n',
  '# escape=`\n',
  '# syntax=x\n',
  '"',
  "'",
  '<<E',
  '<<-E ',
  'E\n',
  '\tE\n',
  'set -e\n',
  '[',
  '"a"]',
  'a b',
  '$A',
  'a=b ',
  ' && ',
  ' || ',
  ';',
  '| ',
  '$(',
  ')',
  '{',
  '>',
  '#',
  '\u00a0',
  '\uFEFF',
  'SHELL ["cmd"]\n',
  'apt-get install ',
];
const dockerfiles = array(constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const how = { tabSize: 4, insertSpaces: true };

function read(text: string): SourceDocument {
  return parseDocument('dockerfile', 'Dockerfile', text);
}

function format(text: string): string {
  const after = applyEdits(text, planFormat(read(text), how));
  if (after === undefined) throw new Error('edits overlap');
  return after;
}

function checkFormat(text: string): void {
  const once = format(text);
  expect(meaningOf(once)).toEqual(meaningOf(text));
  expect(format(once)).toBe(once);
  const middle = Math.floor(text.length / 2);
  const part = applyEdits(text, planFormat(read(text), how, { start: middle, end: middle + 9 }));
  expect(meaningOf(part ?? '')).toEqual(meaningOf(text));
  expect(applyEdits(text, planFormatOnEnter(read(text), middle, how))).toBeDefined();
}

test('formatting never changes what is read, and is settled at once', () => {
  assert(property(dockerfiles, checkFormat), { numRuns: runs * 2 });
  assert(property(anyString({ unit: 'binary', maxLength: 200 }), checkFormat), { numRuns: runs });
});

test('tokens are in order, apart and each on its line', () => {
  const check = (text: string): void => {
    let end = 0;
    for (const { span } of findSemanticTokens(read(text))) {
      if (span.start < end || span.end <= span.start || span.end > text.length)
        throw new Error(`token at ${span.start}`);
      if (/[\r\n]/.test(text.slice(span.start, span.end))) throw new Error(`token over a line break at ${span.start}`);
      end = span.end;
    }
    findInlayHints(read(text), { start: 0, end: text.length }, noKnowledge);
  };
  assert(property(dockerfiles, check), { numRuns: runs * 2 });
});

test('no rewriting breaks a file', () => {
  const check = (text: string): void => {
    const before = parseDockerfile(text);
    for (const { span } of before.instructions) {
      for (const { title, edits } of planRefactors(read(text), { start: span.start, end: span.start }, noKnowledge)) {
        const after = applyEdits(text, edits);
        const { problems } = parseDockerfile(after ?? '');
        const codes = problems.map(({ code }) => code);
        expect(codes, `${title.template} of ${JSON.stringify(text)}`).toEqual(before.problems.map(({ code }) => code));
      }
    }
  };
  assert(property(dockerfiles, check), { numRuns: runs * 2 });
});
