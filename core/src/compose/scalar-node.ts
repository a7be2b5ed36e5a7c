import type { Node, Scalar } from 'yaml';
import { message, span, type Problem, type Span } from '../text/index.ts';
import { interpolate } from './interpolation.ts';
import type { ComposeNode, ScalarNode } from './model.ts';
import { readPlainScalar, readTaggedScalar } from './scalar.ts';
import { clip } from './suggest.ts';

interface ScalarBuild {
  readonly text: string;
  readonly problems: Problem[];
  readonly openQuotes: Map<number, number>;
}

/** A scalar as Compose reads it; what it cannot fill in goes to `problems`, quotes left open to `openQuotes`. */
export function buildScalar(build: ScalarBuild, node: Scalar): ScalarNode {
  const source = typeof node.value === 'string' ? node.value : '';
  const at = trimEnd(build.text, spanOf(node));
  const style = styleOf(node);
  const quote = build.text[at.start];
  if (style === 'single' || style === 'double') {
    const closed = at.end - at.start > 1 && build.text[at.end - 1] === quote;
    if (!closed) build.openQuotes.set(spanOf(node).end, at.start);
  }
  const { text, variables, invalid } = interpolate(source);
  for (const place of invalid) {
    const shown = source.slice(place.start, Math.max(place.end, place.start + 1));
    const said = message('`{text}` is no variable that Compose could fill in. Write `$$` for a plain dollar sign.', {
      text: clip(shown),
    });
    const where = findInside(build.text, at, shown);
    build.problems.push({ code: 'invalid-interpolation', kind: 'validity', message: said, span: where });
  }
  return {
    kind: 'scalar',
    span: at,
    origin: null,
    tag: tagOf(node),
    value: variables.length > 0 ? source : readValue(node, source, style),
    raw: source,
    text,
    style,
    interpolated: variables.length > 0,
  };
}

function readValue(node: Scalar, source: string, style: ScalarNode['style']): ScalarNode['value'] {
  if (node.tag && tagOf(node) === null) return readTaggedScalar(node.tag, source);
  return style === 'plain' ? readPlainScalar(source) : source;
}

/** Shows the piece of a value if it can be found as it stands, else the whole value (escapes, folded lines). */
function findInside(text: string, area: Span, piece: string): Span {
  const found = text.indexOf(piece, area.start);
  return found >= 0 && found + piece.length <= area.end ? span(found, found + piece.length) : area;
}

export function emptyScalar(at: number): ScalarNode {
  return {
    kind: 'scalar',
    span: span(at, at),
    origin: null,
    tag: null,
    value: null,
    raw: '',
    text: '',
    style: 'plain',
    interpolated: false,
  };
}

export function tagOf(node: { tag?: string }): ComposeNode['tag'] {
  return node.tag === '!reset' || node.tag === '!override' ? node.tag : null;
}

function styleOf(node: Scalar): ScalarNode['style'] {
  if (node.type === 'QUOTE_DOUBLE') return 'double';
  if (node.type === 'QUOTE_SINGLE') return 'single';
  return node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? 'block' : 'plain';
}

export function spanOf(node: Node): Span {
  return span(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
}

/** A block value ends with a line break in the library's eyes; a reader sees its last character as the end. */
export function trimEnd(text: string, area: Span): Span {
  let { end } = area;
  while (end > area.start && /\s/.test(text.charAt(end - 1))) end--;
  return span(area.start, end);
}
