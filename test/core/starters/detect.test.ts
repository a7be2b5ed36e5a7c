import { detect, formatMessage, plan, planTree, readExisting, type AppFacts, type Facts, type FileTree } from '#core';
import { describe, expect, test } from 'vitest';
import { madeTree, sampleNames, sampleTree } from './tree.ts';

/** An application in one line: path, framework, version, manager, port, command. */
function row({ path, framework, language, version, packageManager, port, start }: AppFacts): string {
  return [path, framework ?? language, version, packageManager ?? '-', port ?? '-', start.join(' ')].join(' | ');
}

function rows(facts: Facts): string[] {
  const services = facts.services.map(({ id, need, evidence }) => {
    return `+ ${id} ${need}: ${evidence.map(({ path, line }) => `${path}:${line}`).join(', ')}`;
  });
  const refusals = facts.refusals.map(({ path, reason }) => `! ${path}: ${formatMessage(reason)}`);
  return [...facts.apps.map(row), ...services, ...refusals];
}

const expected: Readonly<Record<string, readonly string[]>> = {
  'berry-express': ['. | express | 26 | yarn | 7000 | node ./src/index.js'],
  'bun-hono': ['. | hono | 26 | bun | 3030 | bun src/index.ts', '+ postgres required: package.json:10'],
  'django-postgres': [
    '. | django | 3.13 | pip | 8000 | gunicorn --bind 0.0.0.0:8000 --worker-tmp-dir /dev/shm --access-logfile - library.wsgi:application',
    '+ postgres required: requirements.txt:3, library/settings.py:8',
  ],
  'express-postgres-redis': [
    '. | express | 26 | npm | 4000 | node server.js',
    '+ postgres required: package.json:14',
    '+ redis required: package.json:15',
  ],
  'fastapi-pdm': [
    '. | fastapi | 3.13 | pdm | 8000 | uvicorn main:app --host 0.0.0.0 --port 8000',
    '+ postgres required: pyproject.toml:5',
  ],
  'fastapi-uv': [
    '. | fastapi | 3.14 | uv | 8000 | uvicorn weather.main:app --host 0.0.0.0 --port 8000',
    '+ postgres required: pyproject.toml:8',
    '+ redis required: pyproject.toml:10',
  ],
  'fastify-pnpm': ['. | fastify | 24 | pnpm | 8080 | node dist/server.js', '+ redis required: package.json:12'],
  'flask-pipenv-sqlite': [
    '. | flask | 3.10 | pipenv | 5005 | flask --app app:app run --host 0.0.0.0 --port 5005',
    '+ sqlite embedded: app.py:1',
  ],
  'flask-poetry': [
    '. | flask | 3.14 | poetry | 5000 | gunicorn --bind 0.0.0.0:5000 --worker-tmp-dir /dev/shm --access-logfile - guestbook:create_app()',
    '+ redis required: pyproject.toml:10',
  ],
  'lying-lockfile': ['. | express | 20 | npm | 3456 | node app.js', '+ redis required: package.json:10'],
  'nest-prisma-yarn': ['. | nestjs | 22 | yarn | 3000 | node dist/main', '+ postgres required: prisma/schema.prisma:6'],
  'next-standalone': ['. | nextjs | 24 | npm | 3000 | node server.js'],
  'node-plain-http': ['. | node | 26 | npm | 5050 | node index.js'],
  'node-worker': ['. | node | 26 | npm | - | node worker.js', '+ redis required: package.json:9'],
  'python-plain-worker': ['. | python | 3.14 | pip | - | python worker.py', '+ redis required: requirements.txt:1'],
  'refused-broken-json': ['! .: package.json is not valid JSON: look at line 5.'],
  'refused-broken-toml': ['! .: pyproject.toml is not valid TOML: look at line 2.'],
  'refused-library': ['! .: package.json is a library: it exports code for others and has nothing to start.'],
  'refused-mobile': ['! .: package.json is a mobile application: it runs on a phone, not in a container.'],
  'refused-notebook': ['! .: analysis.ipynb is a notebook: it is explored by hand and has no server to start.'],
  'refused-template': ['! .: package.json is a template with placeholders. Fill it in first.'],
  'refused-vite': [
    '! .: package.json builds a static site (vite): any web server can serve it, and Drydock does not write that one yet.',
  ],
  'streamlit-pip': [
    '. | streamlit | 3.12 | pip | 8501 | streamlit run app.py --server.address=0.0.0.0 --server.port=8501 --server.headless=true --browser.gatherUsageStats=false',
  ],
  'two-apps': [
    'api | flask | 3.14 | pip | 5000 | gunicorn --bind 0.0.0.0:5000 --worker-tmp-dir /dev/shm --access-logfile - app:app',
    'web | express | 26 | npm | 5000 | node index.js',
    '+ postgres required: web/package.json:9',
    '+ redis required: api/requirements.txt:3',
  ],
  workspaces: ['apps/api | koa | 24 | npm | 3001 | node server.js'],
};

describe('the sample applications', () => {
  test('all of them are expected to give something', () => {
    expect(Object.keys(expected).sort()).toEqual(sampleNames);
  });

  test.each(sampleNames)('%s', async (name) => {
    expect(rows(await detect(sampleTree(name)))).toEqual(expected[name]);
  });

  test.each(sampleNames)('%s: evidence points at lines that exist', async (name) => {
    const tree = sampleTree(name);
    const { apps, services } = await detect(tree);
    for (const { path, line, fact } of [...apps, ...services].flatMap(({ evidence }) => evidence)) {
      const text = await tree.read(path.endsWith('/.') || path === '.' ? (tree.paths[0] ?? '') : path);
      expect(text?.split('\n').length ?? 0, `${fact} ${path}:${line}`).toBeGreaterThanOrEqual(line);
    }
  });

  test.each(sampleNames)('%s asks nothing, and once written there is nothing left to do', async (name) => {
    const tree = sampleTree(name);
    const first = await planTree(tree, {});
    expect(first.plan.questions).toEqual([]);
    const written = new Map(first.plan.files.map(({ path, content }) => [path, content]));
    const after: FileTree = {
      paths: [...new Set([...tree.paths, ...written.keys()])],
      read: (path) => (written.has(path) ? Promise.resolve(written.get(path)) : tree.read(path)),
    };
    const { plan: second } = await planTree(after, {});
    expect(second.files.map(({ action }) => action)).toEqual(first.plan.files.map(() => 'keep'));
  });
});

function nodeApp(manifest: Record<string, unknown>, files: Record<string, string> = {}): FileTree {
  const scripts = { start: 'node server.js' };
  return madeTree({
    'package.json': JSON.stringify({ scripts, ...manifest }),
    'server.js': 'app.listen(3000)',
    ...files,
  });
}

async function nodeVersion(files: Record<string, string>, manifest: Record<string, unknown> = {}): Promise<string> {
  return (await detect(nodeApp(manifest, files))).apps[0]?.version ?? 'none';
}

describe('versions', () => {
  test.each([
    ['lts/*', '26'],
    ['lts/iron', '20'],
    ['jod', '22'],
    ['v24.10.0', '24'],
    ['node', '26'],
    ['nonsense of some kind', '26'],
  ])('.nvmrc %s', async (text, version) => {
    expect(await nodeVersion({ '.nvmrc': text })).toBe(version);
  });

  test.each([
    ['>=18', '26'],
    ['>=18 <23', '22'],
    ['^20.1', '20'],
    ['20.x || 22', '22'],
    ['~22.4.0', '22'],
    ['18 - 24', '24'],
    ['>= 22.0.0', '26'],
    ['<26', '24'],
    ['16', '16'],
    ['>24', '26'],
  ])('engines %s', async (node, version) => {
    expect(await nodeVersion({}, { engines: { node } })).toBe(version);
  });

  test('a version file wins over engines', async () => {
    expect(await nodeVersion({ '.node-version': '22' }, { engines: { node: '24' } })).toBe('22');
  });

  test.each([
    ['>=3.10', '3.14'],
    ['>=3.10,<3.13', '3.12'],
    ['~=3.11', '3.14'],
    ['~=3.11.2', '3.11'],
    ['==3.12.*', '3.12'],
    ['^3.9', '3.14'],
    ['!=3.14.*,>=3.11', '3.13'],
  ])('requires-python %s', async (range, version) => {
    const tree = madeTree({
      'pyproject.toml': `[project]\nname = "a"\nrequires-python = "${range}"\ndependencies = ["flask"]\n`,
      'app.py': 'app = Flask(__name__)',
    });
    expect((await detect(tree)).apps[0]?.version).toBe(version);
  });
});

describe('ports of Node', () => {
  test.each([
    ['const port = process.env.PORT ?? 4100; app.listen(port)', 4100],
    ["app.listen(process.env['PORT'] || '4200')", 4200],
    ['const { PORT = 4300 } = process.env; app.listen(PORT)', 4300],
    ['app.listen(4400, "0.0.0.0")', 4400],
    ['app.listen({ host: "0.0.0.0", port: 4500 })', 4500],
    ['app.listen(parseInt(process.env.PORT || "4600", 10))', 4600],
    ['const PORT: number = 4700;\napp.listen(PORT)', 4700],
    ['// app.listen(1234)\napp.listen(4800)', 4800],
  ])('%s', async (code, port) => {
    const facts = await detect(nodeApp({ dependencies: { express: '5' } }, { 'server.js': code }));
    expect(facts.apps[0]?.port).toBe(port);
  });

  test('a port that is only guessed becomes a question, and its answer is used', async () => {
    const tree = nodeApp({ dependencies: { express: '5' } }, { 'server.js': 'app.listen(config.port)' });
    const facts = await detect(tree);
    const { questions } = plan(facts, {}, new Map());
    expect(questions).toMatchObject([{ id: 'port:.', default: '3000' }]);
    const { files } = plan(facts, { 'port:.': '4242' }, await readExisting(tree, facts));
    expect(files[0]?.content).toContain('EXPOSE 4242\n');
    expect(files.find(({ path }) => path === 'compose.yaml')?.content).toContain('127.0.0.1:4242:4242');
    expect(plan(facts, { 'port:.': '0\nUSER root' }, new Map()).files[0]?.content).toContain('EXPOSE 3000\n');
  });

  test('a program without an ending in its name is read too', async () => {
    const files = { 'server.js': '', 'bin/www': "const port = normalizePort(process.env.PORT || '4900');" };
    const facts = await detect(
      nodeApp({ scripts: { start: 'node ./bin/www' }, dependencies: { express: '4' } }, files),
    );
    expect(facts.apps[0]?.port).toBe(4900);
  });

  test('a privileged port moves up when the application reads PORT', async () => {
    const facts = await detect(nodeApp({}, { 'server.js': 'app.listen(process.env.PORT || 80)' }));
    expect(facts.apps[0]?.port).toBe(8080);
  });
});

describe('start commands of Node', () => {
  test.each([
    [{ start: 'npm run serve', serve: 'NODE_ENV=production node app.js' }, 'node app.js'],
    [{ start: 'npm run build && node --enable-source-maps "my app.js"' }, 'node --enable-source-maps my app.js'],
    [{ start: 'nodemon app.js' }, 'node app.js'],
    [{ start: 'nodemon app.js', 'start:prod': 'node app.js --prod' }, 'node app.js --prod'],
    [{ start: 'fastify start -l info app.js' }, 'node_modules/.bin/fastify start -l info app.js'],
    [{ start: 'cross-env A=1 node app.js' }, 'node app.js'],
    [{ start: 'node app.js | tee log' }, 'node app.js'],
  ])('%j', async (scripts, start) => {
    const tree = nodeApp(
      { scripts, dependencies: { fastify: '5', 'fastify-cli': '7' } },
      { 'app.js': 'app.listen(3000)' },
    );
    expect((await detect(tree)).apps[0]?.start.join(' ')).toBe(start);
  });

  test('scripts that call each other in a ring are given up', async () => {
    const tree = madeTree({ 'package.json': '{"scripts":{"start":"npm run a","a":"npm start"}}' });
    expect((await detect(tree)).apps).toEqual([]);
  });
});

describe('settings of npm', () => {
  test('a file with a token stays out of the image', async () => {
    const { facts, plan: made } = await planTree(nodeApp({}, { '.npmrc': '//npm.example/:_authToken=abc\n' }), {});
    expect(made.files.find(({ path }) => path === '.dockerignore')?.content).toContain('\n**/.npmrc\n');
    expect(made.files[0]?.content).not.toContain('npmrc');
    expect(facts.warnings.map(formatMessage).join()).toContain('.npmrc holds credentials');
  });

  test('a file without secrets is mounted for the installation', async () => {
    const tree = nodeApp({ dependencies: { koa: '3' } }, { '.npmrc': 'legacy-peer-deps=true\n' });
    const { plan: made } = await planTree(tree, {});
    expect(made.files[0]?.content).toContain('--mount=type=bind,source=.npmrc,target=.npmrc');
  });
});

describe('services', () => {
  test('a driver among the development dependencies is a question, and off', async () => {
    const facts = await detect(nodeApp({ devDependencies: { ioredis: '5' } }));
    const { questions, files } = plan(facts, {}, new Map());
    expect(questions).toMatchObject([{ id: 'service:redis', default: 'no', choices: ['no', 'yes'] }]);
    expect(files.at(-1)?.content).not.toContain('redis');
    expect(plan(facts, { 'service:redis': 'yes' }, new Map()).files.at(-1)?.content).toContain(
      'image: redis:8-trixie\n',
    );
  });

  test('the application gets the variables that it reads, and no others', async () => {
    const tree = nodeApp(
      { dependencies: { pg: '8' } },
      { 'server.js': 'listen(process.env.PGHOST, process.env.PGPASSWORD, process.env.HOME)' },
    );
    const { plan: made } = await planTree(tree, {});
    const compose = made.files.find(({ path }) => path === 'compose.yaml')?.content ?? '';
    expect(compose).toContain('      PGHOST: postgres\n      PGPASSWORD: "${POSTGRES_PASSWORD:?set it in .env}"\n');
    expect(compose).not.toContain('DATABASE_URL');
  });

  test('an existing docker-compose.yml is the file that is changed', async () => {
    const tree = nodeApp({}, { 'docker-compose.yml': 'services: {}\n' });
    const { plan: made } = await planTree(tree, {});
    expect(made.files.map(({ path, action }) => `${action} ${path}`)).toEqual([
      'create Dockerfile',
      'create .dockerignore',
      'change docker-compose.yml',
    ]);
  });
});
