import type { Amount, ContextFile } from '../project/index.ts';
import type { RichText } from './model.ts';
import { code } from './rich-text.ts';

export function amountOf(files: readonly ContextFile[]): Amount {
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

const mostNames = 8;

/** The first names of some files, one a line. */
export function showNames(names: readonly string[], count: number): RichText {
  if (names.length === 0) return [];
  const shown = names.slice(0, mostNames);
  return code('text', [...shown, ...(count > shown.length ? ['…'] : [])].join('\n'));
}
