import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Where the suite's own build of the server lies; `dist/` may be absent or old. */
export const serverBundle = path.resolve('node_modules/.cache/drydock-test/server.cjs');

/** Runs once before the suite `lsp`: the tests talk to the server as it ships, one bundled file. */
export default async function buildServer(): Promise<void> {
  mkdirSync(path.dirname(serverBundle), { recursive: true });
  await build({
    entryPoints: ['server/src/main.ts'],
    outfile: serverBundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
    define: { DRYDOCK_VERSION: JSON.stringify('0.0.0-test') },
  });
}
