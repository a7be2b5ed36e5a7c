import type { ComposeFile, ComposeNode } from '../compose/index.ts';
import type { Dockerfile } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import type { LineIndex, Span } from '../text/index.ts';
import type { PragmaScope } from './pragma.ts';

/** The part of the file that a comment at `comment` speaks for, or undefined when nothing follows it. */
export function findScope(
  document: SourceDocument,
  lines: LineIndex,
  scope: PragmaScope,
  comment: Span,
): Span | undefined {
  if (scope === 'file') return { start: 0, end: document.text.length };
  return document.language === 'dockerfile'
    ? findInDockerfile(document.model, scope, comment)
    : findInCompose(document.model, lines, scope, comment);
}

function findInDockerfile(file: Dockerfile, scope: PragmaScope, comment: Span): Span | undefined {
  // A comment between the lines of one instruction speaks for that instruction.
  const instruction = file.instructions.find(({ span }) => span.end > comment.end);
  if (scope !== 'stage') return instruction?.span;
  // Right above a FROM it speaks for the stage that begins there, not for the one that ends.
  if (instruction?.keyword === 'FROM') return file.stages.find(({ from }) => from === instruction)?.span;
  return file.stages.findLast(({ from }) => from.span.start < comment.start)?.span;
}

function findInCompose(file: ComposeFile, lines: LineIndex, scope: PragmaScope, comment: Span): Span | undefined {
  if (scope === 'service') return findService(file, lines, comment);
  const { line } = lines.positionAt(comment.start);
  const lineStart = lines.lineStart(line);
  if (file.text.slice(lineStart, comment.start).trim() !== '') return { start: lineStart, end: comment.start };
  const next = findNextContentLine(file.text, lines, line);
  if (!next) return undefined;
  if (scope === 'line' || file.root === null) return next;
  return findNodeStartingIn(file.root, next) ?? next;
}

/** Indentation tells whether a comment still belongs to the service above it. */
function findService(file: ComposeFile, lines: LineIndex, comment: Span): Span | undefined {
  const column = (offset: number): number => lines.positionAt(offset).character;
  const above = file.services.findLast(({ nameSpan }) => nameSpan.start < comment.start);
  if (above && column(comment.start) > column(above.nameSpan.start)) return withName(above);
  const below = file.services.find(({ nameSpan }) => nameSpan.start > comment.start);
  return below && withName(below);
}

function withName({ nameSpan, span }: { readonly nameSpan: Span; readonly span: Span }): Span {
  return { start: Math.min(nameSpan.start, span.start), end: Math.max(nameSpan.end, span.end) };
}

function findNextContentLine(text: string, lines: LineIndex, after: number): Span | undefined {
  for (let line = after + 1; line < lines.lineCount; line++) {
    const start = lines.lineStart(line);
    const end = line + 1 < lines.lineCount ? lines.lineStart(line + 1) : text.length;
    if (/^\s*[^\s#]/.test(text.slice(start, end)))
      return { start, end: start + text.slice(start, end).trimEnd().length };
  }
  return undefined;
}

/** The outermost entry or list item that begins on a line, to its end. */
function findNodeStartingIn(root: ComposeNode, line: Span): Span | undefined {
  const queue: ComposeNode[] = [root];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const { area, value } of childrenOf(node)) {
      if (line.start <= area.start && area.start < line.end) return { start: line.start, end: area.end };
      if (area.start < line.start && line.start < area.end) queue.push(value);
    }
  }
  return undefined;
}

function childrenOf(node: ComposeNode): readonly { readonly area: Span; readonly value: ComposeNode }[] {
  if (node.kind === 'seq') return node.items.map((value) => ({ area: value.span, value }));
  if (node.kind === 'scalar') return [];
  return node.entries.filter(({ merged }) => !merged).map(({ span, value }) => ({ area: span, value }));
}
