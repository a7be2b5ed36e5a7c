import { parseCompose, runComposeRules, type Rule } from '#core';
import capability from '#core/rules/compose/dangerous-capability.ts';
import network from '#core/rules/compose/host-network.ts';
import image from '#core/rules/compose/service-image-mutable-tag.ts';
import path from '#core/rules/compose/sensitive-host-path.ts';
import port from '#core/rules/compose/port-all-interfaces.ts';
import { dedent } from '#test/kit/marks.ts';
import { expect, test } from 'vitest';

/** What each finding underlines, with its severity. */
function gradesOf(rule: Rule, drawing: string): string[] {
  const text = dedent(drawing);
  const severity = rule.severity === 'off' ? 'hint' : rule.severity;
  const { findings } = runComposeRules(parseCompose(text), { rules: [{ rule, severity, pinned: false }] });
  return findings
    .filter((finding) => finding.rule === rule.id)
    .map(({ span, severity }) => `${text.slice(span.start, span.end)}: ${severity}`);
}

test('capabilities are graded by what they open', () => {
  const text = `
    services:
      a:
        image: a:1
        cap_add: [SYS_ADMIN, NET_ADMIN, IPC_LOCK, DAC_READ_SEARCH]
      b:
        image: a:1
        volumes: [./data:/data]
        cap_add: [DAC_READ_SEARCH, CHOWN]
  `;
  expect(gradesOf(capability, text)).toEqual([
    'SYS_ADMIN: error',
    'NET_ADMIN: warning',
    'IPC_LOCK: info',
    'DAC_READ_SEARCH: warning',
    'DAC_READ_SEARCH: error',
  ]);
});

test('host paths are graded by what they give away', () => {
  const text = `
    services:
      a:
        image: a:1
        volumes: [/etc:/a, /etc:/b:ro, ~/.ssh:/c, /etc/localtime:/d]
  `;
  expect(gradesOf(path, text)).toEqual([
    '/etc:/a: error',
    '/etc:/b:ro: warning',
    '~/.ssh:/c: warning',
    '/etc/localtime:/d: info',
  ]);
});

test('a database on every interface weighs more than a web server', () => {
  const text = `
    services:
      a:
        image: a:1
        ports: [8080:80, 6379:6379]
  `;
  expect(gradesOf(port, text)).toEqual(['8080:80: info', '6379:6379: warning']);
});

test('a build in the network of the host weighs less than a service', () => {
  const text = `
    services:
      a:
        network_mode: host
        build: { context: ., network: host }
  `;
  expect(gradesOf(network, text)).toEqual(['network_mode: host: error', 'network: host: warning']);
});

test('an image that the engine knows is offered with its version', () => {
  const text = 'services:\n  web:\n    image: nginx:latest\n';
  const knowledge = {
    image: (name: string) =>
      name === 'nginx:latest' ? { repoTags: ['nginx:latest', 'nginx:1', 'nginx:1.29.1', 'other:2'] } : undefined,
  };
  const rules = [{ rule: image, severity: 'warning' as const, pinned: false }];
  const { findings } = runComposeRules(parseCompose(text), { rules, knowledge });
  expect(findings.map((finding) => finding.fix?.edits.map((edit) => edit.newText))).toEqual([['nginx:1.29.1']]);
});
