import { formatMessage, parseCompose } from '#core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { askCompose, composeVersion, mapSome, type Verdict } from './compose-verdict.ts';

const samples = join(import.meta.dirname, 'samples');
/** Real files of public projects; a clone may lie where there are none. */
const corpus = join(import.meta.dirname, '../../../../shared/corpus/compose');

/** Where we knowingly judge otherwise than `docker compose config`, and why. */
const differences: Readonly<Record<string, string>> = {
  'differs-dependency-behind-a-profile.yaml':
    'Compose takes it as soon as the profile is switched on, and the text does not say which profiles are.',
  'differs-count-and-device-ids.yaml': 'Not looked at yet: two keys of a device reservation that exclude each other.',
  'hyperledger__fabric-samples__15.compose.yaml':
    'Refused only while its variables are unset: one is a path and others are ports, so no single value suits them all.',
  'open-telemetry__opentelemetry-demo__6.compose.yaml':
    'Refused only while its variables are unset: one is a path and others are ports, so no single value suits them all.',
};

interface Compared {
  readonly file: string;
  readonly verdict: Verdict;
  readonly problems: readonly string[];
}

beforeAll(async () => {
  expect(await composeVersion()).toMatch(/^v?\d+\.\d+/);
});

test('our samples are taken and refused as Compose does', async () => {
  const compared = await mapSome(filesIn(samples), (file) => compare(samples, file));
  expect(compared.length).toBeGreaterThanOrEqual(60);
  const undecidable = compared.filter(({ verdict }) => verdict.outcome === 'needs-other-files');
  expect(undecidable.map(({ file }) => file)).toEqual(
    compared.map(({ file }) => file).filter((file) => file.startsWith('undecidable-')),
  );
  // A file that hangs on others must not be called wrong for it.
  expect(undecidable.flatMap(({ problems }) => problems)).toEqual([]);
  const different = compared.filter(isDifferent);
  expect(different.filter(({ file }) => !(file in differences)).map(describeOne)).toEqual([]);
  expect(different.map(({ file }) => file).toSorted(), 'a difference that is gone').toEqual(
    Object.keys(differences)
      .filter((file) => file.startsWith('differs-'))
      .toSorted(),
  );
}, 600_000);

test('the names of our samples say what Compose does', async () => {
  const named = filesIn(samples).filter((file) => /^(accepted|refused)-/.test(file));
  const compared = await mapSome(named, (file) => compare(samples, file));
  expect(compared.filter(({ file, verdict }) => !file.startsWith(verdict.outcome)).map(describeOne)).toEqual([]);
}, 600_000);

if (!existsSync(corpus)) console.log('SKIPPED real Compose files: none lie beside the checkout');
describe.skipIf(!existsSync(corpus))('real files', () => {
  test('are taken and refused as Compose does', async () => {
    const compared = await mapSome(choose(filesIn(corpus)), (file) => compare(corpus, file));
    const decided = compared.filter(({ verdict }) => verdict.outcome !== 'needs-other-files');
    const agreed = decided.filter((one) => !isDifferent(one)).length;
    console.log(
      `compose corpus: ${agreed} of ${decided.length} agree, ${compared.length - decided.length} hang on other files, ` +
        `${decided.filter(({ verdict }) => verdict.outcome === 'refused').length} refused by Compose`,
    );
    const unexplained = decided.filter((one) => isDifferent(one) && !(one.file in differences));
    expect(unexplained.map(describeOne)).toEqual([]);
  }, 1_200_000);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /\.ya?ml$/.test(file))
    .toSorted();
}

/** A spread of 60, or all with `TRUTH_ALL=1`. */
function choose(files: readonly string[]): readonly string[] {
  const step = process.env['TRUTH_ALL'] === '1' ? 1 : Math.max(1, Math.floor(files.length / 60));
  return files.filter((_, at) => at % step === 0);
}

async function compare(folder: string, file: string): Promise<Compared> {
  const text = readFileSync(join(folder, file), 'utf8');
  const problems = parseCompose(text).problems.map(({ code, message }) => `${code}: ${formatMessage(message)}`);
  return { file, problems, verdict: await decide(text, problems.length > 0) };
}

/** Where the verdict hangs on variables of which the text tells no value, it is enough that Compose takes the file with one. */
async function decide(text: string, refusedByUs: boolean): Promise<Verdict> {
  const verdict = await askCompose(text);
  if (verdict.outcome !== 'refused' || refusedByUs || !text.includes('$')) return verdict;
  for (const fill of ['1', './1']) {
    const retried = await askCompose(text, { fill });
    if (retried.outcome !== 'refused') return retried;
  }
  return verdict;
}

function isDifferent({ verdict, problems }: Compared): boolean {
  return verdict.outcome !== 'needs-other-files' && (verdict.outcome === 'refused') !== problems.length > 0;
}

function describeOne({ file, verdict, problems }: Compared): string {
  return `${file}: Compose ${verdict.outcome} (${verdict.said.slice(0, 200)}), we say ${problems.slice(0, 3).join(' / ') || 'nothing'}`;
}
