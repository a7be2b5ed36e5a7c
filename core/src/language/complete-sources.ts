import type { BuildContext, ContextEntry } from '../project/index.ts';
import { offerPaths, type PathTyping } from './context-paths.ts';
import type { ArgumentCursor } from './dockerfile-cursor.ts';
import type { Completion, LanguageFacts } from './model.ts';

/** Files and folders of the build context behind COPY and ADD, without those that an ignore file leaves out. */
export function completeSources(
  text: string,
  cursor: ArgumentCursor,
  offset: number,
  { knowledge: { context } }: LanguageFacts,
): Completion[] {
  const { keyword, words } = cursor;
  if (!context || (keyword !== 'COPY' && keyword !== 'ADD')) return [];
  // Another stage, image or context: nobody knows what lies there.
  if (words.some((word) => /^--from=./.test(word)) || cursor.typed.startsWith('--')) return [];
  const typing = readTyping(text, cursor, offset);
  return typing ? offerPaths(context, typing, (entry) => isSent(entry, context)) : [];
}

/** The path being typed. Behind a first source the destination may follow, so there a letter is waited for. */
function readTyping(text: string, { words }: ArgumentCursor, offset: number): PathTyping | undefined {
  const args = words.filter((word) => !word.startsWith('--'));
  const joined = args.join(' ');
  const json = joined.startsWith('[');
  const strings = json ? joined.split('"') : [];
  if (json && strings.length % 2 !== 0) return undefined;
  const typed = (json ? strings.at(-1) : args.at(-1)) ?? '';
  const isFirst = json ? strings.length === 2 : args.length <= 1;
  if ((typed === '' && !isFirst) || typed.startsWith('<<') || /^[a-z]+:\/\//i.test(typed)) return undefined;
  const part = typed.slice(typed.lastIndexOf('/') + 1);
  const rest = /^[^\s"',/\]]*/.exec(text.slice(offset, offset + 300))?.[0] ?? '';
  return { typed, span: { start: offset - part.length, end: offset + rest.length } };
}

function isSent({ path, file }: ContextEntry, context: BuildContext): boolean {
  const { ignore } = context;
  if (!ignore) return true;
  if (context.judge(ignore)?.isExcluded(path) !== true) return true;
  const matcher = ignore.matcher();
  return file === null && matcher.mayReinclude(path, matcher.judge(path));
}
