import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  formatMessage,
  parseCompose,
  parseDockerfile,
  rules,
  runComposeRules,
  runDockerfileRules,
  type Finding,
} from '#core';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

/** What stands in the editor when the user takes every default. */
function expand({ body }: Snippet): string {
  let text = body.join('\n');
  // Innermost first, since defaults may hold placeholders.
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(/\$\{\d+\|((?:[^|,\\]|\\.)*)[^|]*\|\}/g, '$1')
      .replace(/(?<!\\)\$\{\d+:((?:[^{}$\\]|\\.)*)\}/g, '$1')
      .replace(/(?<!\\)\$\d+/g, '');
  }
  return text.replace(/\\([$}\\])/g, '$1');
}

function load(language: 'dockerfile' | 'compose'): [string, Snippet][] {
  const path = new URL(`../../snippets/${language}.json`, import.meta.url);
  return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, Snippet>);
}

const active = rules.flatMap((rule) =>
  rule.severity !== 'off' ? [{ rule, severity: rule.severity, pinned: false }] : [],
);

/** Everything that would be marked as an error or a warning, as sentences. */
function complaints(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, message }) => `${rule}: ${formatMessage(message)}`);
}

describe('the rules that judge the snippets', () => {
  test('are there', () => {
    expect(active.filter(({ rule }) => rule.id.startsWith('dockerfile/')).length).toBeGreaterThan(10);
    expect(active.filter(({ rule }) => rule.id.startsWith('compose/')).length).toBeGreaterThan(5);
  });
});

describe('Dockerfile snippets', () => {
  test.each(load('dockerfile'))('%s', (_name, snippet) => {
    const text = expand(snippet);
    expect(text).not.toMatch(/\$\{\d|\|\}/);
    // What is no whole file stands between a FROM and a USER.
    const whole = /^FROM /m.test(text) ? text : `FROM debian:13.2-slim\n${text.trimEnd()}\nUSER 10001:10001\n`;
    const { findings, crashes } = runDockerfileRules(parseDockerfile(whole), { rules: active });
    expect(crashes).toEqual([]);
    expect(complaints(findings)).toEqual([]);
  });
});

describe('Compose snippets', () => {
  test.each(load('compose'))('%s', (_name, snippet) => {
    const text = expand(snippet);
    expect(text).not.toMatch(/\$\{\d|\|\}/);
    const { findings, crashes } = runComposeRules(parseCompose(wholeCompose(text)), { rules: active });
    expect(crashes).toEqual([]);
    expect(complaints(findings)).toEqual([]);
  });
});

/** Puts a piece where it belongs: at the top, among the services, or into a service. */
function wholeCompose(text: string): string {
  const indent = (by: string): string => text.replace(/^(?=.)/gm, by);
  if (/^services:/m.test(text)) return text;
  if (/^(volumes|networks|secrets):/.test(text)) return `services:\n  web:\n    image: nginx:1.29\n${text}`;
  const other =
    '  db:\n    image: postgres:18-alpine\n    environment:\n      POSTGRES_PASSWORD_FILE: /run/secrets/pw\n';
  if (/^\w+:\n {2}(image|build):/.test(text)) return `services:\n${indent('  ')}`;
  return `services:\n${other}  web:\n    build: .\n${indent('    ')}`;
}

describe('prefixes', () => {
  test.each(['dockerfile', 'compose'] as const)('of %s are used once', (language) => {
    const prefixes = load(language).flatMap(([, { prefix }]) => prefix);
    expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([]);
    expect(load(language).filter(([, { description }]) => description.trim() === '')).toEqual([]);
  });
});
