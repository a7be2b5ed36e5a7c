import type { ComposeNode } from '../compose/index.ts';
import type { Dockerfile } from '../dockerfile/index.ts';
import { getFindingName, type Finding, type Rule } from '../lint/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { contains, insert, message, type TextEdit } from '../text/index.ts';
import { lineAbove, lineAround } from './lines.ts';
import type { Action } from './model.ts';

/**
 * A comment above the instruction or YAML node that silences one rule and leaves room for the reason. What a parser
 * refuses cannot be silenced, so nothing is offered for it.
 */
export function planSuppression(
  document: SourceDocument,
  finding: Finding,
  rules: readonly Rule[],
): Action | undefined {
  if (!rules.some(({ id }) => id === finding.rule)) return undefined;
  const start = findStart(document, finding);
  const rule = getFindingName(finding, rules);
  const { edit, snippet } = start === undefined ? planForFile(document, rule) : planAt(document, start, rule);
  const title = message('Silence `{rule}` here, with a reason', { rule });
  return { title, kind: 'suppress', preferred: false, safe: true, edits: [edit], snippet, findings: [finding] };
}

interface Planned {
  readonly edit: TextEdit;
  /** The inserted text with a place for the reason. */
  readonly snippet: string;
}

/** Where the instruction or node begins that a comment on its own line can speak for. */
function findStart(document: SourceDocument, { span }: Finding): number | undefined {
  if (document.language === 'dockerignore') {
    const pattern = document.model.patterns.find((each) => contains(each.span, span));
    // Only at the very start of a line does a comment begin.
    return pattern && Math.max(lineAround(document.text, pattern.span.start).start, topOf(document.text));
  }
  if (document.language === 'dockerfile') {
    return document.model.instructions.find((instruction) => contains(instruction.span, span))?.span.start;
  }
  return document.model.root ? findBlockStart(document.model.root, span.start) : undefined;
}

/** The innermost key or item in block style around an offset; within `{…}` and block text no comment can stand. */
function findBlockStart(root: ComposeNode, offset: number): number | undefined {
  let found: number | undefined;
  let node: ComposeNode | undefined = root;
  const isAround = ({ start, end }: { start: number; end: number }): boolean => start <= offset && offset <= end;
  while (node && node.kind !== 'scalar' && !node.flow && node.origin === null) {
    if (node.kind === 'seq') {
      node = node.items.find(({ span }) => isAround(span));
      found = node?.span.start ?? found;
      continue;
    }
    const entry = node.entries.find(
      (each) => !each.merged && isAround({ start: each.keySpan.start, end: each.span.end }),
    );
    found = entry?.keySpan.start ?? found;
    node = entry?.value;
  }
  return found;
}

function planAt({ text }: SourceDocument, start: number, rule: string): Planned {
  const line = lineAround(text, start);
  const above = lineAbove(text, line.start);
  const names =
    above && /^\s*#+\s*drydock[ \t:]+ignore[ \t]*=[ \t]*[^\s,]+(?:,[^\s,]+)*/.exec(text.slice(above.start, above.end));
  if (above && names) {
    const addition = `,${rule}`;
    return { edit: insert(above.start + names[0].length, addition), snippet: addition };
  }
  const mark = text.startsWith('\uFEFF') && line.start === 0 ? 1 : 0;
  const indent = /^[ \t]*/.exec(text.slice(line.start + mark, start))?.[0] ?? '';
  return planComment(text, line.start + mark, `${indent}# drydock ignore=${rule} reason=`);
}

/** For a finding about the file as a whole: below the parser directives, which a comment would end. */
function planForFile(document: SourceDocument, rule: string): Planned {
  const { text } = document;
  const top = topOf(text);
  const at = document.language === 'dockerfile' ? belowDirectives(document.model, top) : top;
  return planComment(text, at, `# drydock file ignore=${rule} reason=`);
}

/** Behind the byte order mark. */
function topOf(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function belowDirectives({ text, directives }: Dockerfile, top: number): number {
  const last = directives.at(-1);
  if (!last) return top;
  const { end } = lineAround(text, last.span.start);
  return end + (/^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

function planComment(text: string, at: number, comment: string): Planned {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return { edit: insert(at, `${comment}${lineBreak}`), snippet: `${comment}\${1:why}${lineBreak}` };
}
