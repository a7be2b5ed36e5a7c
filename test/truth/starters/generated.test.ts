import { planTree, type Plan } from '#core';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monorepos } from '../../core/starters/repositories/monorepos.data.ts';
import { nodeRepositories } from '../../core/starters/repositories/node.data.ts';
import { pythonRepositories } from '../../core/starters/repositories/python.data.ts';
import { madeTree, sampleNames, samplePath, sampleTree } from '../../core/starters/tree.ts';

const base = `drydock-starters-base:${process.pid}`;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drydock-starters-'));
  writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\nENV PATH=/usr/bin:/bin\nLABEL drydock.test=starters\n');
  const { status, output } = await run('docker', ['build', '--quiet', '--tag', base, folder]);
  expect(status, output).toBe(0);
});

afterAll(async () => {
  await run('docker', ['image', 'rm', '--force', base]);
  rmSync(folder, { recursive: true, force: true });
});

describe('what the wizard writes for every sample application', () => {
  const applications = sampleNames.filter((name) => !name.startsWith('refused-'));

  test('there are at least 14 of them', () => {
    expect(applications.length).toBeGreaterThanOrEqual(14);
  });

  test('a file that BuildKit would complain of is noticed', async () => {
    const content =
      '# syntax=docker/dockerfile:1\n# check=error=true\nFROM node:24-trixie-slim\nWORKDIR app\nCMD node .\n';
    const { status, warnings } = await check(join(folder, 'Bad.Dockerfile'), content);
    expect(status).not.toBe(0);
    expect([...warnings].sort()).toEqual(['JSONArgsRecommended', 'WorkdirRelativePath']);
  });

  test.each(applications)('%s passes BuildKit and Compose', async (name) => {
    const { plan } = await planTree(sampleTree(name), {});
    await expectAccepted(plan, write(name, plan));
  });

  const repositories = [...nodeRepositories, ...monorepos, ...pythonRepositories];

  test.each(repositories)('$name: BuildKit and Compose accept it', async ({ files, name }) => {
    const { plan } = await planTree(madeTree(files), {});
    await expectAccepted(plan, write(`repository-${repositories.findIndex((each) => each.name === name)}`, plan));
  });
});

async function expectAccepted(plan: Plan, home: string): Promise<void> {
  const dockerfiles = plan.files.filter(({ path }) => /(^|\/)([\w-]+\.)?Dockerfile$/.test(path));
  expect(dockerfiles.length).toBeGreaterThan(0);
  for (const { path, content } of dockerfiles) {
    expect(await check(join(home, path), content), `${path}\n${content}`).toEqual({ status: 0, warnings: [] });
  }
  const env = plan.files.some(({ path }) => path === '.env.example') ? ['--env-file', join(home, '.env.example')] : [];
  const composeFile = plan.files.find(({ path }) => /compose\.ya?ml$/.test(path))?.path ?? 'compose.yaml';
  const compose = await run('docker', ['compose', ...env, '-f', join(home, composeFile), 'config', '-q']);
  expect(compose).toEqual({ status: 0, stdout: '', output: '' });
}

/** The sample with the plan's files, in a folder of its own. */
function write(name: string, { files }: Plan): string {
  const home = join(folder, name);
  if (sampleNames.includes(name)) cpSync(samplePath(name), home, { recursive: true });
  for (const { path, content } of files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  }
  return home;
}

/** `docker buildx build --call=check`, offline: every image that is named is bound to an empty one. */
async function check(path: string, content: string): Promise<{ status: number; warnings: readonly string[] }> {
  // The syntax line would pull a frontend; another directive keeps the rest of the directives alive.
  writeFileSync(path, content.replace('# syntax=docker/dockerfile:1', '# escape=\\'));
  const images = new Set([...content.matchAll(/(?:^FROM |--from=)(\S+[:/]\S+)/gm)].map((match) => match[1] ?? ''));
  const contexts = [...images].flatMap((image) => ['--build-context', `${image}=docker-image://${base}`]);
  const args = ['buildx', 'build', '--call=check,format=json', ...contexts, '-f', path, dirname(path)];
  const { status, stdout, output } = await run('docker', args);
  expect(stdout, output).toMatch(/^\{/);
  const report = JSON.parse(stdout) as { warnings?: { ruleName: string }[] };
  return { status, warnings: (report.warnings ?? []).map(({ ruleName }) => ruleName) };
}

function run(program: string, args: readonly string[]): Promise<{ status: number; stdout: string; output: string }> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: 120_000, maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, output: error ? stdout + stderr : stdout });
    });
  });
}
