import type { Assignment } from '../../dockerfile/index.ts';

/**
 * The names that DL3044 takes for references between the pairs of one ENV. It compares texts: `${NAME}` counts
 * anywhere, `$NAME` only when the value begins, or goes on behind it, with a character that no name has.
 */
export function findReferencesAsHadolint(assignments: readonly Assignment[]): readonly string[] {
  const places = new Map<string, { readonly index: number; count: number }>();
  for (const [index, { name }] of assignments.entries()) {
    const known = places.get(name.value);
    if (known) known.count++;
    else places.set(name.value, { index, count: 1 });
  }
  return assignments.flatMap(({ value }, index) =>
    findNames(value?.raw ?? '').filter((name) => {
      const place = places.get(name);
      return place !== undefined && (place.count > 1 || place.index !== index);
    }),
  );
}

function findNames(raw: string): string[] {
  if (!raw.includes('$')) return [];
  const text = raw.replace(/["']/g, '');
  const names: string[] = [];
  for (const { 1: name = '' } of text.matchAll(/\$\{(\w+)\}/g)) names.push(name);
  for (const { 1: run = '', index } of text.matchAll(/\$(\w+)/g)) {
    // A shorter name that the longer one begins with is found as well.
    for (let length = 1; length <= Math.min(run.length, longestName); length++) {
      const name = run.slice(0, length);
      const next = text.charAt(index + 1 + length);
      if (isEnd(next) || (isEnd(text.charAt(0)) && !text.startsWith(`$${name}`))) names.push(name);
    }
  }
  return names;
}

const longestName = 64;

function isEnd(character: string): boolean {
  return character !== '' && !/\w/.test(character);
}
