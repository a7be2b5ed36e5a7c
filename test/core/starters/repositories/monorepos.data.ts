import { berryLock, json, npmLock, pnpmLock, type Repository } from './repository.ts';

/** Several packages in one repository. */
export const monorepos: readonly Repository[] = [
  {
    name: 'npm workspaces: a Vite page, an Express API and a shared library',
    files: {
      'package.json': json({
        name: 'tracker',
        private: true,
        workspaces: ['apps/*', 'packages/*'],
        scripts: {
          build: 'npm run build --workspaces --if-present',
          dev: 'concurrently "npm run dev -w web" "npm run dev -w api"',
        },
        devDependencies: { concurrently: '^9.0.0' },
      }),
      'package-lock.json': npmLock,
      'apps/web/package.json': json({
        name: 'web',
        private: true,
        scripts: { dev: 'vite', build: 'tsc -b && vite build', preview: 'vite preview' },
        dependencies: { react: '^19.0.0', '@tracker/shared': '*' },
        devDependencies: { vite: '^6.0.0', typescript: '^5.6.0' },
      }),
      'apps/web/src/main.tsx': "import React from 'react';\n",
      'apps/api/package.json': json({
        name: 'api',
        private: true,
        scripts: { dev: 'tsx watch src/index.ts', build: 'tsc', start: 'node dist/index.js' },
        dependencies: { express: '^5.0.0', '@tracker/shared': '*', '@prisma/client': '^6.0.0' },
        devDependencies: { typescript: '^5.6.0', tsx: '^4.0.0', prisma: '^6.0.0' },
      }),
      'apps/api/prisma/schema.prisma':
        'generator client {\n  provider = "prisma-client-js"\n}\n\ndatasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n',
      'apps/api/src/index.ts':
        "import express from 'express';\nconst PORT = process.env.PORT || 4000;\nexpress().listen(PORT);\n",
      'packages/shared/package.json': json({
        name: '@tracker/shared',
        main: 'dist/index.js',
        scripts: { build: 'tsc' },
      }),
      'packages/shared/src/index.ts': 'export const version = 1;\n',
    },
    expected: ['apps/api | express | npm | 4000 | node dist/index.js', '+ postgres required', '! apps/web static'],
  },
  {
    name: 'pnpm and Turborepo: Next.js and Fastify over shared packages, with Windows line ends',
    files: {
      'package.json': json({
        name: 'acme',
        private: true,
        packageManager: 'pnpm@9.15.0',
        scripts: { build: 'turbo run build', dev: 'turbo run dev' },
        devDependencies: { turbo: '^2.3.0', prettier: '^3.0.0' },
      }),
      'pnpm-workspace.yaml': "packages:\r\n  - 'apps/*'\r\n  - 'packages/*'\r\n",
      'pnpm-lock.yaml': pnpmLock,
      'turbo.json': '{ "tasks": { "build": {} } }\n',
      'apps/web/package.json': json({
        name: 'web',
        scripts: { dev: 'next dev --port 3001', build: 'next build', start: 'next start' },
        dependencies: { next: '^15.0.0', react: '^19.0.0', '@acme/ui': 'workspace:*' },
      }),
      'apps/web/next.config.js': 'module.exports = { transpilePackages: ["@acme/ui"] };\n',
      'apps/server/package.json': json({
        name: 'server',
        scripts: { dev: 'tsx watch src/server.ts', build: 'tsup src/server.ts', start: 'node dist/server.js' },
        dependencies: { fastify: '^5.0.0', ioredis: '^5.0.0', '@acme/logger': 'workspace:*' },
        devDependencies: { tsup: '^8.0.0' },
      }),
      'apps/server/src/server.ts': "server.listen({ port: Number(process.env.PORT ?? 3002), host: '0.0.0.0' });\n",
      'packages/ui/package.json': json({
        name: '@acme/ui',
        exports: { '.': './src/index.ts' },
        dependencies: { react: '^19.0.0' },
      }),
      'packages/logger/package.json': json({
        name: '@acme/logger',
        main: './dist/index.js',
        scripts: { build: 'tsc', dev: 'tsc -w' },
      }),
      'packages/logger/src/index.ts': 'export const log = console.log;\n',
    },
    expected: [
      'apps/web | nextjs | pnpm | 3000 | node node_modules/next/dist/bin/next start -H 0.0.0.0',
      'apps/server | fastify | pnpm | 3002 | node dist/server.js',
      '+ redis required',
    ],
  },
  {
    name: 'Yarn Berry workspaces: a gateway and a worker',
    files: {
      'package.json': json({
        name: 'delivery',
        private: true,
        packageManager: 'yarn@4.6.0',
        workspaces: { packages: ['services/*', 'libs/*'] },
      }),
      'yarn.lock': berryLock,
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'services/gateway/package.json': json({
        name: '@delivery/gateway',
        scripts: { start: 'node index.js' },
        dependencies: { '@hapi/hapi': '^21.0.0', '@delivery/core': 'workspace:^' },
      }),
      'services/gateway/index.js': "const server = Hapi.server({ port: 8085, host: '0.0.0.0' });\nserver.start();\n",
      'services/mailer/package.json': json({
        name: '@delivery/mailer',
        scripts: { start: 'node index.js' },
        dependencies: { bullmq: '^5.0.0', nodemailer: '^6.9.0' },
      }),
      'services/mailer/index.js': "const { Worker } = require('bullmq');\nnew Worker('mail', send);\n",
      'libs/core/package.json': json({ name: '@delivery/core', main: 'index.js' }),
      'libs/core/index.js': 'module.exports = {};\n',
    },
    expected: [
      'services/gateway | hapi | yarn | 8085 | node index.js',
      'services/mailer | node | yarn | - | node index.js',
      '+ redis required',
    ],
  },
  {
    name: 'server and client side by side, without a manifest above them',
    files: {
      'README.md': '# Kanban\n',
      'server/package.json': json({
        name: 'server',
        main: 'index.js',
        scripts: { start: 'node index.js', dev: 'nodemon index.js' },
        dependencies: { express: '^4.18.2', pg: '^8.11.3' },
        devDependencies: { nodemon: '^3.0.1' },
      }),
      'server/package-lock.json': npmLock,
      'server/index.js': "const app = require('express')();\napp.listen(8000, () => {});\n",
      'client/package.json': json({
        name: 'client',
        private: true,
        scripts: { dev: 'vite', build: 'vite build', preview: 'vite preview' },
        dependencies: { vue: '^3.5.0' },
        devDependencies: { vite: '^6.0.0' },
      }),
      'client/package-lock.json': npmLock,
      'client/index.html': '<!doctype html>\n',
    },
    expected: ['server | express | npm | 8000 | node index.js', '+ postgres required', '! client static'],
  },
  {
    name: 'a package that is no member and has a lockfile of its own',
    files: {
      'package.json': json({ name: 'root', private: true, workspaces: ['web'], scripts: { format: 'prettier -w .' } }),
      'yarn.lock': '# yarn lockfile v1\n',
      'web/package.json': json({
        name: 'web',
        scripts: { start: 'next start', build: 'next build' },
        dependencies: { next: '14' },
      }),
      'bot/package.json': json({
        name: 'bot',
        type: 'module',
        scripts: { start: 'node main.js' },
        dependencies: { grammy: '^1.30.0' },
      }),
      'bot/pnpm-lock.yaml': pnpmLock,
      'bot/main.js': 'new Bot(process.env.TOKEN).start();\n',
    },
    expected: [
      'web | nextjs | yarn | 3000 | node node_modules/next/dist/bin/next start -H 0.0.0.0',
      'bot | node | pnpm | - | node main.js',
    ],
  },
  {
    name: 'FastAPI behind a Vite page, each in its folder',
    files: {
      'backend/pyproject.toml':
        '[project]\nname = "app"\nversion = "0.1.0"\nrequires-python = ">=3.10,<4.0"\ndependencies = [\n    "fastapi[standard]>=0.115",\n    "psycopg[binary]>=3.2",\n    "sqlmodel>=0.0.22",\n]\n\n[tool.uv]\ndev-dependencies = ["pytest>=8", "redis>=5"]\n\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
      'backend/uv.lock': 'version = 1\n',
      'backend/app/__init__.py': '',
      'backend/app/main.py':
        'from fastapi import FastAPI\n\napp = FastAPI(title="App")\n\n\n@app.get("/api/health-check/")\ndef health() -> bool:\n    return True\n',
      'backend/app/tests/test_main.py': 'import redis\n',
      'frontend/package.json': json({
        name: 'frontend',
        private: true,
        scripts: { dev: 'vite', build: 'tsc -p tsconfig.build.json && vite build' },
        dependencies: { react: '^19.0.0' },
        devDependencies: { vite: '^6.0.0' },
      }),
      'frontend/package-lock.json': npmLock,
    },
    expected: [
      'backend | fastapi | uv | 8000 | uvicorn app.main:app --host 0.0.0.0 --port 8000',
      '+ postgres required',
      '! frontend static',
    ],
  },
  {
    name: 'the database stands in a package of the workspace; a phone application beside the page',
    files: {
      'package.json': json({
        name: 'club',
        private: true,
        packageManager: 'pnpm@10.19.0',
        scripts: { build: 'turbo run build' },
      }),
      'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*\n\ncatalog:\n  react: 19.0.0\n',
      'pnpm-lock.yaml': pnpmLock,
      'apps/site/package.json': json({
        name: '@club/site',
        private: true,
        scripts: {
          build: 'pnpm with-env next build',
          start: 'pnpm with-env next start',
          'with-env': 'dotenv -e ../../.env --',
        },
        dependencies: { next: '^15.0.0', '@club/api': 'workspace:*' },
      }),
      'apps/phone/package.json': json({
        name: '@club/phone',
        dependencies: { expo: '~52.0.0', 'react-native': '~0.76.0' },
      }),
      'packages/api/package.json': json({
        name: '@club/api',
        exports: { '.': './src/index.ts' },
        dependencies: { '@club/db': 'workspace:*' },
      }),
      'packages/db/package.json': json({
        name: '@club/db',
        exports: { '.': './src/index.ts' },
        dependencies: { postgres: '^3.4.0' },
      }),
      'packages/jobs/package.json': json({
        name: '@club/jobs',
        exports: { '.': './src/index.ts' },
        dependencies: { ioredis: '^5.0.0' },
      }),
    },
    expected: [
      'apps/site | nextjs | pnpm | 3000 | node node_modules/next/dist/bin/next start -H 0.0.0.0',
      '+ postgres required',
      '! apps/phone mobile',
    ],
  },
  {
    name: 'a program that watches databases of others has none of its own',
    files: {
      'package.json': json({
        name: 'lighthouse',
        scripts: { start: 'npm run start-server', 'start-server': 'node server/server.js', build: 'vite build' },
        dependencies: {
          express: '^4.21.0',
          mysql2: '^3.11.0',
          pg: '^8.11.0',
          mongodb: '^6.0.0',
          redis: '^4.6.0',
          'better-sqlite3': '^11.0.0',
        },
        devDependencies: { vite: '^5.4.0' },
      }),
      'package-lock.json': npmLock,
      'server/server.js':
        'const port = [args.port, process.env.LIGHT_PORT, process.env.PORT, 3001].find(Boolean);\nserver.listen(port);\n',
      'tools/release/package.json': json({ name: 'release', scripts: { notes: 'node notes.mjs' } }),
    },
    expected: [
      '. | express | npm | 3001 | node server/server.js',
      '+ postgres optional',
      '+ redis optional',
      '+ sqlite embedded',
    ],
  },
];
