import type { Dockerfile } from '../../dockerfile/index.ts';
import { lazily } from '../../text/index.ts';
import { hasWord } from './hadolint.ts';
import type { HadolintPins } from './unpinned.ts';

/**
 * What hadolint takes for a pinned package of yum and dnf: behind the name only words that may be part of a version, one
 * of which begins with a digit. `groups` says whether group installs are left alone.
 */
export function createRpmPins({ skipsGroups }: { readonly skipsGroups: boolean }): HadolintPins {
  return (file) => {
    const names = lazily(() => findNames(file));
    return ({ call: { args } }) => {
      if (hasWord(args, ['module'])) return ({ value }) => value.includes(':');
      if (skipsGroups && hasWord(args, ['group'])) return () => true;
      return ({ value }) => isPinned(value, names);
    };
  };
}

function isPinned(word: string, names: () => ReadonlySet<string>): boolean {
  const [, ...rest] = word.split('-');
  if (rest.length === 0) return false;
  if (word.endsWith('.rpm')) return true;
  if (word.includes('$')) return namesOf(word).some((name) => names().has(name));
  return rest.every((part) => /^[\w.~^:+]*$/.test(part)) && rest.some((part) => /^\d/.test(part));
}

function namesOf(word: string): readonly string[] {
  return Array.from(word.matchAll(/\$\{?(\w+)/g), ([, name = '']) => name);
}

function findNames({ instructions }: Dockerfile): ReadonlySet<string> {
  return new Set(
    instructions
      .filter(({ keyword }) => keyword === 'ARG' || keyword === 'ENV')
      .flatMap(({ assignments }) => assignments.map(({ name }) => name.value)),
  );
}
