import { parseDockerfile } from '#core';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What BuildKit says of a file: accepted, or why not and on which lines (from 1; empty when it names none). */
export interface Verdict {
  readonly accepted: boolean;
  readonly message: string;
  readonly lines: readonly number[];
}

/** What one of BuildKit's own checks says, and the first line that it names (from 1). */
export interface Warning {
  readonly rule: string;
  readonly line: number;
}

/** All that BuildKit says of a file. It stops at its first error, also at an image that nobody can fetch. */
export interface Report extends Verdict {
  readonly warnings: readonly Warning[];
  readonly isComplete: boolean;
}

export interface BuildKit {
  check(text: string): Promise<Report>;
  close(): Promise<void>;
}

/** The empty local image that stands in for every base, so that nothing is pulled. */
const standIn = `drydock-truth:${process.pid}`;

/** Connects to the engine of DOCKER_HOST; throws with the reason when there is none. */
export async function connectBuildKit(): Promise<BuildKit> {
  const folder = await mkdtemp(path.join(tmpdir(), 'drydock-truth-'));
  const context = path.join(folder, 'context');
  try {
    await writeFile(path.join(folder, 'Dockerfile'), 'FROM scratch\nLABEL org.drydock.truth=1\nENV PATH=/bin\n');
    await run(['buildx', 'build', '--quiet', '--load', '-t', standIn, folder]);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error('The truth suite needs a Docker engine with buildx (DOCKER_HOST, DOCKER_CONFIG).', {
      cause: error,
    });
  }
  await mkdir(context);
  return {
    async check(text) {
      // Builds that run at the same time out of one folder may be handed each other's copy of it.
      const place = await mkdtemp(path.join(folder, 'file-'));
      const file = path.join(place, 'Dockerfile');
      await writeFile(file, withoutSyntax(text));
      const bindings = imagesOf(text).flatMap((image) => ['--build-context', `${image}=docker-image://${standIn}`]);
      const flags = ['--progress=quiet', '--call=check,format=json', ...bindings, ...buildArgsFor(text)];
      const ask = () => run(['buildx', 'build', ...flags, '-f', file, context], true);
      // A busy engine sometimes loses the file on its way; that says nothing of what is in it.
      const output = await ask().catch((error: unknown) => {
        if (String(error).includes('failed to read dockerfile')) return ask();
        throw error;
      });
      await rm(place, { recursive: true });
      return readReport(output);
    },
    async close() {
      await run(['image', 'rm', '-f', standIn]).catch(() => '');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A `# syntax=` line would pull a frontend. */
export function withoutSyntax(text: string): string {
  return text.replace(/^(\uFEFF?)[ \t]*#[ \t]*syntax[ \t]*=.*$/im, '$1# check=skip=none');
}

/** An ARG without default before the first FROM must come from the command line, so it does. */
function buildArgsFor(text: string): string[] {
  const wanted = parseDockerfile(text).globalArgs.flatMap(({ assignments }) => assignments);
  return wanted.flatMap(({ name, value }) => (value === null ? ['--build-arg', `${name.value}=1`] : []));
}

function imagesOf(text: string): string[] {
  const file = parseDockerfile(text);
  const found = new Set<string>();
  for (const { resolvedImage, base } of file.stages) {
    if (resolvedImage !== null && base.kind === 'image') found.add(resolvedImage);
  }
  for (const { flags } of file.instructions) {
    for (const { name, value = '' } of flags) {
      const image = name === 'from' ? value : /(?:^|,)from=([^,]+)/.exec(value)?.[1];
      if (image && !/^\d+$/.test(image)) found.add(image);
    }
  }
  // A stage's name must go on meaning the stage.
  const stages = new Set(file.stages.map(({ name }) => name?.value.toLowerCase()));
  return [...found].filter((image) => !stages.has(image.toLowerCase()) && image !== 'scratch' && !image.includes('$'));
}

interface Location {
  readonly ranges?: readonly { readonly start: { readonly line?: number }; readonly end: { readonly line?: number } }[];
}

interface CheckOutput {
  readonly warnings?: readonly { readonly ruleName: string; readonly location?: Location }[] | null;
  readonly buildError?: { readonly message: string; readonly location?: Location };
}

function readReport(output: string): Report {
  const { warnings, buildError } = JSON.parse(output) as CheckOutput;
  const told = (warnings ?? []).map(({ ruleName, location }) => ({
    rule: ruleName,
    line: location?.ranges?.[0]?.start.line ?? 0,
  }));
  return { ...readVerdict(buildError), warnings: told, isComplete: !buildError || isAboutWarnings(buildError) };
}

function readVerdict(buildError: CheckOutput['buildError']): Verdict {
  // With `# check=error=true` a warning fails the build; the file is read all the same.
  if (!buildError || isAboutTheNetwork(buildError.message) || isAboutWarnings(buildError)) {
    return { accepted: true, message: '', lines: [] };
  }
  const lines = (buildError.location?.ranges ?? []).flatMap(({ start, end }) => {
    const first = start.line ?? 0;
    return first === 0 ? [] : Array.from({ length: Math.max(1, (end.line ?? first) - first + 1) }, (_, i) => first + i);
  });
  return { accepted: false, message: buildError.message, lines };
}

function isAboutWarnings({ message }: NonNullable<CheckOutput['buildError']>): boolean {
  return message.startsWith('lint violation found');
}

/** An image that nobody could fetch says nothing of the file. */
function isAboutTheNetwork(message: string): boolean {
  return /failed to resolve source metadata|failed to do request|pull access denied|no match for platform/.test(
    message,
  );
}

function run(args: string[], mayFail = false): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('docker', args, { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 }, (error, stdout, stderr) => {
      if (error && !(mayFail && stdout.trimStart().startsWith('{'))) reject(new Error(stderr.trim() || error.message));
      else resolve(stdout);
    });
  });
}
