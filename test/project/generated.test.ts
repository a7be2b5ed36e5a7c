import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { findStale, writeOutputs } from '#scripts/generate/files.ts';
import { loadRules } from '#scripts/generate/load-rules.ts';
import { planOutputs } from '#scripts/generate/plan.ts';

const root = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'drydock-generated-'));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('generated files', () => {
  test('are current; otherwise: npm run generate', async () => {
    const outputs = await planOutputs(root, await loadRules(root));
    expect(outputs.size).toBeGreaterThan(5);
    expect(findStale(root, outputs)).toEqual([]);
  });

  test('staleness is noticed, and writing cures it', () => {
    writeFileSync(join(scratch, 'old'), 'x');
    writeFileSync(join(scratch, 'gone'), 'x');
    const outputs = new Map([
      ['old', 'y'],
      ['gone', null],
      ['deep/new', 'z'],
    ]);
    expect(findStale(scratch, outputs)).toEqual(['old', 'gone', 'deep/new']);
    writeOutputs(scratch, outputs);
    expect(findStale(scratch, outputs)).toEqual([]);
    expect(readFileSync(join(scratch, 'deep/new'), 'utf8')).toBe('z');
  });

  test('the schema accepts a good drydock.yaml and refuses a bad one', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas/drydock.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    const good =
      'preset: strict\nrules: {dockerfile/missing-user: off, DL3002: hint}\nignore: [a]\noverrides: [{files: [b], rules: {}}]';
    expect(validate(parse(good)), JSON.stringify(validate.errors)).toBe(true);
    for (const bad of ['presett: x', 'preset: loud', 'rules: {a: fatal}', 'overrides: [{rules: {}}]', 'ignore: a']) {
      expect(validate(parse(bad)), bad).toBe(false);
    }
  });
});
