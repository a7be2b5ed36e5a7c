import { isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { message, type Message, type Span } from '../text/index.ts';
import type { Severity } from './finding.ts';
import { findNearestName } from './names.ts';
import type { Rule } from './rule.ts';

/** What is wrong with a configuration file, and where. The rest of the file still counts. */
export interface ConfigProblem {
  readonly code: 'syntax' | 'unknown-key' | 'unknown-rule' | 'bad-value';
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
}

/** What reading a configuration needs at every place of it. */
export interface Reader {
  readonly rules: readonly Rule[];
  report(code: ConfigProblem['code'], span: Span, sentence: Message): void;
}

export function reportUnknownKey(key: string, pair: Pair<Node>, known: readonly string[], reader: Reader): void {
  const nearest = findNearestName(key, known);
  const sentence =
    nearest === undefined
      ? message('Unknown key `{key}`. Known: {known}.', { key, known: known.join(', ') })
      : message('Unknown key `{key}`. Did you mean `{nearest}`?', { key, nearest });
  reader.report('unknown-key', spanOf(pair.key), sentence);
}

export function eachEntry(map: YAMLMap, visit: (key: string, value: Node | null, pair: Pair<Node>) => void): void {
  for (const item of map.items) {
    const pair = item as Pair<Node, Node | null>;
    visit(isScalar(pair.key) ? String(pair.key.value) : '', pair.value, pair);
  }
}

/** The texts of a list, or of a single value in place of one; `wanted` says what belongs there. */
export function readTexts(node: Node | null, wanted: Message, reader: Reader): string[] {
  if (node === null) return [];
  const items = isSeq<Node>(node) ? node.items : [node];
  return items.flatMap((item) => {
    if (isScalar(item) && typeof item.value === 'string') return [item.value];
    reader.report('bad-value', spanOf(item), wanted);
    return [];
  });
}

export function spanOf(node: Node): Span {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}
