import type { ComposeNode } from '../compose/index.ts';
import { touches, type Span } from '../text/index.ts';

/** The key, or the scalar value, at an offset of a Compose file. */
export interface EntryAt {
  /** Keys from the top, `*` for items of a list. */
  readonly path: readonly string[];
  readonly onKey: boolean;
  readonly span: Span;
  /** The value behind the key, or the scalar itself. */
  readonly value: ComposeNode;
}

export function findEntryAt(root: ComposeNode, offset: number): EntryAt | undefined {
  let node = root;
  let path: readonly string[] = [];
  for (;;) {
    if (node.kind === 'scalar') {
      return touches(node.span, offset) ? { path, onKey: false, span: node.span, value: node } : undefined;
    }
    if (node.kind === 'seq') {
      const item: ComposeNode | undefined = node.items.find(({ span }) => touches(span, offset));
      if (!item) return undefined;
      [node, path] = [item, [...path, '*']];
      continue;
    }
    const entry = node.entries.find(
      ({ merged, span, keySpan }) => !merged && (touches(span, offset) || touches(keySpan, offset)),
    );
    if (!entry) return undefined;
    path = [...path, entry.key];
    if (touches(entry.keySpan, offset)) return { path, onKey: true, span: entry.keySpan, value: entry.value };
    node = entry.value;
  }
}
