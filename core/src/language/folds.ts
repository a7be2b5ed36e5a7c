import type { ComposeFile } from '../compose/index.ts';
import type { Dockerfile, Instruction } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import type { Span } from '../text/index.ts';
import type { Fold } from './model.ts';
import { findClosing } from './name-heredocs.ts';

/** Stages, instructions and heredocs over several lines, runs of comments; mappings and lists in block style; what `# region` marks. */
export function findFolds(document: SourceDocument): readonly Fold[] {
  const { model } = document;
  return [
    ...foldAreas(document).map((span): Fold => ({ span, kind: 'block' })),
    ...foldComments(document.text, model.comments),
    ...foldRegions(model.comments),
  ];
}

function foldAreas(document: SourceDocument): Span[] {
  switch (document.language) {
    case 'dockerfile':
      return foldDockerfile(document.model);
    case 'compose':
      return foldCompose(document.model);
    case 'dockerignore':
      return [];
  }
}

function foldDockerfile({ text, stages, instructions }: Dockerfile): Span[] {
  const heredocs = instructions.flatMap((instruction) => foldHeredocs(text, instruction));
  return [...stages.map(({ span }) => span), ...instructions.map(({ span }) => span), ...heredocs];
}

/** From the delimiter on, where the instruction begins above it; of several each its own lines. */
function foldHeredocs(text: string, { heredocs, span }: Instruction): Span[] {
  return heredocs.flatMap((heredoc) => {
    const { nameSpan, bodySpan } = heredoc;
    const end = findClosing(text, heredoc)?.end ?? bodySpan.end;
    if (heredocs.length > 1) return [{ start: bodySpan.start, end }];
    return text.slice(span.start, nameSpan.start).includes('\n') ? [{ start: nameSpan.start, end }] : [];
  });
}

function foldCompose({ root }: ComposeFile): Span[] {
  const found: Span[] = [];
  const queue = [...(root?.entries ?? [])];
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
    if (entry.merged) continue;
    found.push(entry.span);
    if (entry.value.kind === 'map' && entry.value.origin === null) queue.push(...entry.value.entries);
    if (entry.value.kind === 'seq' && entry.value.origin === null) {
      queue.push(
        ...entry.value.items.flatMap((item) => (item.kind === 'map' && item.origin === null ? item.entries : [])),
      );
    }
  }
  return found;
}

interface CommentLine {
  readonly span: Span;
  /** In Compose files the `#` is a part of it. */
  readonly text: string;
}

const opening = /^#?\s*region(?![\w-])/;
const closing = /^#?\s*endregion(?![\w-])/;

/** Comment lines with nothing but a line break between them. What marks a region is no part of them. */
function foldComments(text: string, comments: readonly CommentLine[]): Fold[] {
  const runs: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { span, text: words } of comments) {
    const isMark = opening.test(words) || closing.test(words);
    const run = isOpen && !isMark ? runs.at(-1) : undefined;
    if (run && /^(?:\r\n|\r|\n)[ \t]*$/.test(text.slice(run.end, span.start))) run.end = span.end;
    else if (!isMark) runs.push({ ...span });
    isOpen = !isMark;
  }
  return runs.map((span) => ({ span, kind: 'comment' }));
}

/** From `# region` to the `# endregion` that belongs to it; one that is never closed folds nothing. */
function foldRegions(comments: readonly CommentLine[]): Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const { span, text } of comments) {
    if (opening.test(text)) open.push(span.start);
    else if (closing.test(text)) {
      const start = open.pop();
      if (start !== undefined) folds.push({ span: { start, end: span.end }, kind: 'region' });
    }
  }
  return folds;
}
