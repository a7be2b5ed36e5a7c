import { lintDocument, metaRules, parseDocument, parseLintConfig, rules, type Finding } from '#core';
import { describe, expect, test } from 'vitest';

function lint(text: string, settings = ''): readonly Finding[] {
  const { config, problems } = parseLintConfig(settings, rules);
  expect(problems).toEqual([]);
  return lintDocument(parseDocument('dockerfile', 'Dockerfile', text), { rules, config, today: '2026-11-21' }).findings;
}

describe.each(metaRules)('$id', ({ id, bad, good, severity }) => {
  test('fires on its bad sample and not on its good one', () => {
    expect(lint(bad).filter(({ rule }) => rule === id)).toHaveLength(1);
    expect(lint(good).filter(({ rule }) => rule.startsWith('drydock/'))).toEqual([]);
  });

  test('has its level in every preset, and any other that a configuration gives it', () => {
    const levelIn = (settings: string) => lint(bad, settings).find(({ rule }) => rule === id)?.severity;
    expect([levelIn(''), levelIn('preset: strict')]).toEqual([severity, severity]);
    expect(levelIn(`rules: { ${id}: error }`)).toBe('error');
    expect(levelIn(`rules: { ${id}: off }`)).toBeUndefined();
    expect(levelIn(`overrides: [{ files: [Dockerfile], rules: { ${id}: hint } }]`)).toBe('hint');
  });
});
