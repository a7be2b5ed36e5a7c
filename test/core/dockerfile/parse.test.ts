import { dedent } from '#test/kit/marks.ts';
import { parseDockerfile, type Instruction } from '#core';
import { describe, expect, test } from 'vitest';
import { expectMarks } from './draw.ts';

const instructionsOf = (drawing: string): readonly Instruction[] => parseDockerfile(dedent(drawing)).instructions;

describe('lines', () => {
  test('comments and empty lines inside a continuation are no code, and offsets survive', () => {
    const text = 'FROM a\nRUN one \\\n  # why\n\n  two\n';
    const [, run] = parseDockerfile(text).instructions;
    expect(run?.code).toBe('RUN one              two');
    expect(run?.code.length).toBe(run ? run.span.end - run.span.start : 0);
    expect(run?.args.map(({ span }) => text.slice(span.start, span.end))).toEqual(['one', 'two']);
  });

  test('a word goes on in the next line when that begins without a blank', () => {
    const text = 'FROM a\nENV P=/one:\\\n/two Q=3\n';
    const [, env] = parseDockerfile(text).instructions;
    expect(env?.assignments.map(({ value }) => value?.value)).toEqual(['/one:/two', '3']);
    const first = env?.assignments[0]?.value?.span;
    expect(first && text.slice(first.start, first.end)).toBe('/one:\\\n/two');
  });

  test('an escaped backslash at the end continues nothing', () => {
    const keywords = instructionsOf('FROM a\nRUN echo a \\\\\nRUN echo b\n').map(({ keyword }) => keyword);
    expect(keywords).toEqual(['FROM', 'RUN', 'RUN']);
  });

  test('the escape directive changes what continues, and stands only at the top', () => {
    const file = parseDockerfile('# escape=`\n# Comment\n# syntax=x\nFROM a\nRUN a `\n b\nCOPY C:\\ D:\\\nUSER c\n');
    expect(file.escape).toBe('`');
    expect(file.directives.map(({ name, value }) => `${name}=${value}`)).toEqual(['escape=`']);
    expect(file.comments.map(({ text }) => text)).toEqual(['escape=`', 'Comment', 'syntax=x']);
    expect(file.instructions.map(({ keyword }) => keyword)).toEqual(['FROM', 'RUN', 'COPY', 'USER']);
  });

  test('a byte order mark and CRLF belong to no instruction', () => {
    const text = '\uFEFFFROM a\r\nRUN x \\\r\n  y\r\nUSER z\r\n';
    const file = parseDockerfile(text);
    expect(file.problems).toEqual([]);
    expect(file.instructions.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'FROM a',
      'RUN x \\\r\n  y',
      'USER z',
    ]);
  });
});

describe('flags', () => {
  test('names and values have their places, quotes are removed', () => {
    const text = 'FROM a\nCOPY --link --chown="1:1" --from=b x y\n';
    const copy = parseDockerfile(text).instructions[1];
    expect(copy?.flags.map(({ name, value }) => [name, value])).toEqual([
      ['link', undefined],
      ['chown', '1:1'],
      ['from', 'b'],
    ]);
    expect(copy?.flags.map(({ valueSpan }) => valueSpan && text.slice(valueSpan.start, valueSpan.end))).toEqual([
      null,
      '"1:1"',
      'b',
    ]);
    expect(copy?.args.map(({ value }) => value)).toEqual(['x', 'y']);
  });

  test('two dashes alone end them', () => {
    const [, copy] = instructionsOf('FROM a\nCOPY -- --x y\n');
    expect(copy?.flags).toEqual([]);
    expect(copy?.args.map(({ value }) => value)).toEqual(['--x', 'y']);
  });
});

describe('forms', () => {
  test('the JSON form keeps spaces and decodes escapes', () => {
    const [, cmd] = instructionsOf('FROM a\nCMD [ "sh", "-c", "echo \\"hi there\\" \\u0041" ]\n');
    expect(cmd?.json?.map(({ value }) => value)).toEqual(['sh', '-c', 'echo "hi there" A']);
    expect(cmd?.script()).toBeNull();
  });

  test.each(["CMD ['a']", 'CMD ["a",]', 'CMD ["a"] b', 'CMD "a"'])('%s is shell form', (line) => {
    expect(parseDockerfile(`FROM a\n${line}\n`).instructions[1]?.json).toBeNull();
  });

  test('assignments: several, quoted, escaped, without value, and the old form', () => {
    const [arg, , env, old] = instructionsOf(`
      ARG a=1 b
      FROM x
      ENV A="b c" B='d "e"' C=f\\ g D= E=h=i
      ENV NAME the  rest = here
    `);
    expect(arg?.assignments.map(({ name, value }) => [name.value, value?.value])).toEqual([
      ['a', '1'],
      ['b', undefined],
    ]);
    expect(env?.assignments.map(({ name, value }) => `${name.value}:${value?.value}`)).toEqual([
      'A:b c',
      'B:d "e"',
      'C:f g',
      'D:',
      'E:h=i',
    ]);
    expect(old?.assignments.map(({ name, value }) => [name.value, value?.value])).toEqual([
      ['NAME', 'the  rest = here'],
    ]);
  });

  test('what ONBUILD and HEALTHCHECK hold is an instruction with its own places', () => {
    expectMarks(
      `
      FROM a
      ONBUILD COPY --from=b x y
              ^^^^ COPY from x,y
      HEALTHCHECK --interval=3s CMD curl -f x
                                ^^^ CMD  curl,-f,x
    `,
      ({ instructions }) =>
        instructions.flatMap(({ inner }) =>
          inner
            ? {
                ...inner.keywordSpan,
                message: `${inner.keyword} ${inner.flags.map(({ name }) => name).join()} ${inner.args.map(({ value }) => value).join()}`,
              }
            : [],
        ),
    );
  });
});

describe('heredocs', () => {
  test('names, quotes, tabs and descriptors; each has its body', () => {
    const text = 'FROM a\nCOPY <<one <<-"two" 3<<th\'re\'e /x/\na\none\n\tb\n\ttwo\nthree\nUSER x\n';
    const [, copy, user] = parseDockerfile(text).instructions;
    expect(copy?.heredocs).toMatchObject([
      { name: 'one', expand: true, stripTabs: false, fileDescriptor: 0, body: 'a\n' },
      { name: 'two', expand: false, stripTabs: true, fileDescriptor: 0, body: '\tb\n' },
      { name: 'three', expand: false, stripTabs: false, fileDescriptor: 3, body: '' },
    ]);
    expect(copy?.heredocs.map(({ bodySpan }) => text.slice(bodySpan.start, bodySpan.end))).toEqual([
      'a\n',
      '\tb\n',
      '',
    ]);
    expect(copy?.span.end).toBe(text.indexOf('\nUSER'));
    expect(copy?.code).not.toContain('three\n');
    expect(user?.keyword).toBe('USER');
  });

  test.each(['USER <<E', 'CMD <<E', 'RUN cat <<<E', 'RUN echo "<<E"', 'RUN ["<<E"]', "RUN it's <<E", 'RUN $((1<<2))'])(
    '%s opens none',
    (line) => {
      const { instructions } = parseDockerfile(`FROM a\n${line}\nWORKDIR /x\n`);
      expect(instructions.map(({ keyword }) => keyword)).toEqual(['FROM', line.split(' ')[0], 'WORKDIR']);
    },
  );
});
