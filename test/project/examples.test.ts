import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCompose, parseDockerfile, rules, runComposeRules, runDockerfileRules, type Finding } from '#core';

/** Every rule, at whatever level: what the strict preset looks at. */
const all = rules.map((rule) => ({ rule, severity: 'warning' as const, pinned: false }));

function look(path: string): readonly Finding[] {
  const text = readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');
  const { findings, crashes } = path.endsWith('.yaml')
    ? runComposeRules(parseCompose(text), { rules: all })
    : runDockerfileRules(parseDockerfile(text), { rules: all });
  expect(crashes).toEqual([]);
  return findings;
}

describe('the examples', () => {
  test.each(['Dockerfile', 'compose.yaml'])('%s shows most of what the rules see', (path) => {
    const language = path === 'Dockerfile' ? 'dockerfile' : 'compose';
    const found = new Set(look(path).map(({ rule }) => rule));
    expect(found.size).toBeGreaterThanOrEqual(9);
    expect([...found].filter((rule) => !rule.startsWith(`${language}/`))).toEqual([]);
    expect(look(path).filter(({ kind }) => kind === 'syntax' || kind === 'validity')).toEqual([]);
  });

  test.each(['clean/Dockerfile', 'clean/compose.yaml'])('%s has nothing to find', (path) => {
    expect(look(path)).toEqual([]);
  });

  test('web has no Docker file yet, so that the wizard can write them', () => {
    const names = readdirSync(new URL('../../examples/web/', import.meta.url));
    expect(names).toContain('package.json');
    expect(names.filter((name) => /docker|compose/i.test(name))).toEqual([]);
  });
});
