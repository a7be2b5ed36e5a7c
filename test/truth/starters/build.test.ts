import { planTree } from '#core';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '#scripts/machine/run.ts';
import { madeTree } from '../../core/starters/tree.ts';
import { findObstacle, makeNodeImage, type Undo } from './stand-in.ts';

const obstacle = findObstacle();
if (obstacle !== undefined) console.log(`SKIPPED the real build of what the wizard writes: ${obstacle}`);

const project = `drydock-built-${process.pid}`;
let folder = '';
let port = 0;
let hasInit = true;
let undo: Undo = () => Promise.resolve();
let started = { status: -1, stdout: '', stderr: '' };

/** Docker Compose on the folder, offline: the override takes the network from the build and changes nothing else. */
function compose(...args: string[]): ReturnType<typeof run> {
  const files = ['-f', join(folder, 'compose.yaml'), '-f', join(folder, 'offline.yaml')];
  return run('docker', ['compose', '-p', project, ...files, ...args], { timeout: 300_000 });
}

function up(...more: string[]): ReturnType<typeof run> {
  return compose('up', ...more, '--wait', '--wait-timeout', '90');
}

describe.skipIf(obstacle !== undefined)('an application is built and brought up as the wizard wrote it', () => {
  beforeAll(async () => {
    port = await freePort();
    const files = sample(port);
    const { facts, plan } = await planTree(madeTree(files), {});
    expect(facts.apps).toMatchObject([{ port, start: ['node', 'dist/server.js'], health: '/healthz' }]);
    folder = mkdtempSync(join(tmpdir(), 'drydock-built-'));
    for (const [path, text] of [
      ...Object.entries(files),
      ...plan.files.map((each) => [each.path, each.content] as const),
    ]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      // The syntax line would fetch a frontend; the engine's own reads the same language.
      writeFileSync(join(folder, path), text.replace('# syntax=docker/dockerfile:1', '# escape=\\'));
    }
    const offline = 'services:\n  app:\n    build:\n      network: none\n';
    writeFileSync(join(folder, 'offline.yaml'), offline);
    const base = /^FROM (\S+)/m.exec(plan.files[0]?.content ?? '')?.[1] ?? '';
    expect(base).toMatch(/^node:\d+-/);
    undo = await makeNodeImage(base);
    started = await up('--build');
    // Debian's engine comes without the small program behind `init: true`.
    if (started.status !== 0 && started.stderr.includes('"docker-init": executable file not found')) {
      console.log('SKIPPED `init: true` of the real build: this engine has no docker-init');
      hasInit = false;
      writeFileSync(join(folder, 'offline.yaml'), `${offline}    init: false\n`);
      started = await up();
    }
  });

  afterAll(async () => {
    if (folder !== '') await compose('down', '--volumes', '--rmi', 'local', '--timeout', '2');
    await undo();
    rmSync(folder, { recursive: true, force: true });
  });

  test('it builds without a network and turns healthy', () => {
    expect(started.status, started.stdout + started.stderr).toBe(0);
  });

  test('it runs as nobody special, on a read-only system, without capabilities', async () => {
    const seen = await compose('exec', '-T', 'app', 'node', '-e', looking);
    expect(seen.stderr + seen.stdout).toContain('{');
    expect(JSON.parse(seen.stdout)).toEqual({
      uid: 1000,
      capabilities: '0000000000000000',
      newPrivileges: '1',
      app: 'EROFS',
      root: 'EROFS',
      tmp: 'written',
      init: hasInit,
    });
  });

  test('it answers on the loopback address of the machine', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect([answer.status, await answer.text()]).toEqual([200, 'built by npm run build\n']);
  });

  test('it ends by itself when it is told to, and need not be killed', async () => {
    expect((await compose('stop')).status).toBe(0);
    expect((await compose('ps', '--all', '--format', '{{.ExitCode}}')).stdout.trim()).toBe('0');
  });
});

/** A server with a build of its own and no package from anywhere, so that `npm ci` needs no registry. */
function sample(number: number): Record<string, string> {
  return {
    'package.json': JSON.stringify({
      name: 'built',
      version: '1.0.0',
      scripts: { build: 'node build.js', start: 'node dist/server.js' },
    }),
    'package-lock.json': JSON.stringify({
      name: 'built',
      version: '1.0.0',
      lockfileVersion: 3,
      requires: true,
      packages: { '': { name: 'built', version: '1.0.0' } },
    }),
    'build.js':
      "const fs = require('node:fs');\nfs.mkdirSync('dist', { recursive: true });\nfs.copyFileSync('src/server.js', 'dist/server.js');\n",
    'src/server.js': `const { createServer } = require('node:http');
const app = { get: (path, answer) => (routes[path] = answer) };
const routes = {};
app.get('/healthz', () => 'well\\n');
app.get('/', () => 'built by npm run build\\n');
const server = createServer((request, response) => response.end((routes[request.url] ?? (() => ''))()));
server.listen(process.env.PORT || ${number});
process.on('SIGTERM', () => server.close(() => process.exit(0)) && server.closeAllConnections());
`,
  };
}

/** What a program finds inside the container. */
const looking = `
const fs = require('node:fs');
const status = fs.readFileSync('/proc/self/status', 'utf8');
const field = (name) => new RegExp('^' + name + ':\\\\s*(\\\\S+)', 'm').exec(status)[1];
const write = (path) => { try { fs.writeFileSync(path, 'x'); return 'written'; } catch (error) { return error.code; } };
console.log(JSON.stringify({
  uid: process.getuid(), capabilities: field('CapEff'), newPrivileges: field('NoNewPrivs'),
  app: write('/app/x'), root: write('/x'), tmp: write('/tmp/x'),
  init: !fs.readFileSync('/proc/1/cmdline', 'utf8').startsWith('node'),
}));`;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
