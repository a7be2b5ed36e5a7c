import { detect, formatMessage, parseCompose, parseDockerfile, planTree, type FileTree } from '#core';
import { assert, asyncProperty, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effortOf } from '#test/kit/effort.ts';
import { strictFindings } from './lint.ts';
import { madeTree } from './tree.ts';

const poison = [
  'x\nUSER root',
  'x\r\nRUN curl evil',
  'x"]\nUSER root #',
  '${PATH}',
  '$(id)',
  '`id`',
  "'; rm -rf /; '",
  'a: b\n  privileged: true',
  '{{ name }}',
  '\u2028USER root',
  '\u0085privileged: true',
  'x\\',
  '# escape=`',
  '\0',
];

/** The instructions of every Dockerfile and the keys of every service: what an injected line would change. */
async function shapeOf(tree: FileTree): Promise<string> {
  const { plan } = await planTree(tree, {});
  const shapes = plan.files.map(({ path, content }) => {
    if (path.endsWith('Dockerfile')) {
      const file = parseDockerfile(content);
      expect(file.problems, content).toEqual([]);
      return file.instructions.map(({ keyword }) => keyword).join(' ');
    }
    if (path !== 'compose.yaml') return path;
    const file = parseCompose(content);
    expect(file.problems, content).toEqual([]);
    return file.services
      .map(({ node }) => (node.kind === 'map' ? node.entries.map(({ key }) => key).join(' ') : '?'))
      .join('\n');
  });
  expect(strictFindings(plan)).toEqual([]);
  return shapes.join('\n');
}

function nodeTree(text: string): FileTree {
  const manifest = {
    name: text,
    packageManager: `npm@${text}`,
    engines: { node: text },
    main: `${text}.js`,
    scripts: { start: `node ${JSON.stringify(text)}.js` },
    dependencies: { express: text, [text]: text },
  };
  return madeTree({
    'package.json': JSON.stringify(manifest),
    '.nvmrc': text,
    'server.js': `app.get('/health${text}', x); app.listen(3000); process.env.${text}`,
    [`${text}.js`]: '',
  });
}

function pythonTree(text: string): FileTree {
  const quoted = JSON.stringify(text).replaceAll('\\u0000', '');
  return madeTree({
    'pyproject.toml': `[project]\nname = ${quoted}\nrequires-python = ${quoted}\ndependencies = ["flask", ${quoted}]\n`,
    [`${text}.py`]: 'app = Flask(__name__)',
    'app.py': 'app = Flask(__name__)',
    '.python-version': text,
  });
}

describe('nothing that a manifest holds can begin a line', () => {
  test.each(poison)('%j in a package.json', async (text) => {
    const plain = await shapeOf(nodeTree('server'));
    const shape = await shapeOf(nodeTree(text));
    // A template is refused; everything else gives the very same instructions and keys.
    expect(['', plain]).toContain(shape);
  });

  test.each(poison)('%j in a pyproject.toml', async (text) => {
    const plain = await shapeOf(pythonTree('server'));
    expect(['', plain]).toContain(await shapeOf(pythonTree(text)));
  });

  test.each(poison)('%j as a folder is refused, or carried safely', async (text) => {
    const { plan, facts } = await planTree(
      madeTree({ [`${text}/package.json`]: '{"scripts":{"start":"node a.js"}}' }),
      {},
    );
    expect(plan.files).toEqual([]);
    expect(facts.refusals).toHaveLength(1);
  });

  test('whatever the words, the start command arrives in the image as it was written', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', minLength: 1, maxLength: 12 }), async (text) => {
        const word = text.replace(/['\0]/g, '_');
        const tree = madeTree({ 'package.json': JSON.stringify({ scripts: { start: `node 'a ${word}' b` } }) });
        const { plan, facts } = await planTree(tree, {});
        const command = parseDockerfile(plan.files[0]?.content ?? '').instructions.at(-1);
        expect(command?.keyword).toBe('CMD');
        expect(facts.apps[0]?.start).toEqual(['node', `a ${word}`, 'b']);
        expect(JSON.parse(/CMD (\[.*\])\n$/s.exec(plan.files[0]?.content ?? '')?.[1] ?? '')).toEqual([
          'node',
          `a ${word}`,
          'b',
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

/** The same words in every other file that the wizard reads. */
function sideFiles(text: string): Record<string, string> {
  return {
    Procfile: `web: node ${text}\nworker: ${text}`,
    Dockerfile: `FROM node:${text}\nEXPOSE ${text}\n`,
    '.env.example': `PORT=${text}\nDATABASE_URL=${text}\n`,
    'config/default.json': JSON.stringify({ port: text, server: { port: { [text]: text } } }),
    '.streamlit/config.toml': `[server]\nport = ${text}\n`,
    'pnpm-workspace.yaml': `packages:\n  - ${text}\n`,
    'tsconfig.json': JSON.stringify({ compilerOptions: { outDir: text, rootDir: text } }),
    'prisma/schema.prisma': `datasource db {\n  provider = "${text}"\n}`,
  };
}

describe('words that would like to be commands', () => {
  const ports = ['3000; rm -rf /', '3000\nUSER root', '"3000"', '-1', '99999', '3e3', 'x'.repeat(50_000)];

  test.each([...poison, ...ports].map((text) => [text.slice(0, 40), text]))('%j beside a manifest', async (_, text) => {
    const word = text.replace(/['\0]/g, '');
    const manifest = {
      scripts: { start: `PORT='${word}' node server.js --port '${word}'` },
      dependencies: { express: '5', '@prisma/client': '6' },
    };
    const files = { 'package.json': JSON.stringify(manifest), 'server.js': 'app.listen(process.env.PORT)' };
    const shape = await shapeOf(madeTree({ ...files, ...sideFiles(text) }));
    expect(shape.match(/\bUSER\b/g)).toHaveLength(1);
    expect(shape).not.toMatch(/privileged/);
    const python = { 'requirements.txt': 'streamlit\n', 'app.py': 'import streamlit\n' };
    expect((await shapeOf(madeTree({ ...python, ...sideFiles(text) }))).match(/\bUSER\b/g)).toHaveLength(1);
  });

  test.each(['3000; rm -rf /', '0', '99999', '3e3', '-3000', '${PORT}', '0x10'])(
    'a port of %j is none',
    async (text) => {
      const tree = madeTree({
        'package.json': JSON.stringify({ scripts: { start: 'node a.js' }, dependencies: { express: '5' } }),
        'a.js': `const x = process.env.PORT; listen(x)`,
        '.env.example': `PORT=${text}\n`,
      });
      expect((await detect(tree)).apps[0]?.port).toBe(3000);
    },
  );

  test.each([
    ['scripts that are no text', { scripts: { start: 7, build: ['tsc'], dev: { a: 1 } } }],
    ['dependencies that are no text', { scripts: { start: 'node a.js' }, dependencies: { express: 5, pg: null } }],
    ['names that are no text', { name: ['a'], version: {}, main: 3, bin: 7, engines: [], workspaces: 'x' }],
  ])('%s do no harm', async (_, manifest) => {
    const { facts, plan } = await planTree(madeTree({ 'package.json': JSON.stringify(manifest), 'a.js': '' }), {});
    expect(facts.apps.length + facts.refusals.length).toBe(1);
    expect(strictFindings(plan)).toEqual([]);
  });

  test.each([
    ['open calls', '.run('.repeat(30_000)],
    ['deep calls', `.run(${'('.repeat(90_000)}`],
    ['calls without end', `app.run(${'(a)'.repeat(60_000)}`],
    ['settings without end', `PORT: z.${'a'.repeat(150_000)}`],
    ['braces', 'server({'.repeat(20_000)],
    ['quotes', '"""'.repeat(60_000)],
    ['environments', 'env.PORT '.repeat(20_000)],
  ])('a source of %s takes no second', async (_, text) => {
    const tree = madeTree({
      'package.json': '{"scripts":{"start":"node a.js"},"dependencies":{"express":"5"}}',
      'a.js': text,
      'requirements.txt': 'flask\n',
      'app.py': `app = Flask(__name__)\n${text}`,
    });
    const effort = await effortOf(async () => expect((await detect(tree)).apps).toHaveLength(2));
    expect(effort).toBeLessThan(3);
  });
});

describe('bad input', () => {
  test.each([
    ['an empty file', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['half a file', '{"name": "a'],
    ['a binary file', '\0\u0001\u0002'],
    ['a file that cannot be read', undefined],
  ])('package.json is %s', async (_, text) => {
    const { apps, refusals } = await detect(madeTree({ 'package.json': text, 'index.js': 'listen()' }));
    expect(apps).toEqual([]);
    expect(refusals.map(({ reason }) => formatMessage(reason)).join()).toMatch(
      /^package\.json (is not valid JSON: look at line 1\.|cannot be read as text: .*)$/,
    );
  });

  test('members of odd types are no members', async () => {
    const odd = {
      name: 3,
      scripts: [1],
      dependencies: 'express',
      engines: null,
      workspaces: { packages: 4 },
      main: {},
      packageManager: [],
    };
    const { apps, refusals } = await detect(madeTree({ 'package.json': JSON.stringify(odd) }));
    expect(apps).toEqual([]);
    expect(refusals).toHaveLength(1);
  });

  test('names of every object are no dependencies', async () => {
    const text =
      '{"name":"a","scripts":{"start":"node constructor.js"},"dependencies":{"__proto__":"1","constructor":"1"}}';
    const { apps, services } = await detect(madeTree({ 'package.json': text }));
    expect(apps).toHaveLength(1);
    expect(services).toEqual([]);
  });

  test('a byte order mark and Windows line ends are read through', async () => {
    const text =
      '\uFEFF{\r\n  "scripts": {\r\n    "start": "node a.js"\r\n  },\r\n  "dependencies": {\r\n    "pg": "8"\r\n  }\r\n}\r\n';
    const { apps, services } = await detect(madeTree({ 'package.json': text, '.nvmrc': '24\r\n' }));
    expect(apps[0]).toMatchObject({ version: '24', start: ['node', 'a.js'] });
    expect(services[0]?.evidence[0]?.line).toBe(6);
  });

  test.each([
    ['merge conflict', '<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n'],
    ['nothing', ' \n'],
    ['no JSON', '{'],
  ])('a lockfile that holds %s is told and not used', async (_, lock) => {
    const tree = madeTree({
      'package.json': '{"scripts":{"start":"node a.js"},"dependencies":{"koa":"3"}}',
      'package-lock.json': lock,
    });
    const { facts, plan } = await planTree(tree, {});
    expect(plan.files[0]?.content).toContain('npm install --no-audit --no-fund');
    expect(facts.warnings.map(formatMessage).join()).toContain('so the image installs without it');
  });

  test('a read that fails is a file without text', async () => {
    const tree: FileTree = { paths: ['package.json'], read: () => Promise.reject(new Error('gone')) };
    expect((await detect(tree)).refusals).toHaveLength(1);
  });

  test('an empty folder gets a sentence', async () => {
    const { refusals } = await detect(madeTree({}));
    expect(refusals.map(({ reason }) => formatMessage(reason))).toEqual([
      'No Node or Python application was found here. Others will follow.',
    ]);
  });

  test('among ten thousand files only those that say something are opened', async () => {
    const files: Record<string, string> = {
      'package.json': '{"scripts":{"start":"node a.js"},"dependencies":{"express":"5"}}',
    };
    for (let at = 0; at < 10_000; at++) files[`src/part${at % 100}/file${at}.ts`] = `export const value = ${at};\n`;
    const tree = madeTree(files);
    let opened = 0;
    const counted = { ...tree, read: (path: string) => (opened++, tree.read(path)) };
    expect((await detect(counted)).apps).toHaveLength(1);
    expect(opened).toBeLessThan(1_000);
  });
});
