import { defineConfig } from 'vitest/config';

/** One project a suite: what it needs decides which command runs it. */
function suite(name: string, include: string[], testTimeout = 10_000, globalSetup: string[] = []) {
  const hookTimeout = testTimeout * 6;
  // Nothing in the project is global, so files share what they import instead of loading all of core hundreds of times.
  const isolate = false;
  return { test: { name, include, testTimeout, hookTimeout, globalSetup, isolate, environment: 'node' as const } };
}

export default defineConfig({
  test: {
    projects: [
      suite('unit', ['test/{core,rules,project,client,cli,server,engine-unit}/**/*.test.ts'], 20_000),
      suite('lsp', ['test/lsp/**/*.test.ts'], 30_000, ['test/kit/build-server.ts']),
      suite('truth', ['test/truth/**/*.test.ts'], 600_000),
      suite('engine', ['test/engine/**/*.test.ts'], 60_000),
      suite('fuzz', ['test/fuzz/**/*.test.ts'], 600_000),
    ],
  },
});
