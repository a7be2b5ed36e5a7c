import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { levelInPreset, rules as indexed } from '#core';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRules, type LoadedRule } from '#scripts/generate/load-rules.ts';
import { placeholdersOf } from '#scripts/generate/strings.ts';

const root = join(import.meta.dirname, '../..');
let rules: readonly LoadedRule[];

beforeAll(async () => {
  rules = await loadRules(root);
});

/** What is wrong, as `rule: what`, so that one run names everything that is missing. */
function collect(check: (loaded: LoadedRule) => readonly string[]): string[] {
  return rules.flatMap((loaded) => check(loaded).map((what) => `${loaded.rule.id}: ${what}`));
}

describe('the set of rules', () => {
  test('the index holds every rule file', () => {
    expect(indexed.map(({ id }) => id)).toEqual(rules.map(({ rule }) => rule.id));
    expect(rules.length).toBeGreaterThan(0);
  });

  test('every rule has a test, pages in both languages and French lines', () => {
    const missing = collect(({ language, key }) =>
      [
        `test/rules/${language}/${key}.test.ts`,
        `l10n/fr/rules/${language}/${key}.json`,
        `docs/rules/${language}/${key}.md`,
        `docs/fr/rules/${language}/${key}.md`,
      ].filter((path) => !existsSync(join(root, path))),
    );
    expect(missing).toEqual([]);
  });

  test('French has every sentence, with the same placeholders', () => {
    const wrong = collect(({ rule, french }) => [
      ...(french.title ? [] : ['no French title']),
      ...(french.why ? [] : ['no French why']),
      ...Object.entries(rule.messages).flatMap(([name, template]) => {
        const translated = french.messages?.[name];
        if (translated === undefined) return [`no French for ${name}`];
        return placeholdersOf(template) === placeholdersOf(translated) ? [] : [`other placeholders in ${name}`];
      }),
      ...Object.keys(french.messages ?? {}).flatMap((name) =>
        name in rule.messages ? [] : [`French for unknown ${name}`],
      ),
    ]);
    expect(wrong).toEqual([]);
  });

  test('titles, reasons and sources are as DESIGN asks', () => {
    const wrong = collect(({ rule }) => [
      ...(/[.!?]$/.test(rule.title) ? ['the title ends with a full stop'] : []),
      ...(/[.!?]$/.test(rule.why) ? [] : ['the reason is no sentence']),
      ...(/^https:\/\/\S+$/.test(rule.source) ? [] : ['the source is no page']),
      ...(levelInPreset(rule, 'strict') === 'off' ? ['strict leaves it off'] : []),
      ...(rule.bad === rule.good ? ['bad and good are the same'] : []),
      ...([rule.title, rule.why, ...Object.values(rule.messages)].some((text) => text.includes('FILL'))
        ? ['left unfilled']
        : []),
    ]);
    expect(wrong).toEqual([]);
  });
});
