import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { build, context, type BuildOptions, type Metafile } from 'esbuild';

/** Largest size in bytes of what a door loads at its start. The engine's chunk is loaded on first use and not counted. */
export const budgets: Readonly<Record<string, number>> = {
  'dist/server.cjs': 700_000,
  'dist/client.cjs': 500_000,
};

const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;

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
  define: { DRYDOCK_VERSION: JSON.stringify(version) },
};

/**
 * dockerode becomes a chunk of its own that the client and the command line require on first use. Its ssh and BuildKit
 * parts are never reached (ssh goes through the docker command), so their native addons and gRPC stay outside.
 */
const dockerodeChunk: BuildOptions = {
  ...shared,
  entryPoints: { dockerode: 'dockerode' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  alias: {
    ssh2: './scripts/build/absent.cjs',
    '@grpc/grpc-js': './scripts/build/absent.cjs',
    '@grpc/proto-loader': './scripts/build/absent.cjs',
    protobufjs: './scripts/build/absent.cjs',
  },
};

const lazyDockerode = {
  name: 'lazy-dockerode',
  setup(build: import('esbuild').PluginBuild) {
    build.onResolve({ filter: /^dockerode$/ }, () => ({ path: './dockerode.cjs', external: true }));
  },
};

const doors: BuildOptions = {
  ...shared,
  entryPoints: {
    client: 'client/src/extension.ts',
    server: 'server/src/main.ts',
    cli: 'cli/src/main.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
  alias: {
    'semver/functions/parse': './scripts/build/version-check.cjs',
    'semver/functions/satisfies': './scripts/build/version-check.cjs',
  },
  plugins: [lazyDockerode],
};

/** Builds everything that ships into `dist/`. Fails when a door has outgrown its budget. */
export async function buildAll(): Promise<void> {
  await rm('dist', { recursive: true, force: true });
  const [chunk, bundles] = await Promise.all([build(dockerodeChunk), build(doors)]);
  const sizes = { ...sizesOf(chunk.metafile), ...sizesOf(bundles.metafile) };
  await writeFile('dist/sizes.json', `${JSON.stringify(sizes, null, 2)}\n`);
  for (const [file, size] of Object.entries(sizes)) console.log(`${file}  ${Math.round(size / 1000)} kB`);
  const tooLarge = Object.entries(budgets).filter(([file, budget]) => (sizes[file] ?? 0) > budget);
  if (tooLarge.length > 0) {
    throw new Error(
      tooLarge.map(([file, budget]) => `${file} is larger than its budget of ${budget / 1000} kB`).join('\n'),
    );
  }
}

function sizesOf(metafile: Metafile | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(metafile?.outputs ?? {}).map(([path, { bytes }]) => [path, bytes]));
}

if (import.meta.filename === process.argv[1]) {
  if (process.argv.includes('--watch')) {
    for (const options of [dockerodeChunk, doors]) await (await context(options)).watch();
    console.log('Watching …');
  } else await buildAll();
}
