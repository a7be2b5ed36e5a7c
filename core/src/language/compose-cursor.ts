import { lastWord, lineAbove, lineAround } from './lines.ts';
import type { Span } from '../text/index.ts';

/**
 * Where the cursor stands in a Compose file, told from indentation alone: a half-typed key makes a YAML parser read
 * something else, while the lines around it still say what is meant.
 */
export interface ComposeCursor {
  /** Keys from the top of the file, `*` for an item of a list. For `value` the key's own name is the last. */
  readonly path: readonly string[];
  readonly place: 'key' | 'value' | 'comment';
  /** The word being typed, up to the cursor, and the span of all of it. */
  readonly typed: string;
  readonly word: Span;
  readonly line: Span;
  /** For `key`: those that the mapping has already. */
  readonly siblings: ReadonlySet<string>;
  /** For `key`: true behind a `- `, where the text could also be a plain item. */
  readonly item: boolean;
  /** Blanks from the line's first character to the key, a `- ` included. */
  readonly depth: number;
}

/** Undefined within a block of text, where nothing is YAML. */
export function readComposeCursor(text: string, offset: number): ComposeCursor | undefined {
  const line = lineAround(text, offset);
  const before = text.slice(line.start, offset);
  if (/^\s*#/.test(before)) return { ...nowhere, place: 'comment', line, word: { start: offset, end: offset } };
  if (/\s#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;
  const own = readLine(before, true);
  const chain = climb(text, line, own);
  if (!chain) return undefined;
  const dashes = own.dashes.map(() => '*');
  const at = { text, offset, line, path: [...chain.path, ...dashes] };
  if (own.key === null) {
    const siblings = new Set([...chain.siblings, ...keysBelow(text, line, own)]);
    return readWord(at, own.content, { place: 'key', siblings, item: dashes.length > 0, depth: own.column });
  }
  const inside = readFlow(own.rest);
  const path = [...at.path, own.key, ...inside.path];
  return readWord({ ...at, path }, inside.typed, { ...nowhere, place: inside.place, depth: own.column });
}

const nowhere = { path: [], typed: '', siblings: new Set<string>(), item: false, depth: 0 };

interface At {
  readonly text: string;
  readonly offset: number;
  readonly line: Span;
  readonly path: readonly string[];
}

type Found = Pick<ComposeCursor, 'place' | 'siblings' | 'item' | 'depth'>;

function readWord({ text, offset, line, path }: At, content: string, found: Found): ComposeCursor {
  const typed = content.replace(/^["']/, '');
  const rest = /^[^\s,:\]}"'#]*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  const { place, siblings, item, depth } = found;
  return {
    path,
    place,
    siblings,
    item,
    depth,
    typed,
    line,
    word: { start: offset - typed.length, end: offset + rest.length },
  };
}

/** Within `[a, b` the cursor is in an item, within `{a: b, c` at a key of a mapping on one line. */
function readFlow(rest: string): { path: string[]; typed: string; place: 'key' | 'value' } {
  const value = rest.trimStart();
  if (value.startsWith('[')) return { path: ['*'], typed: lastPart(value), place: 'value' };
  if (!value.startsWith('{')) return { path: [], typed: value, place: 'value' };
  const part = lastPart(value);
  const inner = /^([^:]+):\s+(.*)$/.exec(part);
  return inner
    ? { path: [inner[1] ?? ''], typed: inner[2] ?? '', place: 'value' }
    : { path: [], typed: part, place: 'key' };
}

function lastPart(flow: string): string {
  return lastWord(flow, (char) => '[{,'.includes(char)).trimStart();
}

/** One line in parts: `  - key: rest`. */
interface Line {
  readonly indent: number;
  /** Columns of its dashes. */
  readonly dashes: readonly number[];
  /** Column of what follows the dashes. */
  readonly column: number;
  readonly key: string | null;
  readonly rest: string;
  /** Key and rest, or a plain item. */
  readonly content: string;
}

function readLine(line: string, isTyped: boolean): Line {
  const indent = /^[ \t\uFEFF]*/.exec(line)?.[0].length ?? 0;
  const dashes: number[] = [];
  let column = indent;
  for (;;) {
    const dash = (isTyped ? /^-(?:\s+|$)/ : /^-(?:[ \t]+|$)/).exec(line.slice(column));
    if (!dash) break;
    dashes.push(column);
    column += dash[0].length;
  }
  const content = line.slice(column);
  const pair = /^("[^"]*"|'[^']*'|[^\s'"#[\]{},&*!|>%@`-][^#]*?|-[^\s#][^#]*?)\s*:(?=\s|$)(.*)$/s.exec(content);
  const key = content.startsWith('<<:') ? '<<' : (pair?.[1]?.replace(/^(["'])(.*)\1$/, '$2') ?? null);
  return { indent, dashes, column, key, rest: pair?.[2] ?? '', content };
}

interface Chain {
  readonly path: readonly string[];
  readonly siblings: ReadonlySet<string>;
}

/** A column that a line above must lie left of to hold this one; an item may also stand right below its key. */
interface Level {
  readonly column: number;
  readonly item: boolean;
}

/** Walks up to the top of the file and collects the keys that the line lies below. */
function climb(text: string, from: Span, own: Line): Chain | undefined {
  const path: string[] = [];
  const siblings = new Set<string>();
  const dash = own.dashes[0];
  let level: Level = dash === undefined ? { column: own.column, item: false } : { column: dash, item: true };
  const siblingColumn = dash === undefined ? own.column : -1;
  for (const line of linesAbove(text, from.start)) {
    const above = readLine(line, false);
    if (above.key !== null && above.column === siblingColumn && path.length === 0) siblings.add(above.key);
    const parent = findParents(above, level);
    if (parent.path[0] !== undefined && parent.path[0] === above.key && isBlockText(above.rest)) return undefined;
    for (const part of parent.path) path.unshift(part);
    level = parent.level;
    if (path.length > 0 && level.column === 0 && !level.item) break;
  }
  return { path, siblings };
}

/** What a line holds of the path, the nearest first: its key, then the items that its dashes begin. */
function findParents({ column, dashes, key }: Line, below: Level): { path: string[]; level: Level } {
  const path: string[] = [];
  let level = below;
  if (key !== null && (column < level.column || (level.item && column === level.column))) {
    path.push(key);
    level = { column, item: false };
  }
  for (const dash of dashes.toReversed()) {
    if (level.item || dash >= level.column) continue;
    path.push('*');
    level = { column: dash, item: true };
  }
  return { path, level };
}

function isBlockText(rest: string): boolean {
  return /^\s*[|>][+-]?\d*[+-]?\s*(?:#.*)?$/.test(rest);
}

/** Lines with content above an offset, the nearest first. */
function* linesAbove(text: string, start: number): Generator<string> {
  for (let line = lineAbove(text, start); line; line = lineAbove(text, line.start)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() !== '' && !/^\s*#/.test(content) && !/^(?:---|\.\.\.)/.test(content)) yield content;
  }
}

/** Keys of the same mapping below the cursor. */
function keysBelow(text: string, line: Span, own: Line): string[] {
  const found: string[] = [];
  for (const content of text
    .slice(line.end)
    .split(/\r\n|\n|\r/)
    .slice(1)) {
    if (content.trim() === '' || /^\s*#/.test(content)) continue;
    const { column, indent, key } = readLine(content, false);
    if (indent < own.column) break;
    if (column === own.column && key !== null) found.push(key);
  }
  return found;
}
