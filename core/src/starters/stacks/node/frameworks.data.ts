/** What a framework's own conventions say when the project does not. */
export interface NodeFramework {
  readonly id: string;
  /** Any of these among the production dependencies. */
  readonly packages: readonly string[];
  /** Its own templates put it among the development dependencies, since a build takes it in. */
  readonly isBundled?: true;
  /** Port without further word, or null when the code must say it. */
  readonly port: number | null;
  /** Exec form of what runs in production, when the framework decides it. */
  readonly start: readonly string[] | null;
}

/** In order of precedence: a full framework also brings the smaller ones along. */
export const nodeFrameworks: readonly NodeFramework[] = [
  {
    id: 'nextjs',
    packages: ['next'],
    port: 3000,
    start: ['node', 'node_modules/next/dist/bin/next', 'start', '-H', '0.0.0.0'],
  },
  {
    id: 'nuxt',
    packages: ['nuxt', 'nuxt3', 'nuxt-edge'],
    isBundled: true,
    port: 3000,
    start: ['node', '.output/server/index.mjs'],
  },
  { id: 'sveltekit', packages: ['@sveltejs/kit'], isBundled: true, port: 3000, start: ['node', 'build'] },
  {
    id: 'remix',
    packages: ['@remix-run/serve', '@remix-run/express', '@remix-run/node'],
    port: 3000,
    start: ['node_modules/.bin/remix-serve', './build/server/index.js'],
  },
  {
    id: 'react-router',
    packages: ['@react-router/serve', '@react-router/express', '@react-router/node'],
    port: 3000,
    start: ['node_modules/.bin/react-router-serve', './build/server/index.js'],
  },
  { id: 'astro', packages: ['@astrojs/node'], isBundled: true, port: 4321, start: ['node', './dist/server/entry.mjs'] },
  { id: 'strapi', packages: ['@strapi/strapi'], port: 1337, start: null },
  { id: 'nestjs', packages: ['@nestjs/core'], port: 3000, start: ['node', 'dist/main.js'] },
  { id: 'fastify', packages: ['fastify', 'fastify-cli'], port: 3000, start: null },
  { id: 'express', packages: ['express'], port: 3000, start: null },
  { id: 'koa', packages: ['koa'], port: 3000, start: null },
  { id: 'hono', packages: ['hono', '@hono/node-server'], port: 3000, start: null },
  { id: 'elysia', packages: ['elysia'], port: 3000, start: null },
  { id: 'hapi', packages: ['@hapi/hapi'], port: 3000, start: null },
];

/** Packages that mean a kind of project of which no server container can be made. */
export const nodeRefusals: readonly {
  readonly kind: 'mobile' | 'desktop' | 'static';
  readonly packages: readonly string[];
}[] = [
  { kind: 'mobile', packages: ['react-native', 'expo', '@ionic/react', '@ionic/angular', '@nativescript/core'] },
  { kind: 'desktop', packages: ['electron', '@tauri-apps/api'] },
  {
    kind: 'static',
    packages: [
      'astro',
      '@docusaurus/core',
      'vitepress',
      'vuepress',
      'gatsby',
      '@11ty/eleventy',
      'hexo',
      'react-scripts',
      '@craco/craco',
      '@vue/cli-service',
      '@angular/core',
      'ember-cli',
      'preact-cli',
      '@rsbuild/core',
      'snowpack',
      'parcel',
      'parcel-bundler',
      'vite',
    ],
  },
];

/** Programs of the development loop: never what a container runs. */
export const developmentTools: readonly string[] = [
  'nodemon',
  'ts-node',
  'ts-node-dev',
  'tsx',
  'tsnd',
  'nest',
  'vite',
  'ng',
  'astro',
  'expo',
  'webpack',
  'concurrently',
  'react-scripts',
  'parcel',
  'vitest',
  'jest',
  'mocha',
  'eslint',
  'tsc',
  'tsup',
  'serve',
  'http-server',
  'live-server',
  'browser-sync',
  'docusaurus',
  'gatsby',
  'hexo',
  'eleventy',
  'vitepress',
  'vuepress',
  'snowpack',
  'craco',
  'ember',
  'rsbuild',
  'electron',
  'wrangler',
  'serverless',
  'next',
  'nuxt',
  'nuxi',
  'remix',
  'react-router',
  'storybook',
  'turbo',
  'lerna',
  'nx',
  'gulp',
  'grunt',
  'rimraf',
];

/** Where applications start by custom, looked at when no script and no `main` says it. */
export const entryFiles: readonly string[] = [
  'server.js',
  'index.js',
  'app.js',
  'main.js',
  'server.mjs',
  'index.mjs',
  'src/server.js',
  'src/index.js',
  'src/app.js',
  'src/main.js',
  'src/server.mjs',
  'src/index.mjs',
  'server/index.js',
  'server/server.js',
  'server/app.js',
  'bin/www',
  'bin/www.js',
];

/** The same for sources in TypeScript. */
export const entryFilesTypeScript: readonly string[] = [
  'src/index.ts',
  'src/server.ts',
  'src/main.ts',
  'src/app.ts',
  'index.ts',
  'server.ts',
  'main.ts',
  'app.ts',
  'server/index.ts',
  'src/server/index.ts',
  'src/bin/www.ts',
];
