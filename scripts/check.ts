import { spawnSync } from 'node:child_process';

/** What a change must pass before anybody reads it; the first thing that `npm test` runs. */
const steps: readonly { readonly name: string; readonly command: readonly string[]; readonly mend: string }[] = [
  { name: 'types', command: ['tsc', '-b'], mend: 'npm run types' },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'], mend: 'npm run lint' },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'], mend: 'npm run format' },
  { name: 'generated files', command: ['tsx', 'scripts/generate.ts', '--check'], mend: 'npm run generate' },
  {
    name: 'layers',
    command: ['vitest', 'run', '--project', 'unit', '--reporter', 'dot', 'test/project/layers.test.ts'],
    mend: 'npx vitest run --project unit test/project/layers.test.ts',
  },
  { name: 'budgets', command: ['tsx', 'scripts/build.ts'], mend: 'npm run build' },
];

const failed = steps.filter(({ name, command: [program = '', ...args] }) => {
  const started = Date.now();
  const { status } = spawnSync('npx', ['--no-install', program, ...args], { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}  ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status !== 0;
});
for (const { name, mend } of failed) console.log(`To look at ${name} again: ${mend}`);
process.exit(failed.length > 0 ? 1 : 0);
