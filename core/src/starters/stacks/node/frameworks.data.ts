/** What a framework's own conventions say when the project does not. */
export interface NodeFramework {
  readonly id: string;
  /** Any of these among the production dependencies. */
  readonly packages: readonly string[];
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
  { id: 'nuxt', packages: ['nuxt'], port: 3000, start: ['node', '.output/server/index.mjs'] },
  { id: 'nestjs', packages: ['@nestjs/core'], port: 3000, start: ['node', 'dist/main.js'] },
  { id: 'fastify', packages: ['fastify', 'fastify-cli'], port: 3000, start: null },
  { id: 'express', packages: ['express'], port: 3000, start: null },
  { id: 'koa', packages: ['koa'], port: 3000, start: null },
  { id: 'hono', packages: ['hono', '@hono/node-server'], port: 3000, start: null },
  { id: 'hapi', packages: ['@hapi/hapi'], port: 3000, start: null },
];

/** Packages that mean a kind of project of which no server container can be made. */
export const nodeRefusals: readonly {
  readonly kind: 'mobile' | 'desktop' | 'static';
  readonly packages: readonly string[];
}[] = [
  { kind: 'mobile', packages: ['react-native', 'expo', '@ionic/react', '@ionic/angular', '@nativescript/core'] },
  { kind: 'desktop', packages: ['electron', '@tauri-apps/api'] },
  { kind: 'static', packages: ['vite', '@angular/core', 'react-scripts', '@vue/cli-service', 'parcel', 'gatsby'] },
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
];
