import type { Problem, Span } from '../text/index.ts';

/** A Compose file: its tree with spans, and the services in it. Anchors, aliases and merge keys are already followed. */
export interface ComposeFile {
  readonly text: string;
  /** Null when there is nothing to read, or the top level is no mapping. */
  readonly root: MapNode | null;
  readonly services: readonly ComposeService[];
  readonly comments: readonly { readonly span: Span; readonly text: string }[];
  readonly problems: readonly Problem[];
  /** False where the text is no sound YAML: the tree is then a guess. */
  readonly isYaml: boolean;
}

export interface ComposeService {
  readonly name: string;
  /** The key `web:` itself. */
  readonly nameSpan: Span;
  readonly span: Span;
  readonly node: ComposeNode;
  /** The entry of a key on this service (merge keys followed, `!reset` entries left out), or undefined. */
  find(key: string): MapEntry | undefined;
}

export type ComposeNode = MapNode | SeqNode | ScalarNode;

interface NodeBase {
  /** Where the value is written in this place; for an alias the `*name`. */
  readonly span: Span;
  /** Where the value came from when it was reached through an alias or a merge key. */
  readonly origin: Span | null;
  /** The tag with which Compose drops (`!reset`) or replaces (`!override`) what earlier files say here. */
  readonly tag: '!reset' | '!override' | null;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  /** Flow style: `{a: 1}`. */
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  /** For an entry that a merge key brought in: where the `<<` stands. */
  readonly keySpan: Span;
  readonly value: ComposeNode;
  /** From the key to the end of its value. */
  readonly span: Span;
  readonly merged: boolean;
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq';
  readonly flow: boolean;
  readonly items: readonly ComposeNode[];
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  /** As Compose reads it: `yes` is a string, `0755` is 493, `1_000` is 1000, `~` is null. */
  readonly value: string | number | boolean | null;
  /** The characters of the value without quotes and escapes, before interpolation. */
  readonly raw: string;
  /** After interpolation with the defaults written in the text (`${A:-x}`); null when a variable has no known value. */
  readonly text: string | null;
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** True when the text holds `$NAME` or `${NAME}`. */
  readonly interpolated: boolean;
}
