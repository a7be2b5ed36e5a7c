import {
  applyEdits,
  formatMessage,
  lintDocument,
  parseDocument,
  planActions,
  planFixAll,
  rules,
  type Language,
} from '#core';
import { describe, expect, test } from 'vitest';
import { diffLines } from '#core/language/text-diff.ts';
import { dedent } from '#test/kit/marks.ts';

interface Asked {
  readonly language?: Language;
  readonly only: string;
}

function actionsFor(drawing: string, { language = 'dockerfile', only }: Asked) {
  const text = dedent(drawing);
  const document = parseDocument(language, language, text);
  const { findings } = lintDocument(document, { rules, today: '2026-01-01' });
  const here = findings.filter(({ rule }) => rule === only);
  const actions = planActions(document, here.slice(0, 1), findings, rules);
  return actions.map((action) => ({
    title: formatMessage(action.title),
    kind: action.kind,
    snippet: action.snippet,
    after: applyEdits(text, action.edits),
  }));
}

function silence(drawing: string, only: string, language: Language = 'dockerfile'): string | undefined {
  return actionsFor(drawing, { language, only }).find(({ kind }) => kind === 'suppress')?.after;
}

describe('silencing', () => {
  const add = 'dockerfile/add-instead-of-copy';
  test('above the instruction', () => {
    expect(silence('FROM a:1\nADD x y\n', add)).toBe(`FROM a:1\n# drydock ignore=${add} reason=\nADD x y\n`);
  });
  test('above a continued instruction, as far in as it stands', () => {
    const rule = 'dockerfile/apt-missing-yes';
    expect(silence('FROM a:1\n  RUN true && \\\n    apt-get install curl\n', rule)).toBe(
      `FROM a:1\n  # drydock ignore=${rule} reason=\n  RUN true && \\\n    apt-get install curl\n`,
    );
  });
  test('a second rule joins the comment that is there', () => {
    expect(silence('FROM a:1\n# drydock ignore=dockerfile/x reason=because\nADD x y\n', add)).toBe(
      `FROM a:1\n# drydock ignore=dockerfile/x,${add} reason=because\nADD x y\n`,
    );
  });
  test('CRLF stays CRLF', () => {
    expect(silence('FROM a:1\r\nADD x y\r\n', add)).toBe(`FROM a:1\r\n# drydock ignore=${add} reason=\r\nADD x y\r\n`);
  });
  test('a byte order mark stays first, directives stay directives', () => {
    const rule = 'dockerfile/base-image-untagged';
    expect(silence('\uFEFFFROM a\n', rule)).toBe(`\uFEFF# drydock ignore=${rule} reason=\nFROM a\n`);
    expect(silence('# syntax=docker/dockerfile:1\nFROM a\n', rule)).toBe(
      `# syntax=docker/dockerfile:1\n# drydock ignore=${rule} reason=\nFROM a\n`,
    );
  });
  test('a Compose key', () => {
    const rule = 'compose/privileged-container';
    expect(silence('services:\n  web:\n    image: a:1\n    privileged: true\n', rule, 'compose')).toBe(
      `services:\n  web:\n    image: a:1\n    # drydock ignore=${rule} reason=\n    privileged: true\n`,
    );
  });
  test('an item, and one of a list on one line', () => {
    const rule = 'compose/docker-socket-mounted';
    const item = 'services:\n  web:\n    image: a:1\n    volumes:\n      - x:/x\n      - /var/run/docker.sock:/s\n';
    expect(silence(item, rule, 'compose')).toContain(`\n      # drydock ignore=${rule} reason=\n      - /var/run`);
    const flow = 'services:\n  web:\n    image: a:1\n    volumes: [/var/run/docker.sock:/s]\n';
    expect(silence(flow, rule, 'compose')).toContain(`\n    # drydock ignore=${rule} reason=\n    volumes: [`);
  });
  test('clears its finding once applied', () => {
    const after = silence('FROM a:1\nADD x y\n', add) ?? '';
    const { findings } = lintDocument(parseDocument('dockerfile', 'Dockerfile', after), { rules, today: '2026-01-01' });
    expect(findings.filter(({ rule }) => rule === add).every(({ suppressed }) => suppressed !== null)).toBe(true);
  });
  test('not for what a parser refuses', () => {
    expect(actionsFor('FRM a\n', { only: 'dockerfile/unknown-instruction' }).map(({ kind }) => kind)).not.toContain(
      'suppress',
    );
  });
});

describe('fixes', () => {
  test('one, and all of its kind', () => {
    const found = actionsFor('FROM a:1\nADD x y\nADD z y\n', { only: 'dockerfile/add-instead-of-copy' });
    const fixes = found.filter(({ kind }) => kind === 'fix');
    expect(fixes.map(({ after }) => after)).toEqual([
      'FROM a:1\nCOPY x y\nADD z y\n',
      'FROM a:1\nCOPY x y\nCOPY z y\n',
    ]);
  });
  test('all safe ones of a file', () => {
    const text = 'FROM a:1\nMAINTAINER me\nRUN keep\nADD x y\n';
    const action = planFixAll(parseDocument('dockerfile', 'Dockerfile', text), { rules, today: '2026-01-01' });
    const after = applyEdits(text, action?.edits ?? []);
    expect(after).toContain('COPY x y');
    expect(after).toContain('LABEL');
    expect(after).toContain('\nRUN keep\n');
    const again = planFixAll(parseDocument('dockerfile', 'Dockerfile', after ?? ''), { rules, today: '2026-01-01' });
    expect(again).toBeUndefined();
  });
});

test.each([
  ['a\nb\nc\n', 'a\nX\nc\n'],
  ['a\nb\nc\nd\n', 'b\nc\nY\nd\n'],
  ['', 'a'],
  ['a\r\nb', 'a\r\nb\r\n'],
  ['x\ny\nx\ny\n', 'y\nx\ny\nx\n'],
])('line edits turn %j into %j', (before, after) => {
  expect(applyEdits(before, diffLines(before, after))).toBe(after);
});
