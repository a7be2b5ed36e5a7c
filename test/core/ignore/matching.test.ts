import { describe, expect, test } from 'vitest';
import { effortOf } from '#test/kit/effort.ts';
import { parseIgnore } from '#core';

/** The paths of a list that a build gets, and after the dash those that it does not. */
function sort(patterns: string, ...paths: string[]): string {
  const matcher = parseIgnore(patterns).matcher();
  const sent = paths.filter((path) => !matcher.excludes(path));
  return `${sent.join(' ')} - ${paths.filter((path) => matcher.excludes(path)).join(' ')}`.trim();
}

/** One pattern against paths. */
function matched(pattern: string, ...paths: string[]): string[] {
  const matcher = parseIgnore(pattern).matcher();
  return paths.filter((path) => matcher.excludes(path));
}

describe('one pattern', () => {
  test('a plain path means itself at the root and all that lies in it', () => {
    expect(sort('docs', 'docs', 'docs/a/b.md', 'src/docs', 'docs2')).toBe('src/docs docs2 - docs docs/a/b.md');
  });

  test('slashes at the ends and dots are cleaned away', () => {
    for (const written of ['/docs', 'docs/', './docs', '//docs//', 'x/../docs', '/../docs', ' \tdocs\u00a0']) {
      expect(matched(written, 'docs/a', 'a/docs'), written).toEqual(['docs/a']);
    }
    expect(matched('../docs', 'docs', 'a/docs')).toEqual([]);
    expect(matched('.', 'a')).toEqual([]);
    expect(matched('/', 'a')).toEqual([]);
  });

  test('a star stays within one folder', () => {
    expect(matched('*.md', 'a.md', '.md', 'b/a.md')).toEqual(['a.md', '.md']);
    expect(matched('*/temp*', 'a/temp', 'a/temporary.txt', 'a/b/temp', 'temp')).toEqual(['a/temp', 'a/temporary.txt']);
    expect(matched('a*b*c', 'abc', 'a1b2c', 'ab/c', 'acb')).toEqual(['abc', 'a1b2c']);
    expect(matched('*', 'a', '.b', 'c/d')).toEqual(['a', '.b', 'c/d']);
  });

  test('a question mark is one character, however wide', () => {
    expect(matched('temp?', 'temp', 'tempa', 'temp/', 'temp🐳', 'tempab')).toEqual(['tempa', 'temp🐳']);
  });

  test('two stars are any folders, and none', () => {
    expect(matched('**/*.go', 'a.go', 'b/a.go', 'b/c/a.go', 'a.gop')).toEqual(['a.go', 'b/a.go', 'b/c/a.go']);
    expect(matched('**/foo/bar', 'foo/bar', 'a/foo/bar', 'foo', 'foo/a/bar')).toEqual(['foo/bar', 'a/foo/bar']);
    expect(matched('a/**', 'a', 'a/b', 'a/b/c', 'ab')).toEqual(['a/b', 'a/b/c']);
    expect(matched('a/**/b', 'a/b', 'a/x/b', 'a/x/y/b', 'ab', 'b')).toEqual(['a/b', 'a/x/b', 'a/x/y/b']);
    expect(matched('**/x/**', 'x', 'x/y', 'a/x/y/z')).toEqual(['x/y', 'a/x/y/z']);
    expect(matched('**', 'a', 'a/b')).toEqual(['a', 'a/b']);
    expect(matched('**/**/file', 'file', 'a/file', 'a/b/file', 'afile')).toEqual(['file', 'a/file', 'a/b/file']);
  });

  test('two stars beside text are what the builder makes of them', () => {
    expect(matched('**file', 'file', 'afile', 'a/file', 'a/bfile')).toEqual(['file', 'afile', 'a/file', 'a/bfile']);
    expect(matched('a**', 'a', 'ab', 'a/b/c', 'b')).toEqual(['a', 'ab', 'a/b/c']);
    expect(matched('a**b', 'ab', 'ax/b', 'axb', 'a/x/b')).toEqual(['ab', 'ax/b', 'a/x/b']);
  });

  test('classes and escapes', () => {
    expect(matched('[a-c]1', 'a1', 'c1', 'd1')).toEqual(['a1', 'c1']);
    expect(matched('[^a-c]1', 'a1', 'd1')).toEqual(['d1']);
    expect(matched('[!a]1', 'a1', '!1', 'b1')).toEqual(['a1', '!1']);
    expect(matched('[\\]x]', ']', 'x', '\\')).toEqual([']', 'x']);
    expect(matched('a\\*b', 'a*b', 'axb')).toEqual(['a*b']);
    expect(matched('\\!important', '!important', 'important')).toEqual(['!important']);
    expect(matched('\\#a', '#a')).toEqual(['#a']);
    expect(matched('a(b)c.+$|{}', 'a(b)c.+$|{}', 'abc')).toEqual(['a(b)c.+$|{}']);
    expect(matched('a]', 'a]')).toEqual(['a]']);
  });

  test('a backslash parts no folders', () => {
    expect(matched('node_modules\\foo', 'node_modules/foo', 'node_modules')).toEqual([]);
    expect(matched('v\\d', 'v1', 'vd')).toEqual(['v1']);
  });

  test('letter case counts', () => {
    expect(matched('README.md', 'README.md', 'readme.md')).toEqual(['README.md']);
  });
});

describe('several patterns', () => {
  test('the last one that matches decides', () => {
    expect(sort('*.md\n!README*.md\nREADME-secret.md', 'a.md', 'README.md', 'README-secret.md')).toBe(
      'README.md - a.md README-secret.md',
    );
    expect(sort('*.md\nREADME-secret.md\n!README*.md', 'a.md', 'README.md', 'README-secret.md')).toBe(
      'README.md README-secret.md - a.md',
    );
  });

  test('something in an excluded folder is taken back', () => {
    expect(sort('docs\n!docs/README.md', 'docs/a.md', 'docs/README.md')).toBe('docs/README.md - docs/a.md');
    expect(sort('*\n!src\n!package.json', 'a', 'src/b/c.js', 'package.json')).toBe('src/b/c.js package.json - a');
    expect(sort('*\n!src/**\nsrc/b', 'src/a', 'src/b/c')).toBe('src/a - src/b/c');
    expect(sort('**\n!**/*.ts', 'a.js', 'b/c/d.ts')).toBe('b/c/d.ts - a.js');
  });

  test('a folder that was not taken back keeps what is in it', () => {
    expect(sort('a\n!a/b\na', 'a/b', 'a/c')).toBe('a/b - a/c');
    expect(sort('a\n!a/b\na/**', 'a/b', 'a/c')).toBe('- a/b a/c');
  });

  test('an exclamation mark alone at the front changes nothing', () => {
    expect(sort('!a', 'a', 'b')).toBe('a b -');
    expect(sort('! a\n b', 'a', 'b')).toBe('a - b');
    expect(sort('a\n!!a', 'a')).toBe('- a');
  });
});

/** Seconds of the processor that leave room for a slow machine; what goes wild takes hours. */
const patience = 8;

describe('speed', () => {
  test('ten thousand files and a hundred patterns are no matter', async () => {
    const patterns = Array.from({ length: 25 }, (_, i) => `**/*.x${i}\nfolder${i}/**/cache\n*.y${i}\n!keep${i}/*`);
    const matcher = parseIgnore(patterns.join('\n')).matcher();
    const paths = Array.from(
      { length: 10_000 },
      (_, i) => `folder${i % 40}/src/part${i % 100}/cache${i % 7 === 0 ? '' : 'd'}/file.x${i % 50}`,
    );
    const effort = await effortOf(() => {
      expect(paths.filter((path) => matcher.excludes(path)).length).toBeGreaterThan(1000);
    });
    expect(effort).toBeLessThan(patience);
  });

  test('no pattern goes wild', async () => {
    const name = 'a'.repeat(200);
    const effort = await effortOf(() => {
      expect(matched(`${'*a'.repeat(60)}b`, name)).toEqual([]);
      expect(matched(`${'**/a*'.repeat(30)}b`, Array(100).fill('aaa').join('/'))).toEqual([]);
      expect(matched('*'.repeat(60_000), name)).toEqual([name]);
      expect(matched(`${'[a-z]*'.repeat(80)}[0-9]`, name)).toEqual([]);
    });
    expect(effort).toBeLessThan(patience);
  });
});
