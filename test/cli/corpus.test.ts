import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCliKit, type CliKit } from './cli-kit.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const reason = existsSync(corpus) ? '' : 'no real files lie beside the checkout';
if (reason !== '') console.log(`SKIPPED hundreds of real files in one call: ${reason}`);
let kit: CliKit;

beforeAll(async () => {
  kit = await createCliKit();
});

afterAll(() => kit.remove());

test.skipIf(reason !== '')(
  'hundreds of real files in one call',
  async () => {
    const { stdout, stderr, code } = await kit.run(['lint', corpus, '--format', 'json', '--preset', 'strict']);
    expect(stderr).toBe('');
    expect([1, 2]).toContain(code);
    const { files, summary } = JSON.parse(stdout) as { files: unknown[]; summary: { unreadable: unknown[] } };
    const known = ['dockerfile', 'compose'].flatMap((folder) => readdirSync(join(corpus, folder)));
    expect(files.length).toBeGreaterThan(known.length * 0.95);
    expect(summary.unreadable).toEqual([]);
  },
  120_000,
);
