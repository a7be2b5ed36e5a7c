import { createLineIndex, parseDockerfile } from '#core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpusDifferences, sampleDifferences } from './accepted-differences.ts';
import { connectBuildKit, type BuildKit, type Verdict } from './buildkit.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const samples = path.join(here, 'samples');
const corpus = path.join(here, '../../../../shared/corpus/dockerfile');

let buildkit: BuildKit;
beforeAll(async () => {
  buildkit = await connectBuildKit();
});
afterAll(async () => {
  await buildkit?.close();
});

describe('our own samples', () => {
  const names = list(samples);
  test('there are enough of them', () => expect(names.length).toBeGreaterThanOrEqual(60));
  test('each is named for what BuildKit says of it, and we say the same of the same line', async () => {
    const differences = await compareAll(samples, names);
    const unexplained = differences.filter(({ name }) => sampleDifferences[name] === undefined);
    expect(unexplained.map(({ text }) => text)).toEqual([]);
    const wronglyNamed = names.filter((name) => ours(read(samples, name)).accepted !== name.startsWith('good-'));
    expect(wronglyNamed.filter((name) => sampleDifferences[name] === undefined)).toEqual([]);
  });
});

describe('real files', () => {
  const all = list(corpus);
  const step = process.env['TRUTH_ALL'] ? 1 : Math.max(1, Math.floor(all.length / 60));
  const names = all.filter((_, index) => index % step === 0);
  if (all.length === 0) console.log('SKIPPED real Dockerfiles: none lie beside the checkout');
  test.skipIf(all.length === 0)(`BuildKit and we agree (${names.length} files)`, async () => {
    const differences = await compareAll(corpus, names);
    const unexplained = differences.filter(
      ({ name, verdict }) => !corpusDifferences.some(({ applies }) => applies(verdict.message, read(corpus, name))),
    );
    console.log(`${names.length - differences.length} of ${names.length} agree, ${unexplained.length} unexplained`);
    expect(unexplained.map(({ text }) => text)).toEqual([]);
  });
});

interface Difference {
  readonly name: string;
  readonly verdict: Verdict;
  readonly text: string;
}

/** Two builds at a time are enough for a small machine. */
async function compareAll(folder: string, names: readonly string[]): Promise<Difference[]> {
  const differences: Difference[] = [];
  const queue = names[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (const name of queue) {
      const text = read(folder, name);
      const verdict = await buildkit.check(text);
      const mine = ours(text);
      if (isSame(verdict, mine)) continue;
      const theirs = verdict.accepted ? 'accepts it' : `refuses line ${verdict.lines.join(', ')}: ${verdict.message}`;
      const ourOpinion = mine.accepted ? 'we accept it' : `we refuse line ${mine.lines.join(', ')}: ${mine.message}`;
      differences.push({ name, verdict, text: `${name}: BuildKit ${theirs}; ${ourOpinion}` });
    }
  };
  await Promise.all([work(), work()]);
  return differences;
}

/** BuildKit stops at its first error, we tell all: its line must be among ours. */
function isSame(theirs: Verdict, mine: Verdict): boolean {
  if (theirs.accepted || mine.accepted) return theirs.accepted === mine.accepted;
  return theirs.lines.length === 0 || mine.lines.some((line) => theirs.lines.includes(line));
}

function ours(text: string): Verdict {
  const { problems } = parseDockerfile(text);
  const index = createLineIndex(text);
  return {
    accepted: problems.length === 0,
    message: problems.map(({ code }) => code).join(', '),
    lines: problems.map(({ span }) => index.positionAt(span.start).line + 1),
  };
}

function list(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('Dockerfile'))
    .sort();
}

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}
