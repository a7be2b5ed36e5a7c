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
    return ({ value }, { call }) => {
      if (hasWord(call.args, ['module'])) return value.includes(':');
      if (skipsGroups && hasWord(call.args, ['group'])) return true;
      const [, ...rest] = value.split('-');
      if (rest.length === 0) return false;
      if (value.endsWith('.rpm')) return true;
      if (value.includes('$'))
        return (value.match(/\$\{?\w+/g) ?? []).some((name) => names().has(name.replace(/\W+/, '')));
      return rest.every((part) => /^[\w.~^:+]*$/.test(part)) && rest.some((part) => /^\d/.test(part));
    };
  };
}

function findNames({ instructions }: Dockerfile): ReadonlySet<string> {
  return new Set(
    instructions
      .filter(({ keyword }) => keyword === 'ARG' || keyword === 'ENV')
      .flatMap(({ assignments }) => assignments.map(({ name }) => name.value)),
  );
}
