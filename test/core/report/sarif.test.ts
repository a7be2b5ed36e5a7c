import { message, metaRules, renderSarif, type LintReport } from '#core';
import type { ValidateFunction } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { compose, dockerfile, options, reportOf, unreadable } from './sample-report.ts';
import { sampleRules } from '../lint/sample-rules.ts';
import { createSarifValidator } from './sarif-schema.ts';

interface Log {
  runs: {
    tool: { driver: { rules: { id: string; relationships?: { target: { id: string; toolComponent: unknown } }[] }[] } };
    taxonomies: { name: string; taxa: { id: string }[] }[];
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      partialFingerprints: Record<string, string>;
      suppressions: unknown[];
      fixes?: unknown[];
    }[];
    invocations: { executionSuccessful: boolean }[];
  }[];
}

let validate: ValidateFunction;

beforeAll(() => {
  validate = createSarifValidator();
});

function render(report: LintReport): Log['runs'][number] {
  const log = JSON.parse(renderSarif(report, options)) as Log;
  validate(log);
  expect(validate.errors).toBeNull();
  const [run] = log.runs;
  if (!run) throw new Error('The log has no run.');
  return run;
}

describe('SARIF', () => {
  test('the schema can tell a bad log', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  test('findings, fixes, suppressions and trouble are valid', () => {
    const run = render({ ...reportOf({ 'a b/Dockerfile': dockerfile, 'compose.yaml': compose }), unreadable });
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['dockerfile/no-add', 'warning'],
      ['dockerfile/no-root', 'error'],
      ['dockerfile/no-add', 'warning'],
      ['compose/no-privileged', 'note'],
    ]);
    expect(run.results.map(({ suppressions }) => suppressions.length)).toEqual([0, 0, 1, 0]);
    expect(run.results[2]?.suppressions[0]).toMatchObject({ kind: 'inSource', justification: 'as it comes' });
    expect(run.results[0]?.fixes).toEqual([
      {
        description: { text: 'Replace ADD with COPY' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a%20b/Dockerfile' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
                insertedContent: { text: 'COPY' },
              },
            ],
          },
        ],
      },
    ]);
    expect(run.invocations[0]?.executionSuccessful).toBe(false);
  });

  test('every result points at its rule, and every rule at the ids of other tools', () => {
    const run = render(reportOf({ Dockerfile: `${dockerfile}NOPE\n`, 'compose.yaml': 'services: [' }));
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    for (const { target } of run.tool.driver.rules.flatMap(({ relationships = [] }) => relationships)) {
      const { name, index } = target.toolComponent as { name: string; index: number };
      expect(run.taxonomies[index]?.name).toBe(name);
      expect(run.taxonomies[index]?.taxa).toContainEqual({ id: target.id });
    }
  });

  test('every rule is described, those about comments of Drydock too', () => {
    const { rules } = render(reportOf({ Dockerfile: dockerfile })).tool.driver;
    for (const id of [...sampleRules, ...metaRules].map((rule) => rule.id)) {
      expect(rules.find((rule) => rule.id === id)).toMatchObject({
        name: expect.stringMatching(/^[A-Z]\w+$/) as string,
        shortDescription: { text: expect.stringMatching(/./) as string },
        fullDescription: { text: expect.stringMatching(/./) as string },
        help: { text: expect.stringMatching(/./) as string, markdown: expect.stringContaining('```') as string },
        defaultConfiguration: { level: expect.stringMatching(/^(error|warning|note|none)$/) as string },
      });
    }
  });

  test('fingerprints outlive other words, other languages and lines added above', () => {
    const prints = (report: LintReport) =>
      render(report).results.map((result) => result.partialFingerprints['drydock/v1']);
    const before = prints(reportOf({ Dockerfile: dockerfile }));
    const report = reportOf({ Dockerfile: dockerfile.replace('\n', '\n\nRUN true\n') });
    const reworded = report.files.map((file) => ({
      ...file,
      findings: file.findings.map((finding) => ({ ...finding, message: message('Autres mots') })),
    }));
    expect(prints({ files: reworded, unreadable: [] })).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
    const twins = prints(reportOf({ Dockerfile: 'FROM a\nADD x /\nADD x /\n' }));
    expect(new Set(twins).size).toBe(2);
  });

  test.each(['/abs/Dockerfile', 'C:\\x y\\Dockerfile', 'a%#?\u0000\ud800é/Dockerfile', 'new\nline'])(
    'the path %j gives a valid address',
    (path) => {
      expect(render(reportOf({ [path]: dockerfile })).results.length).toBeGreaterThan(0);
    },
  );

  test('an empty report is valid', () => {
    expect(render({ files: [], unreadable: [] }).results).toEqual([]);
  });
});
