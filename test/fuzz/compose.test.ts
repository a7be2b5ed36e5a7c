import {
  applyEdits,
  parseCompose,
  rules,
  runComposeRules,
  type ComposeFile,
  type ComposeNode,
  type Finding,
  type Span,
} from '#core';
import * as fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const samples = join(import.meta.dirname, '../truth/compose/samples');
/** Real files of public projects; a clone may lie where there are none. */
const corpus = join(import.meta.dirname, '../../../shared/corpus/compose');
const runs = Number(process.env['FUZZ_RUNS'] ?? 400);

const texts = [samples, ...(existsSync(corpus) ? [corpus] : [])].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);

/** Pieces that upset parsers: brackets, anchors, variables, line ends, characters outside of the basic plane. */
const pieces = [
  '\t',
  '\r\n',
  '\r',
  '\0',
  '"',
  "'",
  '&a ',
  '*a',
  '<<: ',
  '!reset ',
  '${',
  '}',
  '$',
  '{',
  ']',
  ': ',
  '- ',
  '|\n',
  '>',
  '? ',
  '---\n',
  '#',
  '\uFEFF',
  '😀',
  '\u2028',
];

test('no text makes it throw, and every span lies inside the text', () => {
  fc.assert(
    fc.property(mutation(), (text) => checkSpans(parseCompose(text))),
    { numRuns: runs },
  );
});

test('any text at all is read', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 }))), (parts) =>
      checkSpans(parseCompose(parts.join(''))),
    ),
    { numRuns: runs },
  );
});

test('every beginning of a file is read, as when it is typed', () => {
  for (const text of texts.slice(0, 12)) {
    for (let end = 0; end < Math.min(text.length, 400); end++) checkSpans(parseCompose(text.slice(0, end)));
  }
});

describe('fixes', () => {
  const active = rules
    .filter(({ id }) => id.startsWith('compose/'))
    .map((rule) => ({ rule, severity: 'warning' as const, pinned: false }));

  test('there are rules to try', () => {
    expect(active.length).toBeGreaterThanOrEqual(10);
  });

  test.each([
    ['as written', (text: string) => text],
    ['with Windows line ends', (text: string) => text.replace(/\r?\n/g, '\r\n')],
    ['with a byte order mark and no line end', (text: string) => `\uFEFF${text.replace(/^\uFEFF/, '').trimEnd()}`],
  ])('each fix clears its finding, adds none and keeps the file readable: %s', (_name, change) => {
    let tried = 0;
    for (const text of texts.map(change)) {
      const { problems, findings } = judge(text);
      for (const finding of findings) {
        if (!finding.fix) continue;
        tried++;
        const fixed = applyEdits(text, finding.fix.edits);
        const after = judge(fixed ?? '');
        const place = `${finding.rule} at ${finding.span.start} of\n${text}`;
        expect(
          after.problems.filter((code) => !problems.includes(code)),
          place,
        ).toEqual([]);
        expect(after.problems.length, place).toBeLessThanOrEqual(problems.length);
        expect(countOf(after.findings, finding), place).toBeLessThan(countOf(findings, finding));
        expect(after.findings.length, place).toBeLessThan(findings.length);
        if (text.includes('\r\n')) expect(/[^\r]\n/.test(fixed ?? ''), place).toBe(/[^\r]\n/.test(text));
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  function judge(text: string): { problems: string[]; findings: Finding[] } {
    const file = parseCompose(text);
    const { findings, crashes } = runComposeRules(file, { rules: active });
    for (const crash of crashes) throw crash.error;
    const judged = findings.filter((finding) => active.some(({ rule }) => rule.id === finding.rule));
    return { problems: file.problems.map(({ code }) => code), findings: judged };
  }

  function countOf(findings: readonly Finding[], one: Finding): number {
    const same = JSON.stringify(one.message);
    return findings.filter(({ rule, message }) => rule === one.rule && JSON.stringify(message) === same).length;
  }
});

describe('files beyond all measure are read to their end', () => {
  test('a file of 5 MB', () => {
    const service = (at: number) =>
      `  s${at}:\n    image: a:1\n    environment:\n      A: ${'x'.repeat(200)}\n    ports:\n      - ${at % 60000}:80\n`;
    const text = `services:\n${Array.from({ length: 18_000 }, (_, at) => service(at)).join('')}`;
    expect(text.length).toBeGreaterThan(4_800_000);
    const file = parseCompose(text);
    expect([file.services.length, file.problems]).toEqual([18_000, []]);
  });

  test('20,000 keys in one mapping', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, at) => `      K${at}: v\n`).join('');
    const text = (count: number) => `services:\n  a:\n    image: a:1\n    environment:\n${keys(count)}`;
    const file = parseCompose(text(20_000));
    expect(file.problems).toEqual([]);
    const environment = file.services[0]?.find('environment')?.value;
    expect(environment?.kind === 'map' && environment.entries.length).toBe(20_000);
  });

  test('20,000 duplicates of one key', () => {
    const text = (count: number) => `services:\n  a:\n    image: a:1\n${'    tty: true\n'.repeat(count)}`;
    const file = parseCompose(text(20_000));
    expect(file.problems).toHaveLength(19_999);
  });

  test('10,000 services that wait for one another in a chain', () => {
    const text = (count: number) =>
      `services:\n${Array.from({ length: count }, (_, at) => `  s${at}:\n    image: a:1\n    depends_on: [s${at + 1}]\n`).join('')}`;
    const file = parseCompose(text(10_000));
    // The last one waits for a service that is not there.
    expect([file.services.length, file.problems.length]).toEqual([10_000, 1]);
  });

  test('an alias bomb is refused before it goes off', () => {
    const lines = ['x0: &x0 [a, a, a, a, a, a, a, a, a]'];
    for (let at = 1; at < 30; at++)
      lines.push(
        `x${at}: &x${at} [${Array(9)
          .fill(`*x${at - 1}`)
          .join(', ')}]`,
      );
    const file = parseCompose(`${lines.join('\n')}\nservices:\n  a:\n    image: a:1\n`);
    expect(file.problems.map((problem) => problem.code)).toContain('excessive-aliases');
  });

  test('deep nesting is refused, not overrun', () => {
    for (const text of [`x: ${'['.repeat(20_000)}`, `x: ${'{a: '.repeat(5000)}`, deepBlock(1500)]) {
      expect(parseCompose(text).problems.length).toBeGreaterThan(0);
    }
  });
});

function deepBlock(depth: number): string {
  return Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('');
}

function mutation(): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(4000), drop: fc.nat(12), put: fc.constantFrom('', ...pieces) });
  return fc.tuple(fc.constantFrom(...texts), fc.array(change, { maxLength: 5 })).map(([text, changes]) => {
    let changed = text.slice(0, 6000);
    for (const { at, drop, put } of changes) {
      const place = at % (changed.length + 1);
      changed = changed.slice(0, place) + put + changed.slice(place + drop);
    }
    return changed;
  });
}

function checkSpans({ text, root, services, comments, problems }: ComposeFile): void {
  const check = (span: Span): void => {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
      throw new Error(`span ${span.start}..${span.end} in a text of ${text.length}`);
    }
  };
  for (const { span } of [...comments, ...problems]) check(span);
  for (const service of services) for (const span of [service.span, service.nameSpan]) check(span);
  for (const problem of problems) if (problem.message.template === '') throw new Error('an empty message');
  if (root) checkTree(root, check);
}

function checkTree(root: ComposeNode, check: (span: Span) => void): void {
  const seen = new Set<ComposeNode>();
  const open: ComposeNode[] = [root];
  for (let node = open.pop(); node && seen.size < 50_000; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    check(node.span);
    if (node.origin) check(node.origin);
    if (node.kind === 'seq') open.push(...node.items);
    if (node.kind !== 'map') continue;
    for (const entry of node.entries) {
      check(entry.keySpan);
      check(entry.span);
      open.push(entry.value);
    }
  }
}
