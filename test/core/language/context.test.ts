import {
  contextOfFiles,
  createContext,
  createListing,
  findFolds,
  noKnowledge,
  parseDocument,
  parseIgnore,
} from '#core';
import { describe, expect, test } from 'vitest';
import { acceptAt, completeAt, hoverAt, labelsAt } from '#test/kit/language-test.ts';

const files = {
  '.dockerignore': 'docs\n!docs/api\nbuild\n',
  'docs/a.md': 'a',
  'docs/api/b.md': 'bb',
  'build/out.js': '',
  'src/main.js': 'run()',
  'go.mod': '',
};
const setting = { knowledge: { ...noKnowledge, context: contextOfFiles(files) } };

/** Only the paths among the completions. */
function pathsAt(drawing: string): string[] {
  const found = completeAt('dockerfile', drawing, setting);
  return found.filter(({ kind }) => kind === 'file').map(({ label }) => label);
}

describe('paths behind COPY and ADD', () => {
  test('an excluded folder is offered when something in it comes back', () => {
    expect(pathsAt('FROM a\nCOPY |\n')).toEqual(['docs/', 'src/', '.dockerignore', 'go.mod']);
    expect(pathsAt('FROM a\nCOPY docs/|\n')).toEqual(['api/']);
    expect(pathsAt('FROM a\nADD ./docs/../s|\n')).toEqual(['src/']);
  });

  test('a destination is not guessed', () => {
    expect(pathsAt('FROM a\nCOPY go.mod |\n')).toEqual([]);
    expect(pathsAt('FROM a\nCOPY go.mod s| /x/\n')).toEqual(['src/']);
    expect(pathsAt('FROM a\nCOPY ["go.mod", "|"]\n')).toEqual([]);
  });

  test('on further lines, and in ONBUILD', () => {
    expect(pathsAt('FROM a\nCOPY go.mod \\\n  # words\n  sr|\n')).toEqual(['src/']);
    expect(pathsAt('FROM a\nONBUILD COPY sr|\n')).toEqual(['src/']);
  });

  test('not where something else is meant', () => {
    for (const line of [
      'COPY --from=b s|',
      'COPY --chown=s| a b',
      'ADD https://s|',
      'COPY <<s|',
      'RUN s|',
      'COPY $s|',
    ]) {
      expect(pathsAt(`FROM a AS b\nFROM a\n${line}\n`), line).toEqual([]);
    }
  });

  test('what stands behind the cursor is replaced up to the next folder', () => {
    expect(acceptAt('dockerfile', 'FROM a\nCOPY s|ource/main.js /x\n', 'src/', setting)).toBe(
      'FROM a\nCOPY src//main.js /x\n',
    );
    expect(acceptAt('dockerfile', 'FROM a\nCOPY ["src/m|"]\n', 'main.js', setting)).toBe(
      'FROM a\nCOPY ["src/main.js"]\n',
    );
  });
});

describe('an ignore file', () => {
  test('offers paths and patterns, each once', () => {
    const labels = labelsAt('dockerignore', 'docs\n.git\n|\n', setting);
    expect(labels.slice(0, 3)).toEqual(['build/', 'docs/', 'src/']);
    expect(labels).toContain('**/testdata');
    expect(labels).not.toContain('.git');
    expect(labels.filter((label) => label === '**/target')).toEqual([]);
  });

  test('offers only paths behind an exclamation mark', () => {
    expect(labelsAt('dockerignore', '*\n!docs/|\n', setting)).toEqual(['api/', 'a.md']);
    expect(acceptAt('dockerignore', '*\n  ! /s|\n', 'src/', setting)).toBe('*\n  ! /src/\n');
  });

  test('offers rules to silence in comments, and nothing of a Dockerfile', () => {
    const labels = labelsAt('dockerignore', '# drydock ignore=|\n', setting);
    expect(labels).toContain('dockerignore/duplicate-pattern');
    expect(labels.filter((label) => label.startsWith('dockerfile/'))).toEqual([]);
  });

  test('tells what a pattern does', () => {
    expect(hoverAt('dockerignore', 'do|cs\n!docs/api', setting)).toContain('Excludes 1 file, 1 B.\ndocs/a.md');
    expect(hoverAt('dockerignore', 'docs\n!do|cs/api', setting)).toContain('Takes 1 file back, 2 B.\ndocs/api/b.md');
    expect(hoverAt('dockerignore', 'not|hing', setting)).toContain('Matches nothing in the build context.');
    expect(hoverAt('dockerignore', '*\nsr|c', setting)).toContain('Excludes nothing by itself');
    expect(hoverAt('dockerignore', 'do|cs')).toBeUndefined();
  });

  test('folds runs of comments', () => {
    const document = parseDocument('dockerignore', '.dockerignore', '# a\n# b\nc\n# d\n');
    expect(findFolds(document).map(({ span }) => [span.start, span.end])).toEqual([
      [0, 7],
      [10, 13],
    ]);
  });
});

describe('hover on a source', () => {
  test('says when not everything was read', () => {
    const listing = createListing([{ path: 'a/b', size: 1500 }], ['a/c']);
    const context = createContext({ ignore: parseIgnore('x'), listing: () => listing });
    const partly = { knowledge: { ...noKnowledge, context } };
    expect(hoverAt('dockerfile', 'FROM x\nCOPY |a /b\n', partly)).toBe(
      '`a` copies 1 file, 1.5 kB.\na/b\nNot all of the build context was read, so this may be more.',
    );
    expect(hoverAt('dockerfile', 'FROM x\nCOPY |a/c/d /b\n', partly)).toContain('Nothing is known of `a/c/d`');
  });

  test('tells what the ignore file leaves out', () => {
    expect(hoverAt('dockerfile', 'FROM x\nCOPY |docs /b\n', setting)).toBe(
      '`docs` copies 1 file, 2 B.\ndocs/api/b.md\n`.dockerignore` leaves out 1 more, 1 B.\ndocs/a.md',
    );
    expect(hoverAt('dockerfile', 'FROM x\nCOPY |none /b\n', setting)).toContain('There is no `none`');
    expect(hoverAt('dockerfile', 'FROM x AS s\nFROM x\nCOPY --from=s |docs /b\n', setting)).toBeUndefined();
  });
});
