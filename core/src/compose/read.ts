import type { ComposeFile, ComposeNode, MapEntry, MapNode, ScalarNode } from './model.ts';
import type { Span } from '../text/index.ts';

/** The entry of `key` in a mapping; undefined when `node` is none, lacks the key or takes it back with `!reset`. */
export function findEntry(node: ComposeNode | null | undefined, key: string): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find((entry) => entry.key === key && entry.value.tag !== '!reset');
}

/** The node at a path of keys from the top of the file, such as `['networks', 'front', 'name']`. */
export function findNode(file: ComposeFile, path: readonly string[]): ComposeNode | undefined {
  let node: ComposeNode | undefined = file.root ?? undefined;
  for (const key of path) node = findEntry(node, key)?.value;
  return node;
}

/** The entries of a top-level section (`volumes`, `networks`, …) that is a mapping, or none. */
export function sectionEntries(root: MapNode | null, section: string): readonly MapEntry[] {
  const value = findEntry(root, section)?.value;
  return value?.kind === 'map' ? value.entries.filter((entry) => entry.value.tag !== '!reset') : [];
}

/** What a scalar says as text, defaults of variables filled in; undefined for null, for unknown variables and for collections. */
export function textOfNode(node: ComposeNode | null | undefined): string | undefined {
  if (node?.kind !== 'scalar' || (node.value === null && !node.interpolated)) return undefined;
  return node.text ?? undefined;
}

/** A scalar read as Compose reads a switch: `yes`, `on`, `"true"`, `1` and `${VAR:-true}` are all true. */
export function booleanOfNode(node: ComposeNode | null | undefined): boolean | undefined {
  const text = textOfNode(node)?.toLowerCase();
  if (text === undefined) return undefined;
  if (['true', '1', 't', 'y', 'yes', 'on'].includes(text)) return true;
  return ['false', '0', 'f', 'n', 'no', 'off'].includes(text) ? false : undefined;
}

/** The members of a list, or a lone scalar as a list of one; a mapping and null have none. */
export function listItems(node: ComposeNode | null | undefined): readonly ComposeNode[] {
  if (node?.kind === 'seq') return node.items;
  return node?.kind === 'scalar' && node.value !== null ? [node] : [];
}

/** One `NAME: value` or `NAME=value` of an environment, of labels or of build arguments. */
export interface EnvAssignment {
  readonly name: string;
  readonly nameSpan: Span;
  /** Null for a bare name, whose value comes from elsewhere. */
  readonly value: ScalarNode | null;
  /** The value's text with defaults filled in; undefined when there is none or it is not known. */
  readonly text: string | undefined;
  /** The value's characters as written, before interpolation. */
  readonly raw: string | undefined;
  /** The whole entry or item. */
  readonly span: Span;
}

/** The assignments of a mapping (`A: 1`) or a list (`- A=1`), in file order. */
export function assignmentsOf(node: ComposeNode | null | undefined): readonly EnvAssignment[] {
  if (node?.kind === 'map') return node.entries.flatMap((entry) => assignmentOfEntry(entry) ?? []);
  return node?.kind === 'seq' ? node.items.flatMap((item) => assignmentOfItem(item) ?? []) : [];
}

function assignmentOfEntry(entry: MapEntry): EnvAssignment | undefined {
  const { key, keySpan, value, span } = entry;
  if (value.kind !== 'scalar') return undefined;
  const bare = value.value === null && !value.interpolated;
  return {
    name: key,
    nameSpan: keySpan,
    value: bare ? null : value,
    text: textOfNode(value),
    raw: bare ? undefined : value.raw,
    span,
  };
}

function assignmentOfItem(item: ComposeNode): EnvAssignment | undefined {
  if (item.kind !== 'scalar' || item.raw === '') return undefined;
  const equals = item.raw.indexOf('=');
  const name = equals < 0 ? item.raw : item.raw.slice(0, equals);
  const quote = item.style === 'single' || item.style === 'double' ? 1 : 0;
  // Within an alias or a block the name does not stand in this place, so the whole item is shown.
  const exact = item.origin === null && item.style !== 'block';
  const nameSpan = exact
    ? { start: item.span.start + quote, end: Math.min(item.span.start + quote + name.length, item.span.end) }
    : item.span;
  if (equals < 0) return { name, nameSpan, value: null, text: undefined, raw: undefined, span: item.span };
  const textEquals = item.text?.indexOf('=') ?? -1;
  return {
    name,
    nameSpan,
    value: item,
    text: textEquals < 0 ? undefined : item.text?.slice(textEquals + 1),
    raw: item.raw.slice(equals + 1),
    span: item.span,
  };
}
