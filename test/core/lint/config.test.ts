import {
  formatMessage,
  importPeerConfig,
  levelInPreset,
  noOptions,
  parseLintConfig,
  presets,
  resolveActiveRules,
} from '#core';
import { describe, expect, test } from 'vitest';
import { dedent, drawMarks } from '#test/kit/marks.ts';
import { addRule, loudRule, rootRule, sampleRules } from './sample-rules.ts';

/** A configuration with its problems drawn below their lines. */
function draw(text: string): string {
  const { problems } = parseLintConfig(text, sampleRules);
  return drawMarks(
    text,
    problems.map(({ span, message }) => ({ ...span, message: formatMessage(message) })),
  );
}

function levelsFor(yaml: string, path: string): Record<string, string> {
  const { config, problems } = parseLintConfig(dedent(yaml), sampleRules);
  expect(problems).toEqual([]);
  const active = resolveActiveRules(sampleRules, config, path);
  return Object.fromEntries(active.map(({ rule, severity, pinned }) => [rule.id, pinned ? `${severity}!` : severity]));
}

describe('drydock.yaml', () => {
  test('a full file is understood', () => {
    const text = dedent(`
      preset: strict
      rules:
        dockerfile/no-add: error
        DL3002: off
      ignore: [vendor/**]
      overrides:
        - files: ['*.dev.yaml']
          rules: { 'CIS 5.5': hint }
    `);
    const { config, problems } = parseLintConfig(text, sampleRules);
    expect(problems).toEqual([]);
    expect(config).toEqual({
      preset: 'strict',
      rules: { 'dockerfile/no-add': 'error', DL3002: 'off' },
      ignore: ['vendor/**'],
      overrides: [{ files: ['*.dev.yaml'], rules: { 'CIS 5.5': 'hint' } }],
      options: noOptions,
    });
  });

  test('what single rules are told is understood', () => {
    const text = dedent(`
      registries: { trusted: [docker.io, '*.example.org'] }
      labels:
        strict: true
        schema: { maintainer: email, version: semver }
      secrets:
        required: { pip: pip-config, npm: [npmrc, token] }
    `);
    const { config, problems } = parseLintConfig(text, sampleRules);
    expect(problems).toEqual([]);
    expect(config.options).toEqual({
      trustedRegistries: ['docker.io', '*.example.org'],
      labels: { strict: true, schema: { maintainer: 'email', version: 'semver' } },
      requiredSecretMounts: { pip: ['pip-config'], npm: ['npmrc', 'token'] },
    });
  });

  test('what single rules cannot be told is underlined', () => {
    const drawing = dedent(`
      registries: [docker.io]
                  ^^^^^^^^^^^ \`registries\` is a mapping of keys.
      labels:
        schem: {}
        ^^^^^ Unknown key \`schem\`. Did you mean \`schema\`?
        schema: { a: number }
                     ^^^^^^ \`number\` is no type of label. Known: text, url, semver, rfc3339, spdx, hash, email.
        strict: maybe
                ^^^^^ Write \`true\` or \`false\`.
      secrets:
        required: { pip: [1] }
                          ^ A list of secret ids is expected here.
    `);
    const text = drawing
      .split('\n')
      .filter((line) => !/^\s*\^/.test(line))
      .join('\n');
    expect(draw(text)).toBe(drawing);
  });

  test('what it does not understand is underlined and the rest still counts', () => {
    const drawing = dedent(`
      presett: strict
      ^^^^^^^ Unknown key \`presett\`. Did you mean \`preset\`?
      preset: loud
              ^^^^ Unknown preset \`loud\`. Known: recommended, strict, cis, buildkit, hadolint.
      rules:
        no-ad: error
        ^^^^^ No rule is called \`no-ad\`. Did you mean \`dockerfile/no-add\`?
        zzzzzzzzzz: error
        ^^^^^^^^^^ No rule is called \`zzzzzzzzzz\`, here or among the tools Drydock knows.
        no-root: fatal
                 ^^^^^ \`fatal\` is no level. Known: error, warning, info, hint, off.
        no-add: info
      overrides:
        - rules: {}
          ^^^^^^^^^ This entry matches no file: give it \`files\`.
    `);
    const text = drawing
      .split('\n')
      .filter((line) => !/^\s*\^/.test(line))
      .join('\n');
    expect(draw(text)).toBe(drawing);
    expect(parseLintConfig(text, sampleRules).config.rules).toEqual({ 'no-add': 'info' });
  });

  test.each(['', '\n# nothing\n', '\uFEFFpreset: strict\r\n'])('%j has no problem', (text) => {
    expect(parseLintConfig(text, sampleRules).problems).toEqual([]);
  });

  test.each([
    '[',
    'a: b: c',
    '- x',
    '\u0000',
    'rules: 3',
    'overrides: {a: 1}',
    'ignore: [[1]]',
    'rules:\n  ? [a]\n  : b\n',
  ])('%j has a problem with a place, and does not throw', (text) => {
    const { problems } = parseLintConfig(text, sampleRules);
    expect(problems.length).toBeGreaterThan(0);
    for (const { span } of problems) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('which rules are on', () => {
  test('presets differ', () => {
    const table = presets.map((preset) => [preset, sampleRules.map((rule) => levelInPreset(rule, preset))]);
    expect(Object.fromEntries(table)).toEqual({
      recommended: ['warning', 'error', 'off'],
      strict: ['warning', 'error', 'info'],
      cis: ['warning', 'error', 'info'],
      buildkit: ['off', 'error', 'off'],
      hadolint: ['warning', 'error', 'off'],
    });
  });

  test('a level from the settings is pinned, a preset is not', () => {
    expect(levelsFor('rules: { no-add: hint }', 'Dockerfile')).toEqual({
      'dockerfile/no-add': 'hint!',
      'dockerfile/no-root': 'error',
    });
  });

  test('peers name rules in any of their spellings', () => {
    for (const name of ['DL3020', 'dl3020', 'hadolint:DL3020', 'CIS 4.9', '4.9', 'AVD-DS-0005', 'DS005', 'DS-0005']) {
      expect(levelsFor(`rules: { '${name}': off }`, 'Dockerfile'), name).toEqual({ 'dockerfile/no-root': 'error' });
    }
  });

  test('a bare number is the current CIS numbering; the old one is asked for by name', () => {
    expect(levelsFor("rules: { 'bench134 5.4': error }", 'a')).toMatchObject({ 'compose/no-privileged': 'error!' });
    expect(parseLintConfig("rules: { '5.4': error }", sampleRules).problems).toHaveLength(1);
  });

  test('an own id beats a peer id, whatever their order', () => {
    expect(levelsFor('rules: { no-add: error, DL3020: off }', 'x')).toMatchObject({ 'dockerfile/no-add': 'error!' });
  });

  test('overrides count for the files they match', () => {
    const yaml = `
      overrides:
        - { files: [legacy/**], rules: { no-add: off } }
        - { files: ['*.dev'], rules: { no-root: info } }
    `;
    expect(levelsFor(yaml, 'legacy/deep/Dockerfile')).toEqual({ 'dockerfile/no-root': 'error' });
    expect(levelsFor(yaml, 'app/Dockerfile.dev')).toEqual({
      'dockerfile/no-add': 'warning',
      'dockerfile/no-root': 'info!',
    });
    expect(levelsFor(yaml, 'Dockerfile')).toEqual({ 'dockerfile/no-add': 'warning', 'dockerfile/no-root': 'error' });
  });
});

describe('settings of peers', () => {
  test('hadolint and dclint files give levels', () => {
    const config = importPeerConfig(
      [
        {
          name: '.hadolint.yaml',
          text: 'ignored: [DL3020, DL9999]\noverride:\n  style: [DL3002]\nfailure-threshold: info\n',
        },
        {
          name: '.dclintrc.json',
          text: '{"rules": {"no-privileged": [2, {"x": 1}], "other": 1}, "exclude": ["old/**"]}',
        },
      ],
      sampleRules,
    );
    expect(config).toEqual({
      preset: 'recommended',
      rules: { [addRule.id]: 'off', [rootRule.id]: 'hint', [loudRule.id]: 'error' },
      ignore: ['old/**'],
      overrides: [],
      options: noOptions,
    });
  });

  test("hadolint's registries and labels are taken over", () => {
    const text = dedent(`
      trustedRegistries: [docker.io, 'quay.io']
      label-schema: { author: text, contact: email, odd: thing }
      strict-labels: true
    `);
    expect(importPeerConfig([{ name: '.hadolint.yaml', text }], sampleRules)?.options).toEqual({
      trustedRegistries: ['docker.io', 'quay.io'],
      labels: { schema: { author: 'text', contact: 'email' }, strict: true },
      requiredSecretMounts: {},
    });
  });

  test('a broken or empty one is as good as none', () => {
    expect(importPeerConfig([{ name: '.hadolint.yaml', text: '[' }], sampleRules)).toBeUndefined();
    expect(importPeerConfig([{ name: '.dclintrc', text: '' }], sampleRules)).toBeUndefined();
  });
});
