import path from 'node:path';
import { buildDoor } from '#scripts/build.ts';

const outdir = path.resolve('node_modules/.cache/drydock-test');

/** Where the suite's own build of the server lies; `dist/` may be absent or old. */
export const serverBundle = path.join(outdir, 'server.mjs');

/** Runs once before the suite `lsp`: the tests talk to the server as it ships. */
export default async function buildServer(): Promise<void> {
  await buildDoor('server', { outdir, version: '0.0.0-test' });
}
