import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What Compose says of a text: taken, refused, or hanging on a file that is not there. */
export interface Verdict {
  readonly outcome: 'accepted' | 'refused' | 'needs-other-files';
  readonly said: string;
}

/** The version of the Compose that answers; throws with the reason when none does, so that no agreement is claimed. */
export async function composeVersion(): Promise<string> {
  const { stdout } = await run('docker', ['compose', 'version', '--short']);
  return stdout.trim();
}

/**
 * Asks `docker compose config`. Variables that the text demands get a value; `fill` gives one to every other variable too.
 * Time and memory are limited, since an alias bomb would take all of either.
 */
export async function askCompose(text: string, { fill }: { readonly fill?: string } = {}): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'drydock-truth-'));
  try {
    await writeFile(join(folder, 'compose.yaml'), text);
    const command = 'ulimit -v 4000000; exec timeout 30 docker compose -f compose.yaml config -q';
    const env = { ...process.env, ...valuesFor(text, fill) };
    return await run('bash', ['-c', command], { cwd: folder, env, maxBuffer: 16e6 }).then(
      () => ({ outcome: 'accepted', said: '' }),
      (error: { stderr?: string; message?: string }) => judge(error.stderr || (error.message ?? ''), folder),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function judge(stderr: string, folder: string): Verdict {
  const said = stderr
    .split('\n')
    .filter((line) => !line.includes('level=warning'))
    .join(' ')
    .replaceAll(folder, '')
    .trim();
  const needsFiles = /not found: stat|no such file or directory/.test(said);
  return { outcome: needsFiles ? 'needs-other-files' : 'refused', said };
}

function valuesFor(text: string, fill: string | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name = ''] of text.matchAll(/\$\{(\w+):?\?/g)) values[name] = fill ?? 'value';
  if (fill === undefined) return values;
  for (const [, name = ''] of text.matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
    if (process.env[name] === undefined) values[name] = fill;
  }
  return values;
}

/** Runs `work` over all items, a few at a time, and gives the answers in the same order. */
export async function mapSome<T, R>(items: readonly T[], work: (item: T) => Promise<R>, width = 3): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      const item = items[at];
      if (item !== undefined) answers[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return answers;
}
