import { createLineIndex, findVariables, parseDockerfile, type Dockerfile, type Instruction, type Span } from '#core';
import { array, assert, constantFrom, nat, property, record, string as anyString, tuple } from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const here = path.dirname(fileURLToPath(import.meta.url));
const runs = Number(process.env['FUZZ_RUNS'] ?? 1500);

/** Pieces of which Dockerfiles are made, also the wrong ones. */
const pieces = [
  'FROM ',
  'AS ',
  'RUN ',
  'COPY ',
  'ADD ',
  'ENV ',
  'ARG ',
  'LABEL ',
  'CMD ',
  'ENTRYPOINT ',
  'EXPOSE ',
  'VOLUME ',
  'USER ',
  'WORKDIR ',
  'SHELL ',
  'ONBUILD ',
  'HEALTHCHECK ',
  'STOPSIGNAL ',
  'MAINTAINER ',
  'NONE',
  'scratch',
  'alpine:3',
  'a=b ',
  '=',
  '--from=',
  '--mount=type=',
  'bind',
  'target=/x,',
  '--',
  '-',
  '<<EOF',
  '<<-"E"',
  '3<<',
  'EOF\n',
  'E',
  '["a", ',
  '"',
  "'",
  ']',
  '[',
  '${a',
  '$a',
  ':-',
  '}',
  '#',
  '%',
  '/',
  '//',
  '\\',
  '\\\n',
  '`',
  '`\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\u00a0',
  '\ufeff',
  '\0',
  '# escape=`\n',
  '# syntax=x\n',
  '# ',
  '|',
  '&&',
  ';',
  '$(',
  ')',
  '(',
  'if ',
  'fi',
  'a',
  '1',
  '😀',
  'é',
  '@sha256:',
  ':',
  ',',
];
const dockerfiles = array(constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

describe('any text', () => {
  test('made of pieces of Dockerfiles is read without a throw, and all spans lie inside it', () => {
    assert(property(dockerfiles, checkText), { numRuns: runs * 2 });
  });

  test('made of any characters', () => {
    assert(property(anyString({ unit: 'binary', maxLength: 300 }), checkText), { numRuns: runs });
  });

  test('that was a real file before bytes were changed', () => {
    const samples = [
      ...readAll(path.join(here, '../truth/dockerfile/samples'), 200),
      ...readAll(path.join(here, '../../../shared/corpus/dockerfile'), 60),
    ];
    expect(samples.length).toBeGreaterThan(60);
    const mutation = record({
      sample: nat({ max: samples.length - 1 }),
      cuts: array(tuple(nat(), nat({ max: 12 }), constantFrom('', ...pieces)), { maxLength: 4 }),
    });
    const mutate = ({ sample, cuts }: { sample: number; cuts: [number, number, string][] }): void => {
      let text = samples[sample] ?? '';
      for (const [place, length, by] of cuts) {
        const at = place % (text.length + 1);
        text = text.slice(0, at) + by + text.slice(at + length);
      }
      checkText(text);
    };
    assert(property(mutation, mutate), { numRuns: runs });
  });
});

function readAll(folder: string, most: number): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('Dockerfile'));
  const step = Math.max(1, Math.floor(names.length / most));
  return names.filter((_, index) => index % step === 0).map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

function checkText(text: string): void {
  const file = parseDockerfile(text);
  const inside = ({ start, end }: Span, what: string): void => {
    if (!(Number.isInteger(start) && 0 <= start && start <= end && end <= text.length)) {
      throw new Error(`${what} [${start}, ${end}) leaves the text of length ${text.length}`);
    }
  };
  for (const { code, span } of file.problems) inside(span, code);
  for (const { span } of file.comments) inside(span, 'comment');
  for (const { span, nameSpan, valueSpan } of file.directives) {
    inside(span, 'directive');
    inside(nameSpan, 'directive name');
    inside(valueSpan, 'directive value');
  }
  for (const { span } of file.stages) inside(span, 'stage');
  for (const instruction of file.instructions) checkInstruction(file, instruction, inside);
  checkOrder(file);
}

type Inside = (span: Span, what: string) => void;

function checkInstruction(file: Dockerfile, instruction: Instruction, inside: Inside): void {
  const { code, span, keywordSpan, keywordText, heredocs } = instruction;
  inside(span, 'instruction');
  inside(keywordSpan, 'keyword');
  expect(code.length).toBe(span.end - span.start);
  expect(code).not.toMatch(/[\n]/);
  // Whatever is not blank in the code stands at the same place in the file.
  for (let at = 0; at < code.length; at++) {
    if (code[at] !== ' ' && code[at] !== file.text[span.start + at]) throw new Error(`code differs at ${at}`);
  }
  if (!keywordText.includes('\\') && keywordSpan.end - keywordSpan.start === keywordText.length) {
    expect(file.text.slice(keywordSpan.start, keywordSpan.end)).toBe(keywordText);
  }
  checkArguments(instruction, inside);
  for (const { nameSpan, bodySpan, body } of heredocs) {
    inside(nameSpan, 'heredoc name');
    inside(bodySpan, 'heredoc body');
    expect(file.text.slice(bodySpan.start, bodySpan.end)).toBe(body);
  }
  for (const variable of findVariables(instruction, file.escape)) {
    inside(variable.span, 'variable');
    inside(variable.nameSpan, 'variable name');
  }
  checkScript(instruction, inside);
  if (instruction.inner) checkInstruction(file, instruction.inner, inside);
}

function checkArguments({ argsSpan, args, flags, assignments }: Instruction, inside: Inside): void {
  inside(argsSpan, 'arguments');
  for (const word of args) inside(word.span, 'word');
  for (const flag of flags) {
    inside(flag.span, 'flag');
    inside(flag.nameSpan, 'flag name');
    if (flag.valueSpan) inside(flag.valueSpan, 'flag value');
  }
  for (const { span, name, value } of assignments) {
    inside(span, 'assignment');
    inside(name.span, 'assigned name');
    if (value) inside(value.span, 'assigned value');
  }
}

function checkScript(instruction: Instruction, inside: Inside): void {
  for (const { span, args, name, pipe } of instruction.script()?.commands ?? []) {
    inside(span, 'command');
    for (const word of args) inside(word.span, 'shell word');
    if (name) inside(name.span, 'command name');
    if (pipe) inside(pipe, 'pipe');
  }
}

/** Each instruction is found once, in file order, and every line with code belongs to one. */
function checkOrder({ text, instructions, comments }: Dockerfile): void {
  let end = 0;
  for (const { span } of instructions) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    end = span.end;
  }
  const covered = new Uint8Array(text.length);
  for (const { span } of [...instructions, ...comments]) covered.fill(1, span.start, span.end);
  const lost = Array.from({ length: text.length }, (_, at) => at).find(
    (at) => covered[at] === 0 && !/[\s\u0085\uFEFF\\`]/.test(text.charAt(at)),
  );
  const line = lost === undefined ? undefined : createLineIndex(text).positionAt(lost).line;
  expect(line, 'a line that belongs to nothing').toBeUndefined();
}
