import { array, assert, boolean, constantFrom, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { parseIgnore } from '#core';

/**
 * The builder's own reading once more and as plainly as can be: one regular expression a pattern, every pattern asked
 * of every folder around a path. Slow, and for small alphabets only.
 */
function isExcluded(patterns: readonly string[], path: string): boolean {
  const parts = path.split('/');
  let inherited: boolean[] = [];
  let excluded = false;
  for (let depth = 1; depth <= parts.length; depth++) {
    const here = parts.slice(0, depth).join('/');
    excluded = false;
    inherited = patterns.map((written, index) => {
      const negated = written.startsWith('!');
      const isAsked = negated === excluded;
      const matches = inherited[index] === true || (isAsked && isMatch(written.replace(/^!/, ''), here));
      if (matches) excluded = !negated;
      return matches;
    });
  }
  return excluded;
}

function isMatch(pattern: string, path: string): boolean {
  if (/^\*\*[^*?[]*$/.test(pattern)) return path.endsWith(pattern.slice(2)) || `/${path}` === pattern.slice(2);
  const source = pattern.replace(/\*\*\/?$|\*\*\/?|\*|\?/g, (wildcard, at: number) => {
    const isLast = at + wildcard.length === pattern.length;
    if (wildcard.startsWith('**')) return isLast ? '.*' : '(?:.*/)?';
    return wildcard === '*' ? '[^/]*' : '[^/]';
  });
  return new RegExp(`^${source}$`).test(path);
}

const piece = constantFrom('a', 'b', 'ab', '*', '**', '?', 'a*', '*b', '[a]', '[^a]b', 'a**');
const pattern = tuple(boolean(), array(piece, { minLength: 1, maxLength: 4 })).map(
  ([negated, parts]) => `${negated ? '!' : ''}${parts.join('/')}`,
);
const path = array(constantFrom('a', 'b', 'ab', 'ba', 'bb'), { minLength: 1, maxLength: 4 }).map((parts) =>
  parts.join('/'),
);

test('patterns and paths of a few letters, as a plain reading has them', () => {
  assert(
    property(array(pattern, { minLength: 1, maxLength: 5 }), path, (patterns, asked) => {
      const matcher = parseIgnore(patterns.join('\n')).matcher();
      expect(matcher.excludes(asked), JSON.stringify({ patterns, asked })).toBe(isExcluded(patterns, asked));
    }),
    { numRuns: 3000 },
  );
});

test('no text throws, and every span lies inside', () => {
  const char = constantFrom(...'a!#*?[]^-\\/. \t\r\n\uFEFF😀'.split(''));
  assert(
    property(string({ unit: char, maxLength: 60 }), (text) => {
      const file = parseIgnore(text);
      file.matcher().excludes('a/b');
      const spans = [...file.patterns, ...file.comments, ...file.problems].map(({ span }) => span);
      expect(spans.every(({ start, end }) => start >= 0 && start <= end && end <= text.length)).toBe(true);
      for (const { span, raw } of file.patterns) expect(text.slice(span.start, span.end)).toBe(raw);
    }),
    { numRuns: 2000 },
  );
});
