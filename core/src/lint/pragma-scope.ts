import type { ComposeFile, ComposeNode, ComposeService } from '../compose/index.ts';
import type { Dockerfile } from '../dockerfile/index.ts';
import type { IgnoreFile } from '../ignore/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { createLineIndex, type LineIndex, type Span } from '../text/index.ts';
import type { PragmaScope } from './pragma.ts';

/** Finds the part of the file that a comment speaks for, or undefined when nothing follows it. */
export type ScopeFinder = (scope: PragmaScope, comment: Span) => Span | undefined;

/** Made once per document, since a file may hold very many comments. */
export function createScopeFinder(document: SourceDocument): ScopeFinder {
  const find = finderOf(document);
  const whole = { start: 0, end: document.text.length };
  return (scope, comment) => (scope === 'file' ? whole : find(scope, comment));
}

function finderOf(document: SourceDocument): ScopeFinder {
  switch (document.language) {
    case 'dockerfile':
      return inDockerfile(document.model);
    case 'compose':
      return inCompose(document.model);
    case 'dockerignore':
      return inIgnoreFile(document.model);
  }
}

/** The pattern below. */
function inIgnoreFile({ patterns }: IgnoreFile): ScopeFinder {
  return (_scope, comment) => patterns[countWhile(patterns, ({ span }) => span.end <= comment.end)]?.span;
}

function inDockerfile({ instructions, stages }: Dockerfile): ScopeFinder {
  return (scope, comment) => {
    // A comment between the lines of one instruction speaks for that instruction.
    const instruction = instructions[countWhile(instructions, ({ span }) => span.end <= comment.end)];
    if (scope !== 'stage') return instruction?.span;
    const above = stages[countWhile(stages, ({ from }) => from.span.start < comment.start) - 1];
    // Right above a FROM it speaks for the stage that begins there, not for the one that ends.
    const begins = instruction?.keyword === 'FROM';
    return begins ? stages.find(({ from }) => from === instruction)?.span : above?.span;
  };
}

function inCompose(file: ComposeFile): ScopeFinder {
  const lines = createLineIndex(file.text);
  const services = [...file.services].sort((a, b) => a.nameSpan.start - b.nameSpan.start);
  const nodes = findNodesByLine(file.root, lines);
  return (scope, comment) => {
    if (scope === 'service') return findService(services, lines, comment);
    const { line } = lines.positionAt(comment.start);
    const lineStart = lines.lineStart(line);
    if (file.text.slice(lineStart, comment.start).trim() !== '') return { start: lineStart, end: comment.start };
    const next = findNextContentLine(file.text, lines, line);
    if (!next) return undefined;
    const end = scope === 'line' ? undefined : nodes.get(next.line);
    return { start: next.span.start, end: end ?? next.span.end };
  };
}

/** Indentation tells whether a comment still belongs to the service above it. */
function findService(services: readonly ComposeService[], lines: LineIndex, comment: Span): Span | undefined {
  const column = (offset: number): number => lines.positionAt(offset).character;
  const index = countWhile(services, ({ nameSpan }) => nameSpan.start < comment.start);
  const above = services[index - 1];
  if (above && column(comment.start) > column(above.nameSpan.start)) return withName(above);
  const below = services[index];
  return below && withName(below);
}

function withName({ nameSpan, span }: ComposeService): Span {
  return { start: Math.min(nameSpan.start, span.start), end: Math.max(nameSpan.end, span.end) };
}

function findNextContentLine(text: string, lines: LineIndex, after: number): { line: number; span: Span } | undefined {
  for (let line = after + 1; line < lines.lineCount; line++) {
    const start = lines.lineStart(line);
    const content = text.slice(start, line + 1 < lines.lineCount ? lines.lineStart(line + 1) : text.length);
    if (/^\s*[^\s#]/.test(content)) return { line, span: { start, end: start + content.trimEnd().length } };
  }
  return undefined;
}

/** By line: where the outermost entry or list item that begins on it ends. */
function findNodesByLine(root: ComposeNode | null, lines: LineIndex): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: ComposeNode[] = root === null ? [] : [root];
  // A parent is always seen before its children, so the first to claim a line is the outermost.
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const { area, value } of childrenOf(node)) {
      const { line } = lines.positionAt(area.start);
      if (!ends.has(line)) ends.set(line, area.end);
      if (value.kind !== 'scalar' && value.origin === null) open.push(value);
    }
  }
  return ends;
}

function childrenOf(node: ComposeNode): readonly { readonly area: Span; readonly value: ComposeNode }[] {
  if (node.kind === 'seq') return node.items.map((value) => ({ area: value.span, value }));
  if (node.kind === 'scalar') return [];
  return node.entries.filter(({ merged }) => !merged).map(({ span, value }) => ({ area: span, value }));
}

/** How many items at the front of a sorted list meet a condition. */
function countWhile<T>(items: readonly T[], meets: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && meets(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
