import {
  findRulesByName,
  lintDocument,
  parseDocument,
  parseLintConfig,
  problemRefs,
  problemTable,
  type Rule,
} from '#core';
import first from '#core/rules/dockerfile/first-instruction-not-from.ts';
import onbuild from '#core/rules/dockerfile/onbuild-trigger-invalid.ts';
import casing from '#core/rules/dockerfile/stage-name-casing.ts';
import { describe, expect, test } from 'vitest';

const rules: readonly Rule[] = [first, onbuild];

function lint(text: string) {
  const { findings } = lintDocument(parseDocument('dockerfile', 'Dockerfile', text), { rules, today: '2026-01-01' });
  return findings.map(({ rule, refs, suppressed }) => ({ rule, hadolint: refs.hadolint, by: suppressed?.by }));
}

describe('what the builder refuses has the names of other tools', () => {
  test('each of them is a code of the parser', () => {
    expect(Object.keys(problemRefs).filter((code) => !(code in problemTable))).toEqual([]);
  });

  test('they stand in the finding and are found by name', () => {
    expect(lint('RUN a\nFROM alpine:3.23\n')).toEqual([
      { rule: 'dockerfile/first-instruction-not-from', hadolint: ['DL3061'], by: undefined },
    ]);
    expect(lint('FROM alpine:3.23\nNOPE\n')).toEqual([
      { rule: 'dockerfile/unknown-instruction', hadolint: undefined, by: undefined },
    ]);
    expect(findRulesByName(rules, 'DL3043')).toEqual([onbuild]);
    expect(findRulesByName(rules, 'first-instruction-not-from')).toEqual([first]);
  });

  test('a comment that names one is heard', () => {
    expect(lint('# hadolint ignore=DL3061\nRUN a\n')).toEqual([
      { rule: 'dockerfile/first-instruction-not-from', hadolint: ['DL3061'], by: 'hadolint' },
    ]);
    expect(lint('FROM alpine:3.23\n# drydock ignore=onbuild-trigger-invalid\nONBUILD FROM scratch\n')).toEqual([
      { rule: 'dockerfile/onbuild-trigger-invalid', hadolint: ['DL3043'], by: 'drydock' },
    ]);
  });

  test('a level from the settings counts for them as well', () => {
    const text = 'RUN a\nFROM alpine:3.23\n';
    const lintWith = (settings: string) => {
      const { config, problems } = parseLintConfig(settings, rules);
      expect(problems).toEqual([]);
      const document = parseDocument('dockerfile', 'Dockerfile', text);
      return lintDocument(document, { rules, config, today: '2026-01-01' }).findings.map(({ severity }) => severity);
    };
    expect(lintWith('rules: { DL3061: off }')).toEqual([]);
    expect(lintWith('rules: { first-instruction-not-from: hint }')).toEqual(['hint']);
  });
});

test('# check=error=true makes errors of what BuildKit warns of', () => {
  const severities = (directive: string) => {
    const document = parseDocument('dockerfile', 'Dockerfile', `${directive}FROM alpine:3.23 AS Build\n`);
    return lintDocument(document, { rules: [casing], today: '2026-01-01' }).findings.map(({ severity }) => severity);
  };
  expect(severities('')).toEqual(['hint']);
  expect(severities('# check=error=false\n')).toEqual(['hint']);
  expect(severities('# check=skip=JSONArgsRecommended;error=true\n')).toEqual(['error']);
});
