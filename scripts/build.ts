import { readFileSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, context, type BuildOptions, type Metafile, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');

/** Largest size in bytes of what a door loads at its start; what it loads on first use is not counted. */
export const budgets: Readonly<Record<string, number>> = {
  'dist/server.mjs': 700_000,
  'dist/client.cjs': 500_000,
};

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  outExtension: { '.js': '.cjs' },
};

/**
 * dockerode becomes a chunk of its own that the client and the command line require on first use. Its ssh and BuildKit
 * parts are never reached (ssh goes through the docker command), so their native addons and gRPC stay outside.
 */
const dockerodeChunk = {
  ...shared,
  entryPoints: { dockerode: 'dockerode' },
  alias: {
    ssh2: './scripts/build/absent.cjs',
    '@grpc/grpc-js': './scripts/build/absent.cjs',
    '@grpc/proto-loader': './scripts/build/absent.cjs',
    protobufjs: './scripts/build/absent.cjs',
  },
} satisfies BuildOptions;

/** What few sessions need stands beside the doors as a file of its own, and is required when it is first imported. */
const besideDoors = [
  { filter: /^dockerode$/, file: './dockerode.cjs' },
  { filter: /^\.\/dockerize\.ts$/, file: './wizard.cjs' },
  { filter: /bundle\.l10n\.fr\.json$/, file: './fr.json' },
];

const lazyFiles: Plugin = {
  name: 'lazy-files',
  setup(build) {
    for (const { filter, file } of besideDoors) {
      build.onResolve({ filter }, () => ({ path: file, namespace: 'beside' }));
      build.onResolve({ filter: /./, namespace: 'beside' }, ({ path }) => ({ path, external: true }));
    }
    // `require`, since it reads JSON without a warning on every Node, and finds `vscode` inside VS Code.
    build.onLoad({ filter: /./, namespace: 'beside' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
    }));
  },
};

/**
 * Both parsers come as CommonJS for Node, of which nothing can be left out; their ES modules are the same code, so unused
 * parts fall away. The protocol's types are needed once, not once for each package that names them.
 */
const shaken = {
  yaml: join(import.meta.dirname, '../node_modules/yaml/browser/dist/index.js'),
  'vscode-languageserver-types': join(
    import.meta.dirname,
    '../node_modules/vscode-languageserver-types/lib/esm/main.js',
  ),
};

/**
 * Nothing in Drydock prints YAML: fixes are edits of ranges. The library's printer hangs on `toString()` of its nodes, where
 * no bundler can know that it is never called, so its modules are left empty here.
 */
const noYamlPrinter: Plugin = {
  name: 'no-yaml-printer',
  setup(build) {
    build.onLoad({ filter: /yaml\/browser\/dist\/stringify\/\w+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = [...source.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = '']) => list.split(','));
      const exported = names.map((name) => name.trim()).filter(Boolean);
      return { contents: exported.map((name) => `export const ${name} = undefined;`).join('\n') };
    });
  },
};

const commonJsDoor: BuildOptions = {
  ...shared,
  external: ['vscode'],
  alias: {
    ...shaken,
    'semver/functions/parse': './scripts/build/version-check.cjs',
    'semver/functions/satisfies': './scripts/build/version-check.cjs',
  },
  plugins: [lazyFiles, noYamlPrinter],
};

/** The server is an ES module, since only those can be split: what is asked for at a cursor is loaded when it is asked for. */
const splitDoor: BuildOptions = {
  ...shared,
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'server-[name]-[hash]',
  alias: shaken,
  plugins: [noYamlPrinter],
  // Packages inside that are CommonJS ask Node for its modules by `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
};

export const doors = {
  client: {
    ...commonJsDoor,
    entryPoints: { client: 'client/src/extension.ts', wizard: 'client/src/wizard/dockerize.ts' },
  },
  cli: { ...commonJsDoor, entryPoints: { cli: 'cli/src/main.ts' } },
  server: { ...splitDoor, entryPoints: { server: 'server/src/main.ts' } },
  dockerode: dockerodeChunk,
} satisfies Record<string, BuildOptions>;

export interface DoorOptions {
  readonly outdir?: string;
  /** What the program says of itself; package.json's version when absent. */
  readonly version?: string;
}

/** Builds one door into a folder, exactly as it ships; gives the size in bytes of each file it writes. */
export async function buildDoor(door: keyof typeof doors, options: DoorOptions = {}): Promise<Metafile['outputs']> {
  const { outdir = 'dist', version = packageVersion() } = options;
  const define = { DRYDOCK_VERSION: JSON.stringify(version) };
  const { metafile } = await build({ ...doors[door], outdir, define, absWorkingDir: root });
  if (door === 'cli') {
    const french = JSON.parse(await readFile(join(root, 'l10n/bundle.l10n.fr.json'), 'utf8')) as unknown;
    await writeFile(resolve(root, outdir, 'fr.json'), JSON.stringify(french));
    // package.json's `bin` names it, so a shell starts it by its first line.
    await chmod(resolve(root, outdir, 'cli.cjs'), 0o755);
  }
  return metafile?.outputs ?? {};
}

/** Builds everything that ships into `dist/`. Fails when a door has outgrown its budget. */
export async function buildAll(): Promise<void> {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  const names = Object.keys(doors) as (keyof typeof doors)[];
  const built = await Promise.all(names.map((name) => buildDoor(name)));
  const outputs: Metafile['outputs'] = Object.assign({}, ...built);
  const entries = names.flatMap((name) => Object.values<string>(doors[name].entryPoints));
  for (const [file, { entryPoint = '' }] of Object.entries(outputs)) {
    if (entries.includes(entryPoint)) console.log(`${file}  ${kilobytes(startSize(outputs, file))} at its start`);
  }
  const tooLarge = Object.entries(budgets).filter(([file, budget]) => startSize(outputs, file) > budget);
  if (tooLarge.length === 0) return;
  const lines = tooLarge.map(([file, budget]) => {
    return `${file} loads ${kilobytes(startSize(outputs, file))} at its start; its budget is ${kilobytes(budget)}`;
  });
  throw new Error(lines.join('\n'));
}

/** Bytes of a file and of everything that it imports before its first line runs. */
function startSize(outputs: Metafile['outputs'], file: string, seen = new Set<string>()): number {
  const output = outputs[file];
  if (!output || seen.has(file)) return 0;
  seen.add(file);
  const statics = output.imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
  return statics.reduce((sum, { path }) => sum + startSize(outputs, path, seen), output.bytes);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

if (import.meta.filename === process.argv[1]) {
  if (process.argv.includes('--watch')) {
    const define = { DRYDOCK_VERSION: JSON.stringify(packageVersion()) };
    for (const options of Object.values(doors)) await (await context({ ...options, define, outdir: 'dist' })).watch();
    console.log('Watching …');
  } else await buildAll();
}
