import { isAlias, isMap, isPair, isScalar, isSeq, type Alias, type Node, type Pair, type YAMLMap } from 'yaml';
import { message, span, type Message, type Problem, type Span } from '../text/index.ts';
import type { ComposeNode, MapEntry, MapNode, ScalarNode, SeqNode } from './model.ts';
import { buildScalar, emptyScalar, spanOf, tagOf, trimEnd } from './scalar-node.ts';
import { clip } from './suggest.ts';

/** Beyond this depth of nesting nothing is read; recursion in every reader of the tree stays harmless. */
const maxDepth = 200;
/** How many nodes a file may have once its aliases are written out: far above real files, far below an alias bomb. */
const maxExpandedNodes = 400_000;

/** Builds our tree out of the trees of the YAML library; anchors are known from one document of a file only. */
export interface TreeBuilder {
  build(node: Node | null | undefined, at: number): ComposeNode;
  /** Where each quoted value that the text never closes begins, by where it ends. */
  readonly openQuotes: ReadonlyMap<number, number>;
}

interface Built {
  readonly node: ComposeNode;
  /** Number of nodes when every alias inside is written out. */
  readonly weight: number;
}

interface Build {
  readonly text: string;
  readonly problems: Problem[];
  readonly anchors: Map<string, Built | 'open'>;
  readonly openQuotes: Map<number, number>;
  /** Where aliases stand that name nothing; they were reported once already. */
  readonly lostAliases: Set<number>;
  expanded: number;
  tooLarge: boolean;
  tooDeep: boolean;
}

export function createTreeBuilder(text: string, problems: Problem[]): TreeBuilder {
  const build: Build = {
    text,
    problems,
    anchors: new Map(),
    openQuotes: new Map(),
    lostAliases: new Set(),
    expanded: 0,
    tooLarge: false,
    tooDeep: false,
  };
  return {
    openQuotes: build.openQuotes,
    build(node, at) {
      build.anchors.clear();
      return buildNode(build, node, { at, depth: 0 }).node;
    },
  };
}

interface Where {
  /** Where an absent value would stand. */
  readonly at: number;
  readonly depth: number;
}

function buildNode(build: Build, node: Node | null | undefined, where: Where): Built {
  if (!node) return { node: emptyScalar(where.at), weight: 1 };
  if (isAlias(node)) return followAlias(build, node);
  if (where.depth > maxDepth) return { node: reportDepth(build, node), weight: 1 };
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor) build.anchors.set(anchor, 'open');
  const built = buildValue(build, node, where);
  if (anchor) build.anchors.set(anchor, built);
  return built;
}

function buildValue(build: Build, node: Node, where: Where): Built {
  if (isMap(node)) return buildMap(build, node, where.depth);
  if (isSeq(node)) return buildSeq(build, node, where.depth);
  return { node: isScalar(node) ? buildScalar(build, node) : emptyScalar(where.at), weight: 1 };
}

function followAlias(build: Build, alias: Alias): Built {
  const at = spanOf(alias);
  const target = build.anchors.get(alias.source);
  if (target === undefined || target === 'open') {
    const name = alias.source;
    const said = target
      ? message('`*{name}` stands inside the value that `&{name}` names, so it would contain itself.', { name })
      : message('Nothing before this place is named `&{name}`.', { name });
    report(build, target ? 'recursive-alias' : 'unknown-alias', said, at);
    build.lostAliases.add(at.start);
    return { node: { ...emptyScalar(at.start), span: at }, weight: 1 };
  }
  build.expanded += target.weight;
  if (build.expanded > maxExpandedNodes) {
    if (!build.tooLarge) {
      report(build, 'excessive-aliases', message('Written out, the aliases of this file are too large to read.'), at);
    }
    build.tooLarge = true;
    return { node: { ...emptyScalar(at.start), span: at }, weight: 1 };
  }
  const { node, weight } = target;
  return { node: { ...node, span: at, origin: node.origin ?? node.span }, weight };
}

function reportDepth(build: Build, node: Node): ScalarNode {
  const at = spanOf(node);
  if (!build.tooDeep)
    report(build, 'too-deep', message('This is nested too deeply to be read.'), span(at.start, at.start + 1));
  build.tooDeep = true;
  return emptyScalar(at.start);
}

function buildSeq(build: Build, node: Extract<Node, { items: unknown[] }>, depth: number): Built {
  let weight = 1;
  const items: ComposeNode[] = [];
  for (const item of node.items) {
    // `- a: 1` in flow style may come as a lone pair.
    const value = isPair(item) ? undefined : (item as Node | null);
    const built = buildNode(build, value, { at: node.range?.[1] ?? 0, depth: depth + 1 });
    items.push(built.node);
    weight += built.weight;
  }
  const at = collectionSpan(build.text, node, items.at(-1)?.span.end);
  const seq: SeqNode = { kind: 'seq', span: at, origin: null, tag: tagOf(node), flow: node.flow === true, items };
  return { node: seq, weight };
}

interface Merge {
  readonly keySpan: Span;
  readonly merge: ComposeNode;
}

interface MapBuild {
  readonly own: Map<string, MapEntry>;
  readonly order: (MapEntry | Merge)[];
  weight: number;
  merges: number;
}

function buildMap(build: Build, node: YAMLMap, depth: number): Built {
  const map: MapBuild = { own: new Map(), order: [], weight: 1, merges: 0 };
  for (const item of node.items as readonly unknown[]) {
    if (isPair(item)) buildEntry(build, map, { pair: item, depth });
  }
  const entries = map.order.flatMap((item) => ('merge' in item ? [] : [item]));
  const lastEnd = map.order.reduce(
    (end, item) => Math.max(end, 'merge' in item ? item.merge.span.end : item.span.end),
    0,
  );
  const merged = mergeEntries(build, map);
  const at = collectionSpan(build.text, node, lastEnd || undefined);
  const flow = node.flow === true;
  const result: MapNode = {
    kind: 'map',
    span: at,
    origin: null,
    tag: tagOf(node),
    flow,
    entries: [...entries, ...merged],
  };
  return { node: result, weight: map.weight };
}

function buildEntry(build: Build, map: MapBuild, { pair, depth }: { pair: Pair; depth: number }): void {
  const keyNode = pair.key as Node | null;
  const keyBuilt = buildNode(build, keyNode, { at: 0, depth: depth + 1 }).node;
  const keySpan = keyBuilt.span;
  if (keyBuilt.kind !== 'scalar') {
    report(build, 'invalid-key', message('A key must be a plain word, not a list or a mapping.'), keySpan);
    return;
  }
  const key = keyBuilt.raw;
  if (typeof keyBuilt.value !== 'string' && !keyBuilt.interpolated) {
    report(
      build,
      'invalid-key',
      message('Compose takes only text as a key. Put `{key}` in quotes.', { key: clip(key) }),
      keySpan,
    );
  }
  const built = buildNode(build, pair.value as Node | null, { at: keySpan.end, depth: depth + 1 });
  map.weight += built.weight;
  const value = built.node;
  if (key === '<<' && keyBuilt.style === 'plain') {
    if (map.merges++ > 0)
      report(
        build,
        'duplicate-key',
        message('`<<` stands twice here; give it one list instead: `<<: [*a, *b]`.'),
        keySpan,
      );
    map.order.push({ keySpan, merge: value });
    return;
  }
  if (map.own.has(key)) {
    report(build, 'duplicate-key', message('`{key}` is already set in this mapping.', { key: clip(key) }), keySpan);
    return;
  }
  const entry: MapEntry = {
    key,
    keySpan,
    value,
    span: span(keySpan.start, Math.max(keySpan.end, value.span.end)),
    merged: false,
  };
  map.own.set(key, entry);
  map.order.push(entry);
}

/** The entries that `<<` brings in: what the mapping sets itself wins, then the first source that has the key. */
function mergeEntries(build: Build, map: MapBuild): MapEntry[] {
  const found = new Map<string, MapEntry>();
  for (const item of map.order) {
    if (!('merge' in item)) continue;
    const sources = item.merge.kind === 'seq' ? item.merge.items : [item.merge];
    for (const source of sources) {
      if (source.kind !== 'map') {
        if (build.lostAliases.has(source.span.start)) continue;
        report(
          build,
          'invalid-merge',
          message('`<<` takes the name of a mapping (`*name`), or a list of such names.'),
          source.span,
        );
        continue;
      }
      for (const entry of source.entries) {
        if (!map.own.has(entry.key) && !found.has(entry.key)) found.set(entry.key, mergedEntry(entry, source, item));
      }
    }
  }
  return [...found.values()];
}

function mergedEntry(entry: MapEntry, source: MapNode, { keySpan, merge }: Merge): MapEntry {
  const value = { ...entry.value, span: source.span, origin: entry.value.origin ?? entry.value.span };
  return {
    key: entry.key,
    keySpan,
    value,
    span: span(keySpan.start, Math.max(keySpan.end, merge.span.end)),
    merged: true,
  };
}

function collectionSpan(
  text: string,
  node: { flow?: boolean; range?: readonly number[] | null },
  lastEnd?: number,
): Span {
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? start;
  return node.flow || lastEnd === undefined ? trimEnd(text, span(start, end)) : span(start, Math.max(start, lastEnd));
}

function report(build: Build, code: string, said: Message, at: Span): void {
  const isSyntax = code === 'invalid-key' || code === 'duplicate-key' || code.endsWith('alias');
  build.problems.push({ code, kind: isSyntax ? 'syntax' : 'validity', message: said, span: at });
}
