import type { FileTree } from '#core';
import { madeTree } from './tree.ts';

export interface Combination {
  readonly name: string;
  readonly tree: FileTree;
}

const servicesOf = [[], ['postgres'], ['redis'], ['postgres', 'redis'], ['sqlite']] as const;
type ServiceSet = (typeof servicesOf)[number];

const nodeManagers: Readonly<Record<string, { readonly files: Record<string, string>; readonly pin?: string }>> = {
  npm: { files: { 'package-lock.json': '{"lockfileVersion":3,"packages":{}}' } },
  'npm without lockfile': { files: {} },
  yarn: { files: { 'yarn.lock': '# yarn lockfile v1\n' } },
  berry: {
    files: { 'yarn.lock': '__metadata:\n  version: 8\n', '.yarnrc.yml': 'nodeLinker: pnp\n' },
    pin: 'yarn@4.9.4',
  },
  pnpm: { files: { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" } },
  bun: { files: { 'bun.lock': '{}' } },
};

const nodeKinds: Readonly<
  Record<
    string,
    {
      readonly dependencies: readonly string[];
      readonly scripts: Record<string, string>;
      readonly files: Record<string, string>;
    }
  >
> = {
  express: {
    dependencies: ['express'],
    scripts: { start: 'node server.js' },
    files: { 'server.js': 'app.listen(process.env.PORT || 3000);' },
  },
  'fastify, built': {
    dependencies: ['fastify'],
    scripts: { start: 'node dist/server.js', build: 'tsc' },
    files: { 'src/server.ts': 'app.listen({ port: 3000, host: "0.0.0.0" });' },
  },
  nestjs: {
    dependencies: ['@nestjs/core'],
    scripts: { 'start:prod': 'node dist/main', build: 'nest build' },
    files: { 'src/main.ts': 'app.listen(3000);' },
  },
  nextjs: { dependencies: ['next'], scripts: { start: 'next start', build: 'next build' }, files: {} },
  'nextjs, standalone': {
    dependencies: ['next'],
    scripts: { build: 'next build' },
    files: { 'next.config.js': "module.exports = { output: 'standalone' };" },
  },
  nuxt: { dependencies: ['nuxt'], scripts: { build: 'nuxt build' }, files: {} },
  'plain http': {
    dependencies: [],
    scripts: { start: 'node index.js' },
    files: { 'index.js': "require('node:http').createServer().listen(8080)" },
  },
  worker: {
    dependencies: ['cron'],
    scripts: { start: 'node jobs.js', postinstall: 'node prepare.js' },
    files: { 'jobs.js': '' },
  },
  prisma: {
    dependencies: ['hono', '@prisma/client', 'prisma'],
    scripts: { start: 'node app.js' },
    files: {
      'app.js': '',
      'prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n}\n',
      '.npmrc': 'fund=false\n',
    },
  },
};

const nodePackages: Readonly<Record<string, string>> = { postgres: 'pg', redis: 'ioredis', sqlite: 'better-sqlite3' };

export function* nodeProduct(): Generator<Combination> {
  for (const [manager, { files, pin }] of Object.entries(nodeManagers)) {
    for (const [kind, each] of Object.entries(nodeKinds)) {
      for (const version of ['20', '22', '24', '26']) {
        for (const services of servicesOf) {
          const names = [...each.dependencies, ...services.map((id) => nodePackages[id] ?? id)];
          const manifest = {
            name: 'shop',
            ...(pin ? { packageManager: pin } : {}),
            scripts: each.scripts,
            dependencies: Object.fromEntries(names.map((name) => [name, '6.0.0'])),
          };
          const tree = madeTree({
            'package.json': JSON.stringify(manifest),
            '.nvmrc': version,
            ...files,
            ...each.files,
          });
          yield { name: ['node', manager, kind, version, ...services].join(' / '), tree };
        }
      }
    }
  }
}

const pythonManagers = ['pip', 'uv', 'poetry', 'pdm', 'pipenv', 'uv without lockfile', 'pyproject alone'] as const;

const pythonKinds: Readonly<
  Record<string, { readonly packages: readonly string[]; readonly files: Record<string, string> }>
> = {
  django: {
    packages: ['django', 'gunicorn'],
    files: { 'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")' },
  },
  'django without a server': { packages: ['django'], files: { 'manage.py': '' } },
  flask: { packages: ['flask', 'gunicorn'], files: { 'app.py': 'app = Flask(__name__)' } },
  'flask, factory': {
    packages: ['flask', 'waitress'],
    files: { 'shop/__init__.py': 'def create_app():\n    return Flask(__name__)' },
  },
  fastapi: { packages: ['fastapi', 'uvicorn'], files: { 'src/shop/main.py': 'app = FastAPI()' } },
  streamlit: { packages: ['streamlit'], files: { 'app.py': 'import streamlit as st' } },
  plain: { packages: ['requests'], files: { 'main.py': 'print("hello")' } },
};

const pythonPackages: Readonly<Record<string, string>> = { postgres: 'psycopg2', redis: 'redis', sqlite: 'aiosqlite' };

export function* pythonProduct(): Generator<Combination> {
  for (const manager of pythonManagers) {
    for (const [kind, { packages, files }] of Object.entries(pythonKinds)) {
      for (const version of ['3.10', '3.12', '3.14']) {
        for (const services of servicesOf) {
          const names = [...packages, ...services.map((id) => pythonPackages[id] ?? id)];
          const sqlite: Record<string, string> = isEmbedded(services) ? { 'db.py': 'import sqlite3\n' } : {};
          const tree = madeTree({
            ...pythonManifests(manager, names),
            '.python-version': version,
            ...files,
            ...sqlite,
          });
          yield { name: ['python', manager, kind, version, ...services].join(' / '), tree };
        }
      }
    }
  }
}

function isEmbedded(services: ServiceSet): boolean {
  return services.some((id) => id === 'sqlite');
}

function pythonManifests(manager: (typeof pythonManagers)[number], names: readonly string[]): Record<string, string> {
  const pyproject = `[project]\nname = "shop"\ndependencies = ${JSON.stringify(names)}\n`;
  switch (manager) {
    case 'pip':
      return { 'requirements.txt': names.map((name) => `${name}==1.0\n`).join('') };
    case 'pipenv':
      return { Pipfile: `[packages]\n${names.map((name) => `${name} = "*"\n`).join('')}`, 'Pipfile.lock': '{}' };
    case 'poetry':
      return {
        'pyproject.toml': `[tool.poetry.dependencies]\n${names.map((name) => `${name} = "*"\n`).join('')}`,
        'poetry.lock': 'x = 1\n',
      };
    case 'uv':
      return { 'pyproject.toml': `${pyproject}[build-system]\nrequires = ["hatchling"]\n`, 'uv.lock': 'version = 1\n' };
    case 'uv without lockfile':
      return { 'pyproject.toml': `${pyproject}[tool.uv]\npackage = false\n` };
    case 'pdm':
      return { 'pyproject.toml': pyproject, 'pdm.lock': 'x = 1\n' };
    case 'pyproject alone':
      return { 'pyproject.toml': pyproject };
  }
}
