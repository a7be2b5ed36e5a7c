import { createLineIndex, defaultConfig, lintDocument, parseDocument, rules, type Knowledge } from '#core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { warningDifferences, type LoneWarning } from './accepted-differences.ts';
import { connectBuildKit, withoutSyntax, type BuildKit, type Report, type Warning } from './buildkit.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const folders = [path.join(here, 'samples'), path.join(here, 'checks')];
const corpus = path.join(here, '../../../../shared/corpus/dockerfile');

/** The image that stands in for every base sets PATH and nothing else. */
const standIns: Knowledge = { image: () => ({ env: { PATH: '/bin' } }) };
const buildkitRules = rules.filter(({ refs }) => refs.buildkit?.length);

let buildkit: BuildKit;
beforeAll(async () => {
  buildkit = await connectBuildKit();
});
afterAll(async () => {
  await buildkit?.close();
});

describe('the preset buildkit says what the checks of BuildKit say', () => {
  test.each(folders)('of our own samples in %s', async (folder) => {
    const names = list(folder);
    expect(names.length).toBeGreaterThan(0);
    expect(await compareAll(folder, names)).toEqual([]);
  });

  const all = list(corpus);
  const step = process.env['TRUTH_ALL'] ? 1 : Math.max(1, Math.floor(all.length / 60));
  const names = all.filter((_, index) => index % step === 0);
  test.skipIf(all.length === 0)(`of real files (${names.length})`, async () => {
    const unexplained = await compareAll(corpus, names);
    console.log(`${unexplained.length} unexplained in ${names.length} files`);
    expect(unexplained).toEqual([]);
  });
});

/** Two builds at a time are enough for a small machine. */
async function compareAll(folder: string, names: readonly string[]): Promise<string[]> {
  const unexplained: string[] = [];
  const queue = names[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const name of queue) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const lone = findLone(await buildkit.check(text), withoutSyntax(text));
      const open = lone.filter((warning) => !warningDifferences.some(({ applies }) => applies(warning)));
      unexplained.push(...open.map(({ by, rule, line }) => `${name}:${line} ${rule} is told by ${by} only`));
    }
  };
  await Promise.all([work(), work()]);
  return unexplained.sort();
}

function findLone({ warnings, isComplete }: Report, text: string): LoneWarning[] {
  const ours = warningsOf(text);
  const mine = new Set(ours.map(keyOf));
  const theirs = new Set(warnings.map(keyOf));
  const missing = warnings.filter((warning) => !mine.has(keyOf(warning)));
  // Where BuildKit stopped at an error, nobody knows what else it would have said.
  const extra = isComplete ? ours.filter((warning) => !theirs.has(keyOf(warning))) : [];
  return [
    ...missing.map((warning) => ({ ...warning, by: 'buildkit' as const, text })),
    ...extra.map((warning) => ({ ...warning, by: 'us' as const, text })),
  ];
}

function keyOf({ rule, line }: Warning): string {
  return `${rule} ${line}`;
}

/** Comments of other tools are heard by us, not by BuildKit. */
function warningsOf(text: string): readonly Warning[] {
  const index = createLineIndex(text);
  const { findings } = lintDocument(parseDocument('dockerfile', 'Dockerfile', text), {
    rules: buildkitRules,
    config: { ...defaultConfig, preset: 'buildkit' },
    knowledge: standIns,
    today: '2026-01-01',
  });
  return findings
    .filter(({ suppressed }) => suppressed === null || suppressed.by !== 'buildkit')
    .flatMap(({ refs, span }) =>
      (refs.buildkit ?? []).map((rule) => ({ rule, line: index.positionAt(span.start).line + 1 })),
    );
}

function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('Dockerfile'))
    .sort();
}
