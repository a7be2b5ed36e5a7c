import { berryLock, json, npmLock, pnpmLock, yarnLock, type Repository } from './repository.ts';

/** One Node application at the root. */
export const nodeRepositories: readonly Repository[] = [
  {
    name: 'TypeScript API whose port stands in a settings module',
    files: {
      'package.json': json({
        name: 'invoice-api',
        private: true,
        scripts: {
          dev: 'nodemon --watch src --ext ts --exec "ts-node" src/server.ts',
          build: 'rimraf build && tsc -p tsconfig.build.json',
          start: 'node build/server.js',
          test: 'jest',
        },
        dependencies: { cors: '^2.8.5', dotenv: '^16.4.5', express: '^4.21.0', helmet: '^8.0.0' },
        devDependencies: { jest: '^29.7.0', nodemon: '^3.1.0', 'ts-node': '^10.9.2', typescript: '^5.6.0' },
      }),
      'package-lock.json': npmLock,
      'src/server.ts':
        "import { app } from './app';\nimport { config } from './config';\n\napp.listen(config.port, () => console.log('up'));\n",
      'src/app.ts':
        "import express from 'express';\nexport const app = express();\napp.get('/healthz', (_, res) => res.send('ok'));\n",
      'src/config/index.ts':
        "import 'dotenv/config';\nexport const config = {\n  port: parseInt(process.env.PORT ?? '8081', 10),\n};\n",
      'test/app.test.ts': "import request from 'supertest';\napp.listen(9999);\n",
    },
    expected: ['. | express | npm | 8081 | node build/server.js'],
  },
  {
    name: 'start script is nodemon with a file of an unusual name',
    files: {
      'package.json': json({
        name: 'polls',
        main: 'index.js',
        scripts: { start: 'nodemon src/backend/bootstrap.js', lint: 'eslint .' },
        dependencies: { express: '^4.18.2', nodemon: '^3.0.0', ejs: '^3.1.9' },
      }),
      'package-lock.json': npmLock,
      'src/backend/bootstrap.js':
        "const express = require('express');\nconst app = express();\nconst PORT = 4567;\napp.listen(PORT);\n",
    },
    expected: ['. | express | npm | 4567 | node src/backend/bootstrap.js'],
  },
  {
    name: 'start script is ts-node, and nothing compiles',
    files: {
      'package.json': json({
        name: 'hooks',
        scripts: { start: 'ts-node src/index.ts' },
        dependencies: { express: '^4.19.2', 'ts-node': '^10.9.2', typescript: '^5.4.0' },
        devDependencies: { '@types/express': '^4.17.21' },
      }),
      'yarn.lock': yarnLock,
      'tsconfig.json': '{ "compilerOptions": { "module": "commonjs", "outDir": "dist" } }\n',
      'src/index.ts': "import express from 'express';\nexpress().listen(Number(process.env.PORT) || 3010);\n",
    },
    expected: ['. | express | yarn | 3010 | node_modules/.bin/ts-node src/index.ts'],
  },
  {
    name: 'start script is tsx, in pnpm',
    files: {
      'package.json': json({
        name: 'shorty',
        type: 'module',
        packageManager: 'pnpm@10.12.1',
        scripts: { dev: 'tsx watch src/main.ts', start: 'tsx src/main.ts' },
        dependencies: { koa: '^3.0.0', ioredis: '^5.4.0', tsx: '^4.19.0' },
        devDependencies: { typescript: '^5.6.0' },
      }),
      'pnpm-lock.yaml': pnpmLock,
      'src/main.ts':
        "import Koa from 'koa';\nconst app = new Koa();\nconst port = Number(process.env.PORT || 3456);\napp.listen(port, '0.0.0.0');\n",
    },
    expected: ['. | koa | pnpm | 3456 | node --import tsx src/main.ts', '+ redis required'],
  },
  {
    name: 'start script builds first; the port is checked by a schema',
    files: {
      'package.json': json({
        name: 'tickets',
        type: 'module',
        scripts: { build: 'tsc', start: 'npm run build && node dist/index.js', dev: 'tsx watch src/index.ts' },
        dependencies: { fastify: '^5.0.0', postgres: '^3.4.0', zod: '^3.23.0', 'drizzle-orm': '^0.36.0' },
        devDependencies: { tsx: '^4.19.0', typescript: '^5.6.0', 'drizzle-kit': '^0.28.0' },
      }),
      'package-lock.json': npmLock,
      'src/index.ts':
        "import Fastify from 'fastify';\nimport { env } from './env.js';\nawait Fastify().listen({ port: env.PORT, host: '0.0.0.0' });\n",
      'src/env.ts':
        "import { z } from 'zod';\nexport const env = z\n  .object({\n    DATABASE_URL: z.string().url(),\n    PORT: z.coerce.number().default(3333),\n  })\n  .parse(process.env);\n",
      'drizzle.config.ts': "export default { dialect: 'postgresql' };\n",
    },
    expected: ['. | fastify | npm | 3333 | node dist/index.js', '+ postgres required'],
  },
  {
    name: 'cross-env and a program without an ending, in Yarn 1, with a test database',
    files: {
      'package.json': json({
        name: 'forum',
        version: '0.0.0',
        private: true,
        scripts: {
          start: 'cross-env NODE_ENV=production node ./bin/www',
          dev: 'cross-env DEBUG=forum:* nodemon ./bin/www',
        },
        dependencies: {
          'cross-env': '^7.0.3',
          debug: '~2.6.9',
          express: '~4.16.1',
          pg: '^8.11.0',
          sequelize: '^6.37.0',
          pug: '^3.0.2',
        },
        devDependencies: { sqlite3: '^5.1.7', 'ioredis-mock': '^8.9.0' },
      }),
      'yarn.lock': yarnLock,
      'app.js': "const express = require('express');\nmodule.exports = express();\n",
      'bin/www':
        "#!/usr/bin/env node\nconst http = require('http');\nconst port = normalizePort(process.env.PORT || '3000');\nhttp.createServer(require('../app')).listen(port);\n",
    },
    expected: ['. | express | yarn | 3000 | node ./bin/www', '+ postgres required'],
  },
  {
    name: 'concurrently starts the server and a create-react-app below it',
    files: {
      'package.json': json({
        name: 'mern-shop',
        scripts: {
          server: 'nodemon server/index.js',
          client: 'npm start --prefix client',
          dev: 'concurrently "npm run server" "npm run client"',
          start: 'concurrently "npm:serve" "npm:client"',
          serve: 'node server/index.js',
        },
        dependencies: { concurrently: '^8.2.0', express: '^4.18.0', bcryptjs: '^2.4.3' },
      }),
      'package-lock.json': npmLock,
      'server/index.js':
        "const app = require('express')();\nconst port = process.env.PORT || 5000;\napp.listen(port);\n",
      'client/package.json': json({
        name: 'client',
        private: true,
        proxy: 'http://localhost:5000',
        scripts: { start: 'react-scripts start', build: 'react-scripts build' },
        dependencies: { react: '^18.2.0', 'react-dom': '^18.2.0', 'react-scripts': '5.0.1' },
      }),
      'client/package-lock.json': npmLock,
      'client/src/index.js': "import React from 'react';\n",
      'client/public/index.html': '<!doctype html>\n',
    },
    expected: ['. | express | npm | 5000 | node server/index.js', '! client static'],
  },
  {
    name: 'NestJS with a queue and a database',
    files: {
      'package.json': json({
        name: 'reservations',
        private: true,
        scripts: {
          build: 'nest build',
          start: 'nest start',
          'start:dev': 'nest start --watch',
          'start:prod': 'node dist/main',
          'test:e2e': 'jest --config ./test/jest-e2e.json',
        },
        dependencies: {
          '@nestjs/bullmq': '^11.0.0',
          '@nestjs/common': '^11.0.0',
          '@nestjs/core': '^11.0.0',
          '@nestjs/platform-express': '^11.0.0',
          '@nestjs/typeorm': '^11.0.0',
          bullmq: '^5.0.0',
          pg: '^8.13.0',
          typeorm: '^0.3.20',
        },
        devDependencies: { '@nestjs/cli': '^11.0.0', typescript: '^5.7.0' },
      }),
      'package-lock.json': npmLock,
      'nest-cli.json': '{ "sourceRoot": "src" }\n',
      'src/main.ts':
        "async function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  const config = app.get(ConfigService);\n  await app.listen(config.get<number>('PORT', 3001));\n}\nbootstrap();\n",
    },
    expected: ['. | nestjs | npm | 3001 | node dist/main', '+ postgres required', '+ redis required'],
  },
  {
    name: 'NestJS without a production script, in Yarn Berry',
    files: {
      'package.json': json({
        name: 'ledger',
        packageManager: 'yarn@4.5.1',
        scripts: { build: 'nest build', start: 'nest start', dev: 'nest start --watch' },
        dependencies: { '@nestjs/core': '^10.4.0', '@nestjs/platform-fastify': '^10.4.0', fastify: '^4.28.0' },
        devDependencies: { '@nestjs/cli': '^10.4.0', typescript: '^5.5.0' },
      }),
      'yarn.lock': berryLock,
      '.yarnrc.yml': 'nodeLinker: node-modules\n',
      'src/main.ts': "await app.listen(process.env.PORT ?? 3000, '0.0.0.0');\n",
    },
    expected: ['. | nestjs | yarn | 3000 | node dist/main.js'],
  },
  {
    name: 'Next.js, not standalone, with a port in its script',
    files: {
      'package.json': json({
        name: 'storefront',
        private: true,
        scripts: { dev: 'next dev --turbopack', build: 'next build', start: 'next start -p 4000' },
        dependencies: { next: '15.1.0', react: '19.0.0', 'react-dom': '19.0.0', '@vercel/analytics': '^1.4.0' },
        devDependencies: { typescript: '^5.7.0', tailwindcss: '^3.4.0' },
      }),
      'pnpm-lock.yaml': pnpmLock,
      'next.config.ts': 'export default { reactStrictMode: true };\n',
      'app/page.tsx': 'export default function Page() {\n  return null;\n}\n',
    },
    expected: ['. | nextjs | pnpm | 4000 | node node_modules/next/dist/bin/next start -H 0.0.0.0'],
  },
  {
    name: 'Next.js behind a server of its own',
    files: {
      'package.json': json({
        name: 'auctions',
        scripts: { dev: 'node server.js', build: 'next build', start: 'NODE_ENV=production node server.js' },
        dependencies: { next: '^14.2.0', react: '^18', 'react-dom': '^18', 'socket.io': '^4.7.0' },
      }),
      'package-lock.json': npmLock,
      'server.js':
        "const next = require('next');\nconst { createServer } = require('http');\nconst port = parseInt(process.env.PORT || '3100', 10);\ncreateServer().listen(port);\n",
    },
    expected: ['. | nextjs | npm | 3100 | node server.js'],
  },
  {
    name: 'Remix with its own server',
    files: {
      'package.json': json({
        name: 'recipes',
        private: true,
        sideEffects: false,
        type: 'module',
        scripts: { build: 'remix vite:build', dev: 'remix vite:dev', start: 'remix-serve ./build/server/index.js' },
        dependencies: {
          '@remix-run/node': '^2.15.0',
          '@remix-run/react': '^2.15.0',
          '@remix-run/serve': '^2.15.0',
          isbot: '^4.1.0',
        },
        devDependencies: { '@remix-run/dev': '^2.15.0', vite: '^5.1.0', typescript: '^5.1.6' },
      }),
      'package-lock.json': npmLock,
      'vite.config.ts': 'export default {};\n',
      'app/root.tsx': 'export default function App() {\n  return null;\n}\n',
    },
    expected: ['. | remix | npm | 3000 | node_modules/.bin/remix-serve ./build/server/index.js'],
  },
  {
    name: 'React Router 7 with a database',
    files: {
      'package.json': json({
        name: 'bookmarks',
        private: true,
        type: 'module',
        scripts: {
          build: 'react-router build',
          dev: 'react-router dev',
          start: 'react-router-serve ./build/server/index.js',
          typecheck: 'react-router typegen && tsc',
        },
        dependencies: {
          '@react-router/node': '^7.1.0',
          '@react-router/serve': '^7.1.0',
          'react-router': '^7.1.0',
          'better-sqlite3': '^11.0.0',
        },
        devDependencies: { '@react-router/dev': '^7.1.0', vite: '^6.0.0' },
      }),
      'package-lock.json': npmLock,
      'app/routes.ts': 'export default [];\n',
    },
    expected: [
      '. | react-router | npm | 3000 | node_modules/.bin/react-router-serve ./build/server/index.js',
      '+ sqlite embedded',
    ],
  },
  {
    name: 'Nuxt among the development dependencies',
    files: {
      'package.json': json({
        private: true,
        scripts: {
          build: 'nuxt build',
          dev: 'nuxt dev',
          generate: 'nuxt generate',
          preview: 'nuxt preview',
          postinstall: 'nuxt prepare',
        },
        devDependencies: { nuxt: '^3.14.0', '@nuxt/eslint': '^0.7.0' },
      }),
      'yarn.lock': yarnLock,
      'nuxt.config.ts': 'export default defineNuxtConfig({ devtools: { enabled: true } });\n',
      'app.vue': '<template><NuxtPage /></template>\n',
      'server/api/hello.ts': "export default defineEventHandler(() => 'hello');\n",
    },
    expected: ['. | nuxt | yarn | 3000 | node .output/server/index.mjs'],
  },
  {
    name: 'SvelteKit with the Node adapter',
    files: {
      'package.json': json({
        name: 'garden',
        private: true,
        type: 'module',
        scripts: { dev: 'vite dev', build: 'vite build', preview: 'vite preview' },
        devDependencies: {
          '@sveltejs/adapter-node': '^5.2.0',
          '@sveltejs/kit': '^2.9.0',
          svelte: '^5.0.0',
          vite: '^6.0.0',
        },
        dependencies: { pg: '^8.13.0' },
      }),
      'pnpm-lock.yaml': pnpmLock,
      'svelte.config.js':
        "import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter() } };\n",
      'src/app.html': '<!doctype html>\n',
    },
    expected: ['. | sveltekit | pnpm | 3000 | node build', '+ postgres required'],
  },
  {
    name: 'Astro as a server',
    files: {
      'package.json': json({
        name: 'magazine',
        type: 'module',
        scripts: { dev: 'astro dev', start: 'astro dev', build: 'astro build', preview: 'astro preview' },
        dependencies: { astro: '^5.0.0', '@astrojs/node': '^9.0.0' },
      }),
      'package-lock.json': npmLock,
      'astro.config.mjs':
        "import node from '@astrojs/node';\nexport default { output: 'server', adapter: node({ mode: 'standalone' }) };\n",
    },
    expected: ['. | astro | npm | 4321 | node ./dist/server/entry.mjs'],
  },
  {
    name: 'Elysia on Bun',
    files: {
      'package.json': json({
        name: 'pulse',
        scripts: { dev: 'bun --watch src/index.ts', start: 'NODE_ENV=production bun run src/index.ts' },
        dependencies: { elysia: 'latest' },
        devDependencies: { 'bun-types': 'latest' },
        module: 'src/index.js',
      }),
      'bun.lockb': 'bun-lockfile-format-v0\n',
      'src/index.ts': "import { Elysia } from 'elysia';\nnew Elysia().get('/', () => 'hi').listen(3030);\n",
    },
    expected: ['. | elysia | bun | 3030 | bun src/index.ts'],
  },
  {
    name: 'Discord bot with a database file',
    files: {
      'package.json': json({
        name: 'karma-bot',
        main: 'src/bot.js',
        scripts: { start: 'node .', deploy: 'node src/deploy-commands.js' },
        dependencies: { 'discord.js': '^14.16.0', 'better-sqlite3': '^11.0.0' },
      }),
      'package-lock.json': npmLock,
      'src/bot.js': "const { Client } = require('discord.js');\nnew Client().login(process.env.TOKEN);\n",
    },
    expected: ['. | node | npm | - | node .', '+ sqlite embedded'],
  },
  {
    name: 'settings loaded by a wrapper; a dev tool in the start script',
    files: {
      'package.json': json({
        name: 'surveys',
        scripts: {
          start: 'env-cmd -f ./config/prod.env node src/index.js',
          dev: 'env-cmd -f ./config/dev.env nodemon src/index.js',
        },
        dependencies: { express: '^4.17.1', 'env-cmd': '^10.1.0' },
      }),
      'package-lock.json': npmLock,
      'src/index.js': "const app = require('./app');\nconst port = process.env.PORT;\napp.listen(port);\n",
      'src/app.js': "module.exports = require('express')();\n",
      '.env.example': 'PORT=5001\nJWT_SECRET=\n',
    },
    expected: ['. | express | npm | 5001 | node src/index.js'],
  },
  {
    name: 'a process manager in front',
    files: {
      'package.json': json({
        name: 'relay',
        scripts: { build: 'tsc', start: 'pm2-runtime start dist/main.js -i 2' },
        dependencies: { express: '^4.21.0', pm2: '^5.4.0', winston: '^3.0.0' },
        devDependencies: { typescript: '^5.0.0' },
      }),
      'package-lock.json': npmLock,
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }\n',
      'src/main.ts': "import express from 'express';\nexpress().listen(6006);\n",
    },
    expected: ['. | express | npm | 6006 | node dist/main.js'],
  },
  {
    name: 'a Dockerfile and a Compose file are there and say the port',
    files: {
      'package.json': json({
        name: 'catalog',
        scripts: { start: 'node index.js' },
        dependencies: { express: '^4.21.0', 'pg-promise': '^11.0.0' },
      }),
      'package-lock.json': npmLock,
      'index.js': "require('express')().listen(process.env.PORT);\n",
      Dockerfile:
        'FROM node:18\nWORKDIR /usr/src/app\nCOPY . .\nRUN npm install\nENV PORT=9000\nEXPOSE 9000\nCMD ["npm","start"]\n',
      'docker-compose.yml':
        'services:\n  web:\n    build: .\n    ports: ["9000:9000"]\n  db:\n    image: postgres:15\n  cache:\n    image: redis:7\n',
    },
    expected: ['. | express | npm | 9000 | node index.js', '+ postgres required'],
  },
  {
    name: 'a Procfile names the program',
    files: {
      'package.json': json({
        name: 'heroku-thing',
        engines: { node: '20.x' },
        scripts: { test: 'mocha' },
        dependencies: { express: '^4.15.2', ejs: '^3.1.5' },
      }),
      'package-lock.json': npmLock,
      Procfile: 'web: node app/boot.js\n',
      'app/boot.js': "const PORT = process.env.PORT || 5006;\nrequire('express')().listen(PORT);\n",
    },
    expected: ['. | express | npm | 5006 | node app/boot.js'],
  },
  {
    name: 'Babel: the start script runs the sources, serve runs what was built',
    files: {
      'package.json': json({
        name: 'quotes',
        scripts: {
          start: 'nodemon --exec babel-node src/server.js',
          build: 'babel src -d dist',
          serve: 'node dist/server.js',
        },
        dependencies: { express: '^4.17.0' },
        devDependencies: {
          '@babel/cli': '^7.0.0',
          '@babel/core': '^7.0.0',
          '@babel/node': '^7.0.0',
          nodemon: '^2.0.0',
        },
      }),
      'yarn.lock': yarnLock,
      'src/server.js': "import express from 'express';\nexpress().listen(7788);\n",
    },
    expected: ['. | express | yarn | 7788 | node dist/server.js'],
  },
  {
    name: 'Apollo server in standalone form',
    files: {
      'package.json': json({
        name: 'library-graph',
        type: 'module',
        scripts: { compile: 'tsc', start: 'npm run compile && node ./dist/index.js' },
        dependencies: { '@apollo/server': '^4.11.0', graphql: '^16.9.0' },
        devDependencies: { typescript: '^5.0.0' },
      }),
      'package-lock.json': npmLock,
      'tsconfig.json': '{ "compilerOptions": { "rootDir": "src", "outDir": "dist" } }\n',
      'src/index.ts': 'const { url } = await startStandaloneServer(server, {\n  listen: { port: 4040 },\n});\n',
    },
    expected: ['. | node | npm | 4040 | node ./dist/index.js'],
  },
  {
    name: 'a serverless driver of a cloud database is no database of ours',
    files: {
      'package.json': json({
        name: 'waitlist',
        scripts: { dev: 'next dev', build: 'next build', start: 'next start' },
        dependencies: {
          next: '15.0.0',
          react: '19.0.0',
          '@neondatabase/serverless': '^0.10.0',
          '@upstash/redis': '^1.34.0',
        },
      }),
      'package-lock.json': npmLock,
      'next.config.mjs': "export default { output: 'standalone' };\n",
    },
    expected: ['. | nextjs | npm | 3000 | node server.js', '+ postgres optional'],
  },
];
