import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCliKit, type CliKit } from './cli-kit.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus');
let kit: CliKit;

beforeAll(async () => {
  kit = await createCliKit();
});

afterAll(() => kit.remove());

test.skipIf(!existsSync(corpus))(
  'hundreds of real files in one call (skipped where no corpus lies beside the checkout)',
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
