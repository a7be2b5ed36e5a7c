import { matchesGlob } from '#core';
import { describe, expect, test } from 'vitest';

const table: readonly [glob: string, matching: readonly string[], others: readonly string[]][] = [
  ['vendor', ['vendor', 'vendor/a', 'x/vendor/y/z'], ['vendored', 'x/avendor']],
  ['vendor/**', ['vendor/a', 'vendor/a/b'], ['x/vendor/a', 'vendor']],
  ['/Dockerfile', ['Dockerfile', './Dockerfile'], ['a/Dockerfile']],
  ['*.dev.y?ml', ['a/compose.dev.yaml'], ['compose.dev.yml', 'compose.yaml']],
  ['**/test/*', ['test/a', 'x/y/test/a', 'test/a/b'], ['tests/a']],
  ['a/{b,c}.yaml', ['a/b.yaml', 'a/c.yaml'], ['a/d.yaml']],
  ['file[0-9].txt', ['file1.txt', 'x/file2.txt'], ['filea.txt']],
  ['[!a]b', ['cb'], ['ab']],
  ['a+(b)', ['a+(b)'], ['aab']],
  ['a-b_é', ['x/a-b_é'], ['a']],
  ['[z-a]', [], ['z', '[z-a]']],
  ['', [], ['a']],
];

describe('globs', () => {
  test.each(table)('%s', (glob, matching, others) => {
    for (const path of matching) expect(matchesGlob(path, glob), path).toBe(true);
    for (const path of others) expect(matchesGlob(path, glob), path).toBe(false);
  });

  test('separators of Windows are understood', () => {
    expect(matchesGlob('a\\b\\Dockerfile', 'a/**/Dockerfile')).toBe(true);
  });
});
