import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles } from '#scripts/generate/files.ts';

const root = join(import.meta.dirname, '../..');

/** Who may know whom inside core; each goes through the other's index.ts. */
const coreRooms: Readonly<Record<string, readonly string[]>> = {
  text: [],
  shell: ['text'],
  compose: ['text'],
  snapshot: ['text'],
  ignore: ['text'],
  dockerfile: ['text', 'shell'],
  project: ['text', 'shell', 'compose', 'snapshot', 'ignore', 'dockerfile'],
  lint: ['text', 'shell', 'compose', 'snapshot', 'ignore', 'dockerfile', 'project'],
  // Quick fixes and hovers speak of findings and rules, so the language features stand above the rule contract.
  language: ['text', 'shell', 'compose', 'snapshot', 'ignore', 'dockerfile', 'project', 'lint'],
  starters: ['text', 'shell', 'compose', 'snapshot', 'ignore', 'dockerfile', 'project'],
  rules: ['text', 'shell', 'compose', 'snapshot', 'ignore', 'dockerfile', 'project', 'lint'],
  report: ['text', 'shell', 'compose', 'snapshot', 'ignore', 'dockerfile', 'project', 'lint'],
};

/** What each room may import beside its own files; `node:` is free for all but core. */
const doors: Readonly<Record<string, readonly RegExp[]>> = {
  core: [/^yaml$/, /^dockerfile-ast$/, /^unbash$/, /^smol-toml$/, /^spdx-license-ids\//],
  engine: [/^#core$/, /^dockerode$/, /^node:/],
  // The rules are a piece of their own, which the server loads with the first file.
  server: [
    /^#core$/,
    /^#core\/rules\/index\.ts$/,
    /^node:/,
    /^vscode-languageserver/,
    /^vscode-uri$/,
    /^@vscode\/l10n$/,
  ],
  client: [/^#core$/, /^#engine$/, /^node:/, /^vscode$/, /^vscode-languageclient/],
  cli: [/^#core$/, /^#engine$/, /^node:/],
};

/** Packages that one place wraps, because they depart from the real thing in known ways. */
const wrapped: Readonly<Record<string, string>> = {
  dockerode: 'engine/src/',
  'dockerfile-ast': 'core/src/dockerfile/',
  unbash: 'core/src/shell/',
  'smol-toml': 'core/src/starters/',
};

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = Object.keys(doors).flatMap((room) => listFiles(root, `${room}/src`, ['.ts']));
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const pattern = /^\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  return [...code.matchAll(pattern)].map((match) => ({ file, target: match[1] ?? match[2] ?? match[3] ?? '' }));
}

function resolve({ file, target }: Import): string | undefined {
  if (target.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), target));
  if (target === '#core') return 'core/src/index.ts';
  if (target === '#core/rules/index.ts') return 'core/src/rules/index.ts';
  if (target === '#engine') return 'engine/src/index.ts';
  return undefined;
}

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const coreRoomOf = (path: string): string => /^core\/src\/([^/]+)\//.exec(path)?.[1] ?? '';

function judgeCoreImport(each: Import): string[] {
  const to = resolve(each);
  const from = coreRoomOf(each.file);
  if (to === undefined || roomOf(each.file) !== 'core' || from === '' || coreRoomOf(to) === from) return [];
  if (!(coreRooms[from] ?? []).includes(coreRoomOf(to))) return [`${each.file} may not know ${to}`];
  return to.endsWith('/index.ts') ? [] : [`${each.file} goes past the index of ${coreRoomOf(to)}: ${each.target}`];
}

function judgeDoor(each: Import): string[] {
  const room = roomOf(each.file);
  if (each.target.startsWith('.')) {
    const to = resolve(each) ?? '';
    const bundle = to === 'l10n/bundle.l10n.fr.json';
    return roomOf(to) === room || bundle ? [] : [`${each.file} reaches into ${to}`];
  }
  return (doors[room] ?? []).some((pattern) => pattern.test(each.target))
    ? []
    : [`${each.file} may not import ${each.target}`];
}

function findCycle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    path.push(node);
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('layers', () => {
  test('there is something to judge', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(
      listFiles(root, 'core/src', ['.ts'])
        .map(coreRoomOf)
        .filter((room) => room !== '' && !(room in coreRooms)),
    ).toEqual([]);
  });

  test('inside core every room knows only those below it, through their front doors', () => {
    expect(imports.flatMap(judgeCoreImport)).toEqual([]);
  });

  test('rooms know one another through #core and #engine only, and client, server and cli not at all', () => {
    expect(imports.flatMap(judgeDoor)).toEqual([]);
  });

  test('packages that we wrap are imported in one place', () => {
    const strays = imports.filter(({ file, target }) => {
      const place = wrapped[target];
      return place !== undefined && !file.startsWith(place);
    });
    expect(strays).toEqual([]);
  });

  test('no import goes in a circle', () => {
    const edges = new Map<string, string[]>(files.map((file) => [file, []]));
    for (const each of imports) edges.get(each.file)?.push(resolve(each) ?? '');
    expect(findCycle(edges)).toBeUndefined();
  });

  test('the judge itself can say no', () => {
    expect(judgeCoreImport({ file: 'core/src/text/span.ts', target: '../lint/index.ts' })).toHaveLength(1);
    expect(judgeCoreImport({ file: 'core/src/lint/run.ts', target: '../text/span.ts' })).toHaveLength(1);
    expect(judgeDoor({ file: 'cli/src/main.ts', target: '../../server/src/main.ts' })).toHaveLength(1);
    expect(judgeDoor({ file: 'core/src/text/span.ts', target: 'node:fs' })).toHaveLength(1);
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toEqual(['a', 'b', 'a']);
    expect(
      importsOf('a', "import type {\n  X,\n} from './x.ts';\nexport * from './y.ts';\nawait import('z');"),
    ).toHaveLength(3);
  });
});
