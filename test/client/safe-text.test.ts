import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSize } from '#core';
import { inertName, safeName, shortId } from '../../client/src/views/model/index.ts';

test('a name is one line without characters that cannot be seen', () => {
  expect(safeName('a\r\nb\u0000c\u202ed')).toBe('a b c d');
  expect(safeName('héllo wörld 日本')).toBe('héllo wörld 日本');
  expect(safeName('x'.repeat(300))).toHaveLength(200);
});

test('a name in a notification is neither a link nor an icon', () => {
  expect(inertName('[click](command:evil)')).not.toContain('](');
  expect(inertName('$(trash) all')).not.toContain('$(');
  fc.assert(fc.property(fc.string(), (name) => !/\]\(|\$\(/.test(inertName(name))));
});

test('sizes count in thousands, as the docker command does', () => {
  expect([0, 999, 1_000, 1_234_567, 188_000_000, 4_200_000_000_000_000].map(formatSize)).toEqual([
    '0 B',
    '999 B',
    '1 kB',
    '1.2 MB',
    '188 MB',
    '4200 TB',
  ]);
  expect(formatSize(-5)).toBe('0 B');
});

test('ids are shown by their first twelve digits', () => {
  expect(shortId(`sha256:${'0123456789abcdef'.repeat(4)}`)).toBe('0123456789ab');
});
