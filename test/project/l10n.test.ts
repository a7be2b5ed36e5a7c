import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRules } from '#scripts/generate/load-rules.ts';
import { scanStrings } from '#scripts/generate/scan.ts';
import { collectStrings, placeholdersOf, type CollectedStrings } from '#scripts/generate/strings.ts';

const root = join(import.meta.dirname, '../..');
let strings: CollectedStrings;

beforeAll(async () => {
  strings = collectStrings(root, await loadRules(root));
});

describe('French', () => {
  test('is complete, and translates nothing that is not said', () => {
    expect(strings.complaints).toEqual([]);
  });

  test('is French: it differs from the English wherever there are words', () => {
    const same = [...strings.french].filter(
      ([english, french]) => english === french && /[a-z]{4,} [a-z]{2,}/i.test(english.replace(/`[^`]*`|\{\w+\}/g, '')),
    );
    expect(same).toEqual([]);
  });
});

describe('the scanner', () => {
  test('finds literals in every quoting, and no call of something else', () => {
    const source = `
      message('one {a}', { a });
      vscode.l10n.t("it's two");
      message(
        \`three \\\`x\\\` \\u00e9\`,
      );
      l10n.t({ message: 'four', comment: ['x'] });
      // message('not me');
      finding.message('nor me');
      sendmessage('nor me');
      const url = 'http://x'; message('five'); /* message('nor me') */
    `;
    const { found, unreadable } = scanStrings(source);
    expect(found.map(({ template }) => template)).toEqual(['one {a}', "it's two", 'three `x` é', 'four', 'five']);
    expect(unreadable).toEqual([]);
  });

  test('names the line of what nobody could translate', () => {
    expect(
      scanStrings("\nmessage(a ? 'x' : 'y');\nl10n.t(`a ${b}`);\nl10n.t(text.template, text.args)").unreadable,
    ).toEqual([2, 3]);
  });

  test('placeholders are compared as sets', () => {
    expect(placeholdersOf('{b} and {a} and {b}')).toBe(placeholdersOf('{a}, {b}'));
  });
});
