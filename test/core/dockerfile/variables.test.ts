import { dedent } from '#test/kit/marks.ts';
import {
  ancestorsOf,
  environmentAt,
  expandText,
  expandWord,
  finalStage,
  findStage,
  findVariables,
  parseDockerfile,
  parseImageReference,
} from '#core';
import { describe, expect, test } from 'vitest';
import { expectMarks } from './draw.ts';

/** The value of the last word of a file's last instruction. */
function lastValue(drawing: string): string | null {
  const file = parseDockerfile(dedent(drawing));
  const last = file.instructions.at(-1);
  const word = last?.args.at(-1);
  return last && word ? expandWord(word, environmentAt(file, last), file.escape) : null;
}

describe('expansion', () => {
  test.each([
    ['$v', 'a.tar.gz'],
    ['${v}x', 'a.tar.gzx'],
    ['${none:-d}', 'd'],
    ['${empty:-d}', 'd'],
    ['${empty-d}', ''],
    ['${v:+yes}', 'yes'],
    ['${empty:+yes}', ''],
    ['${empty+yes}', 'yes'],
    ['${v#*.}', 'tar.gz'],
    ['${v##*.}', 'gz'],
    ['${v%.*}', 'a.tar'],
    ['${v%%.*}', 'a'],
    ['${v/a/b}', 'b.tar.gz'],
    ['${v//a/b}', 'b.tbr.gz'],
    ['${v//./}', 'atargz'],
    ['${none:-${v%.gz}}', 'a.tar'],
    ['"$v"\'$v\'', 'a.tar.gz$v'],
    ['\\$v', '$v'],
    ['"\\$v \\x"', '$v \\x'],
    ['$', '$'],
    ['${v', null],
    ['${v^^}', null],
    ['${none:?}', null],
    ['${}', null],
    ['"open', null],
  ])('%s is %j', (text, value) => {
    const values: Record<string, string> = { v: 'a.tar.gz', empty: '' };
    const environment = { get: (name: string) => values[name], names: () => Object.keys(values) };
    expect(expandText(text, { escape: '\\', environment }).value).toBe(value);
  });

  test('an unknown value makes unknown only what depends on it', () => {
    const environment = { get: (name: string) => (name === 'u' ? null : undefined), names: () => [] };
    const value = (text: string) => expandText(text, { escape: '\\', environment }).value;
    expect(value('a$u')).toBeNull();
    expect(value('${u:-d}')).toBeNull();
    expect(value('${none:+$u}x')).toBe('x');
    expect(value('${none:-$u}')).toBeNull();
  });
});

describe('scopes', () => {
  test('a global ARG reaches FROM at once and a stage once it is declared again', () => {
    expect(lastValue('ARG A=g\nFROM scratch\nARG A\nUSER $A\n')).toBe('g');
    expect(lastValue('ARG A=g\nFROM scratch\nUSER x$A\n')).toBe('x');
    expect(lastValue('ARG A=g\nFROM scratch\nARG A=own\nUSER $A\n')).toBe('own');
    expect(lastValue('ARG T=3\nARG I=alpine:$T\nFROM $I\n')).toBe('alpine:3');
  });

  test('the later of ARG and ENV counts, and ENV sees the values before it', () => {
    expect(lastValue('FROM scratch\nENV A=1\nARG A=2\nUSER $A\n')).toBe('2');
    expect(lastValue('FROM scratch\nENV A=1\nENV A=2 B=$A\nUSER $B\n')).toBe('1');
    expect(lastValue('FROM scratch\nARG A=1 B=$A\nUSER $B\n')).toBe('1');
  });

  test('a stage inherits from the stage it builds on', () => {
    expect(lastValue('FROM scratch AS Base\nENV A=1\nARG B=2\nFROM base\nUSER $A$B\n')).toBe('12');
  });

  test('what an image may set is unknown; platform arguments are known to a build only', () => {
    expect(lastValue('FROM alpine\nUSER $A\n')).toBeNull();
    expect(lastValue('FROM scratch\nARG TARGETARCH\nUSER $TARGETARCH\n')).toBeNull();
    expect(lastValue('FROM scratch\nUSER x$TARGETARCH\n')).toBe('x');
    expect(lastValue('FROM alpine-$TARGETARCH\n')).toBeNull();
  });

  test('a file with thousands of stages on top of each other is read all the same', () => {
    const stages = Array.from({ length: 5000 }, (_, index) => `FROM s${index} AS s${index + 1}\nENV A${index}=$A0\n`);
    expect(parseDockerfile(stages.join('')).problems).toEqual([]);
  });
});

test('variables are found where they stand, not those of the shell', () => {
  expectMarks(
    `
    FROM alpine
    COPY --chown=$U \${A:-$B} "$C" /x
                 ^^ U
                    ^^^^^^^^ A:-
                         ^^ B
                              ^^ C
    RUN echo $HOME
  `,
    ({ instructions, escape }) =>
      instructions.flatMap((instruction) =>
        findVariables(instruction, escape).map(({ span, name, modifier }) => ({ ...span, message: name + modifier })),
      ),
  );
});

describe('stages', () => {
  const file = parseDockerfile('FROM a AS Base\nFROM base AS Mid\nFROM scratch\nFROM mid AS top\nUSER x\n');

  test('are found by FROM in lower case only, since the builder keeps their names like that', () => {
    const { stages, problems } = parseDockerfile('FROM a AS Base\nFROM Base\n');
    expect(stages[1]?.base.kind).toBe('unknown');
    expect(problems.map(({ code }) => code)).toEqual(['image-uppercase']);
  });

  test('know what they build on', () => {
    expect(file.stages.map(({ base }) => base.kind)).toEqual(['image', 'stage', 'scratch', 'stage']);
    const top = finalStage(file);
    expect(top && ancestorsOf(top).map(({ name }) => name?.value)).toEqual(['top', 'Mid', 'Base']);
    expect(file.instructions.map(({ stage }) => stage)).toEqual([0, 1, 2, 3, 3]);
  });

  test('are found by name without case and by number', () => {
    expect(findStage(file, 'MID')?.index).toBe(1);
    expect(findStage(file, '2')?.index).toBe(2);
    expect(findStage(file, 'none')).toBeUndefined();
  });
});

describe('image references', () => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  test.each([
    ['alpine', null, 'alpine', null, null],
    ['library/alpine:3.23', null, 'library/alpine', '3.23', null],
    ['localhost/a', 'localhost', 'a', null, null],
    [`reg.example:5000/a/b:1@${digest}`, 'reg.example:5000', 'a/b', '1', digest],
    ['a_b/c__d-e.f', null, 'a_b/c__d-e.f', null, null],
  ])('%s', (text, registry, repository, ...[tag, found]) => {
    expect(parseImageReference(text)).toEqual({ registry, repository, tag, digest: found });
  });

  test.each(['', 'Alpine', 'alpine:', 'a@sha256:12', 'a//b', '-a', 'a:b:c', 'a b', 'a'.repeat(256), 'ab'.repeat(32)])(
    '%j is none',
    (text) => {
      expect(parseImageReference(text)).toBeNull();
    },
  );
});
