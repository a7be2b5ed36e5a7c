import { stat } from 'node:fs/promises';
import { createVSIX } from '@vscode/vsce';
import { buildAll } from './build.ts';

/** Largest package in bytes. */
const budget = 2_000_000;

/** Builds and packages the extension; gives the path of the `.vsix`. */
export async function packageExtension(path = 'drydock.vsix'): Promise<string> {
  await buildAll();
  await createVSIX({
    packagePath: path,
    dependencies: false,
    skipLicense: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = await stat(path);
  console.log(`${path}  ${Math.round(size / 1000)} kB`);
  if (size > budget) throw new Error(`${path} is larger than its budget of ${budget / 1000} kB`);
  return path;
}

if (import.meta.filename === process.argv[1]) await packageExtension();
