import { compilePattern, foldersOf, type IgnoreFile, type IgnorePattern, type PathTest } from '../../ignore/index.ts';
import { defineRule } from '../../lint/index.ts';
import { createLineNumbers, removeLine } from '../shared/ignore-lines.ts';

export default defineRule({
  id: 'dockerignore/shadowed-pattern',
  kind: 'practice',
  severity: 'info',
  refs: {},
  title: 'Put a pattern where it has a say',
  why: 'The last pattern that matches decides. What an earlier one covers already, or a later one decides otherwise, is never asked.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: '!.env.example\n.env*\n!.env.sample\n.env*\n',
  good: '.env*\n!.env.example\n!.env.sample\n',
  messages: {
    earlier: 'Line {line} covers this already: `{pattern}`.',
    later: 'Line {line} has the last word on this: `{pattern}`.',
    remove: 'Remove this line',
  },
  tag: 'unnecessary',
  on: {
    dockerignore(file, ctx) {
      const lineOf = createLineNumbers(file);
      const overruled = findOverruled(file);
      const covered = findCovered(file);
      for (const pattern of file.patterns) {
        const later = overruled.get(pattern);
        const by = later ?? covered.get(pattern);
        if (!by) continue;
        const data = { line: lineOf(by), pattern: by.raw };
        const fix = { title: 'remove', edits: [removeLine(file.text, pattern)] } as const;
        ctx.report({ at: pattern.span, message: later ? 'later' : 'earlier', data, fix });
      }
    },
  },
});

type Shadows = ReadonlyMap<IgnorePattern, IgnorePattern>;

/** Plain paths below something that is excluded already, with no `!` between the two. */
function findCovered({ patterns }: IgnoreFile): Shadows {
  const found = new Map<IgnorePattern, IgnorePattern>();
  const cover = createCover();
  for (const pattern of patterns) {
    if (pattern.negated) cover.clear();
    else {
      const paths = isPlain(pattern) ? [...foldersOf(pattern.path), pattern.path] : [];
      const by = paths.map((path) => cover.find(path)).find((each) => each !== undefined);
      // Two of the same are told of as duplicates.
      if (by && by.path !== pattern.path) found.set(pattern, by);
      cover.add(pattern);
    }
  }
  return found;
}

/** Patterns of which a later one of the other kind matches the very path. */
function findOverruled({ patterns }: IgnoreFile): Shadows {
  const found = new Map<IgnorePattern, IgnorePattern>();
  const later = { excluding: createCover(), including: createCover() };
  for (const pattern of patterns.toReversed()) {
    const [own, other] = pattern.negated ? [later.including, later.excluding] : [later.excluding, later.including];
    const by = isPlain(pattern) ? other.find(pattern.path) : other.same(pattern.path);
    if (by) found.set(pattern, by);
    own.add(pattern);
  }
  return found;
}

/** More wildcards than this are not tried on every other pattern. */
const mostWildcards = 50;

/** Patterns that were seen, and which of them match a path. */
function createCover() {
  const plain = new Map<string, IgnorePattern>();
  const wild: { readonly pattern: IgnorePattern; readonly test: PathTest }[] = [];
  const same = (path: string): IgnorePattern | undefined => plain.get(path);
  return {
    same,
    find: (path: string) => {
      const own = same(path);
      return own && isPlain(own) ? own : wild.find(({ test }) => test(path))?.pattern;
    },
    add(pattern: IgnorePattern): void {
      plain.set(pattern.path, pattern);
      if (!isPlain(pattern) && wild.length < mostWildcards) wild.push({ pattern, test: compilePattern(pattern.path) });
    },
    clear(): void {
      plain.clear();
      wild.length = 0;
    },
  };
}

function isPlain({ path }: IgnorePattern): boolean {
  return !/[*?[\]\\]/.test(path);
}
