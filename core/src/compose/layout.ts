import { insert, remove, replace, span, type Span, type TextEdit } from '../text/index.ts';
import type { ComposeFile, ComposeNode, MapEntry, MapNode, SeqNode } from './model.ts';

/**
 * Edits that add or take away one piece of a Compose file and leave the rest of its layout alone: comments, quoting,
 * order, line ends. Where no such edit keeps the file whole (an anchor would vanish, a mapping would end up empty, the
 * value comes from elsewhere, the YAML around is broken) they answer undefined and there is no fix.
 */
export function removeEntry(file: ComposeFile, parent: ComposeNode | null, entry: MapEntry): TextEdit[] | undefined {
  const { text } = file;
  if (isBroken(file)) return undefined;
  if (parent?.kind !== 'map' || !isWrittenHere(parent, entry) || definesAnchor(text, entry.span)) return undefined;
  const own = parent.entries.filter((other) => !other.merged);
  const at = own.indexOf(entry);
  if (parent.flow)
    return removeFromFlow(
      text,
      own.map((other) => other.span),
      at,
    );
  return own.length < 2 ? undefined : removeLines(text, entry.span, own[at + 1]?.span);
}

/** Takes an item out of a list; with its last item the whole `owner` entry goes, since Compose refuses a list that is null. */
export function removeItem(
  file: ComposeFile,
  item: ComposeNode,
  { parent, owner }: { readonly parent: ComposeNode; readonly owner: MapEntry },
): TextEdit[] | undefined {
  const { text } = file;
  if (isBroken(file)) return undefined;
  const list = owner.value;
  if (list.kind !== 'seq' || list.origin !== null || owner.merged || definesAnchor(text, item.span)) return undefined;
  if (list.items.length < 2) return removeEntry(file, parent, owner);
  if (list.flow)
    return removeFromFlow(
      text,
      list.items.map((other) => other.span),
      list.items.indexOf(item),
    );
  const dash = findDash(text, item.span.start);
  return dash === undefined ? undefined : removeLines(text, span(dash, item.span.end), undefined);
}

/** Adds an item behind the last one of a list, in the list's own style. `item` must be valid in a flow list too. */
export function appendItem(file: ComposeFile, list: SeqNode, item: string): TextEdit[] | undefined {
  const { text } = file;
  if (isBroken(file)) return undefined;
  const last = list.items.at(-1);
  if (list.origin !== null) return undefined;
  if (list.flow) {
    const close = list.span.end - 1;
    if (!last) return [insert(close, item)];
    return last.span.end <= close ? [insert(last.span.end, `, ${item}`)] : undefined;
  }
  const dash = last && !endsInBlock(last) ? findDash(text, last.span.start) : undefined;
  if (!last || dash === undefined) return undefined;
  return insertLine(text, last.span.end, `${indentAt(text, dash)}- ${item}`);
}

/** Adds `key` with a list of one `item` to a mapping, behind its last entry that can be followed. */
export function insertList(file: ComposeFile, parent: ComposeNode, key: string, item: string): TextEdit[] | undefined {
  return insertBehindLast(file, parent, {
    flow: `${key}: [${item}]`,
    block: (indent) => `${key}:${eolOf(file.text)}${indent}  - ${item}`,
  });
}

/** Adds `key: value` to a mapping, behind its last entry that can be followed. */
export function insertEntry(
  file: ComposeFile,
  parent: ComposeNode,
  key: string,
  value: string,
): TextEdit[] | undefined {
  return insertBehindLast(file, parent, { flow: `${key}: ${value}`, block: () => `${key}: ${value}` });
}

interface NewEntry {
  readonly flow: string;
  readonly block: (indent: string) => string;
}

function insertBehindLast(file: ComposeFile, parent: ComposeNode, entry: NewEntry): TextEdit[] | undefined {
  const { text } = file;
  if (isBroken(file)) return undefined;
  if (parent.kind !== 'map' || parent.origin !== null) return undefined;
  const last = parent.entries.findLast((other) => !other.merged && !endsInBlock(other.value));
  if (!last) return undefined;
  if (parent.flow) return [insert(last.span.end, `, ${entry.flow}`)];
  const before = text.slice(lineStart(text, last.keySpan.start), last.keySpan.start);
  // Behind a dash the other keys stand in the column of this one; behind anything else it is not clear where.
  if (!/^[ \t]*(?:-[ \t]+)*$/.test(before)) return undefined;
  const indent = before.replaceAll('-', ' ');
  return insertLine(text, last.span.end, `${indent}${entry.block(indent)}`);
}

/** Sets another value for a scalar that is written in this place on one line, keeping its quotes. */
export function replaceInside(node: ComposeNode, from: number, newText: string): TextEdit | undefined {
  if (node.kind !== 'scalar' || node.origin !== null || node.style === 'block') return undefined;
  const quote = node.style === 'plain' ? 0 : 1;
  // Only without escapes and folded lines do characters of the value and of the text stand in the same order.
  if (node.span.end - node.span.start !== node.raw.length + 2 * quote) return undefined;
  return replace(span(node.span.start + quote + from, node.span.end - quote), newText);
}

/** Where the YAML is broken the tree is a guess, and an edit by it may land anywhere. */
function isBroken({ isYaml }: ComposeFile): boolean {
  return !isYaml;
}

function isWrittenHere(parent: MapNode, entry: MapEntry): boolean {
  return !entry.merged && parent.origin === null && parent.entries.includes(entry);
}

function definesAnchor(text: string, area: Span): boolean {
  return /(^|\s)&[^\s,[\]{}]/.test(text.slice(area.start, area.end));
}

function endsInBlock(node: ComposeNode): boolean {
  if (node.kind === 'scalar') return node.style === 'block' && node.origin === null;
  const last = node.kind === 'seq' ? node.items.at(-1) : node.entries.findLast((entry) => !entry.merged)?.value;
  return last !== undefined && node.origin === null && endsInBlock(last);
}

function removeFromFlow(text: string, spans: readonly Span[], at: number): TextEdit[] | undefined {
  const [before, here, after] = [spans[at - 1], spans[at], spans[at + 1]];
  if (!here) return undefined;
  const area = after ? span(here.start, after.start) : before ? span(before.end, here.end) : here;
  return text.slice(area.start, area.end).includes('#') && area !== here ? undefined : [remove(area)];
}

function removeLines(text: string, area: Span, next: Span | undefined): TextEdit[] | undefined {
  const start = lineStart(text, area.start);
  const before = text.slice(start, area.start);
  if (before.trim() !== '') {
    // The first key behind a dash: what follows moves up to its place.
    const gap = next ? text.slice(area.end, next.start) : '#';
    return before.trim() === '-' && next && gap.trim() === '' ? [remove(span(area.start, next.start))] : undefined;
  }
  const end = lineEnd(text, area.end);
  const rest = text.slice(area.end, end);
  if (rest.trim() !== '') {
    const comment = rest.indexOf('#');
    return /^\s+#/.test(rest) ? [remove(span(area.start, area.end + comment))] : undefined;
  }
  const behind = skipLineBreak(text, end);
  return [remove(span(start, isGapBefore(text, start) ? skipBlankLines(text, behind) : behind))];
}

/** Where nothing or an empty line stands above, the empty lines below go along, so that no double gap is left. */
function isGapBefore(text: string, start: number): boolean {
  // The text above may be long and its fixes many, so only the one line is looked at.
  return start === 0 || /^[\uFEFF \t\r]*$/.test(text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1));
}

function skipBlankLines(text: string, from: number): number {
  const blank = /(?:[ \t]*\r?\n)*/y;
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}

function insertLine(text: string, after: number, line: string): TextEdit[] {
  const end = lineEnd(text, after);
  return [insert(end, `${eolOf(text)}${line}`)];
}

function findDash(text: string, itemStart: number): number | undefined {
  const start = lineStart(text, itemStart);
  const before = text.slice(start, itemStart);
  return /^[ \t]*-[ \t]+$/.test(before) ? start + before.indexOf('-') : undefined;
}

function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

function lineEnd(text: string, offset: number): number {
  const lineBreak = /\r?\n/g;
  lineBreak.lastIndex = offset;
  return lineBreak.exec(text)?.index ?? text.length;
}

function skipLineBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text.startsWith('\n', at) ? at + 1 : at;
}

/** The first line end stands for all: looking through the whole text for every fix would take long. */
function eolOf(text: string): string {
  return text.charAt(text.indexOf('\n') - 1) === '\r' ? '\r\n' : '\n';
}
