import {
  createContext,
  createListing,
  findContext,
  findCopySources,
  matchSource,
  parseDockerfile,
  parseIgnore,
  type ContextDisk,
} from '#core';
import { describe, expect, test } from 'vitest';

const paths = ['a.md', 'README.md', 'src/main.js', 'src/lib/b.js', 'node_modules/x/README.md', 'node_modules/y.js'];
const listing = createListing(paths.map((path, index) => ({ path, size: (index + 1) * 10 })));

function judge(patterns: string) {
  const judged = createContext({ listing: () => listing }).judge(parseIgnore(patterns));
  if (!judged) throw new Error('Nothing was judged.');
  return judged;
}

describe('what an ignore file does to a context', () => {
  test('every file is counted for the pattern that decides on it', () => {
    const { effects, sent, excluded, isExcluded } = judge('*.md\n!README.md\nnode_modules\nnothing');
    expect(effects.map(({ decides, first }) => [decides.files, decides.bytes, first])).toEqual([
      [1, 10, ['a.md']],
      [1, 20, ['README.md']],
      [2, 110, ['node_modules/x/README.md', 'node_modules/y.js']],
      [0, 0, []],
    ]);
    expect(effects.map((effect) => effect.matches())).toEqual([true, true, true, false]);
    expect([sent.files, excluded.files]).toEqual([3, 3]);
    expect(['src', 'node_modules', 'node_modules/x'].map(isExcluded)).toEqual([false, true, true]);
  });

  test('something in an excluded folder comes back', () => {
    const { isExcluded } = judge('*\n!node_modules/x');
    expect(paths.filter((path) => !isExcluded(path))).toEqual(['node_modules/x/README.md']);
  });

  test('is not told where it would take too long', () => {
    const many = createListing(Array.from({ length: 2001 }, (_, index) => ({ path: `f${index}`, size: 1 })));
    const patterns = parseIgnore('a\n'.repeat(10_000));
    expect(createContext({ listing: () => many }).judge(patterns)).toBeUndefined();
  });
});

describe('sources of COPY and ADD', () => {
  const sourcesOf = (line: string) => findCopySources(parseDockerfile(`FROM alpine:3.23\nARG V=src\n${line}\n`));

  test.each([
    ['COPY . /x', 6],
    ['COPY src /x', 2],
    ['COPY ./src/ /x', 2],
    ['COPY $V/main.js /x', 1],
    ['COPY *.md /x', 2],
    ['COPY s*/*.js /x', 1],
    ['COPY **/README.md /x', 0],
    ['ADD ["nothing", "/x"]', 0],
  ])('%s means %i files', (line, count) => {
    expect(sourcesOf(line).map((source) => matchSource(source, listing).files.length)).toEqual([count]);
  });

  test.each(['COPY --from=b a /x', 'ADD https://x/y /x', 'COPY <<A /x\nA', 'ONBUILD COPY a /x', 'COPY $U /x', 'RUN a'])(
    '%s takes nothing from the context',
    (line) => expect(sourcesOf(line)).toEqual([]),
  );
});

describe('the context of a Dockerfile', () => {
  const disk = (...files: string[]): ContextDisk => ({
    exists: async (path) => files.some((file) => file === path || file.startsWith(`${path}/`)),
    read: async (path) => (files.includes(path) ? path : undefined),
  });
  const find = async (line: string, ...files: string[]) => {
    const sources = findCopySources(parseDockerfile(`FROM alpine:3.23\n${line}\n`));
    const { folder, ignorePath, parts } = await findContext(
      { name: 'api.Dockerfile', folders: ['/w/docker', '/w'], sources },
      disk(...files),
    );
    return [folder, ignorePath, parts.certain];
  };

  test('is the nearest folder in which something lies that it copies', async () => {
    expect(await find('COPY a /x', '/w/docker/a', '/w/a')).toEqual(['/w/docker', '/w/docker/.dockerignore', true]);
    expect(await find('COPY a b/c /x', '/w/b/c/d')).toEqual(['/w', '/w/.dockerignore', true]);
  });

  test('is a guess where nothing does', async () => {
    expect(await find('COPY a /x')).toEqual(['/w/docker', '/w/docker/.dockerignore', false]);
    expect(await find('COPY . /x')).toEqual(['/w/docker', '/w/docker/.dockerignore', false]);
    expect(await find('COPY . /x', '/w/docker/.dockerignore')).toEqual(['/w/docker', '/w/docker/.dockerignore', true]);
  });

  test('has the ignore file of the Dockerfile before its own', async () => {
    const own = '/w/docker/api.Dockerfile.dockerignore';
    expect(await find('COPY a /x', '/w/a', '/w/.dockerignore', own)).toEqual(['/w', own, true]);
    expect(await find('COPY a /x', '/w/a', '/w/.dockerignore')).toEqual(['/w', '/w/.dockerignore', true]);
  });
});
