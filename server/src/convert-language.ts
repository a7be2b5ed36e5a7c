import {
  message,
  type Action,
  type Completion,
  type Fold,
  type LineIndex,
  type OutlineSymbol,
  type RichText,
} from '#core';
import {
  CodeActionKind,
  CompletionItemKind,
  FoldingRangeKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  SymbolKind,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type MarkupContent,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { fixAllKind } from './capabilities.ts';
import type { Context } from './context.ts';
import { toRange, toWorkspaceEdit } from './convert.ts';
import type { OpenDocument } from './documents.ts';

type Words = Pick<Context, 'translate' | 'abilities'>;

/** Markdown, or the same without its marks for an editor that shows plain text only. */
export function toMarkup(contents: RichText, { translate, abilities }: Words): MarkupContent {
  const markdown = abilities.takesMarkdown;
  const parts = contents.map((part) => {
    switch (part.kind) {
      case 'text':
        return translate(part.message);
      case 'code':
        return markdown ? fence(part.language, part.code) : part.code;
      case 'link':
        return markdown ? `[${translate(part.title)}](${part.url})` : `${translate(part.title)}: ${part.url}`;
    }
  });
  return { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: parts.join('\n\n') };
}

/** A fence longer than any run of backticks in the code, which is the user's own text. */
function fence(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${code}\n${marks}`;
}

const completionKinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  flag: CompletionItemKind.Field,
  value: CompletionItemKind.Value,
  variable: CompletionItemKind.Variable,
  reference: CompletionItemKind.Reference,
  property: CompletionItemKind.Property,
  snippet: CompletionItemKind.Snippet,
  file: CompletionItemKind.File,
  image: CompletionItemKind.Module,
};

/** `index` keeps core's order, which an editor would otherwise replace by the alphabet. */
export function toCompletionItem(
  { lines }: OpenDocument,
  completion: Completion,
  index: number,
  words: Words,
): CompletionItem {
  const { label, kind, detail, documentation, span, insert, snippet } = completion;
  const asSnippet = snippet && words.abilities.takesSnippets;
  return {
    label,
    kind: completionKinds[kind],
    ...(detail === null ? {} : { detail: words.translate(detail) }),
    ...(documentation.length === 0 ? {} : { documentation: toMarkup(documentation, words) }),
    sortText: String(index).padStart(5, '0'),
    filterText: label,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.adjustIndentation,
    // An editor without snippets gets the word itself.
    textEdit: { range: toRange(lines, span), newText: snippet && !asSnippet ? label : insert },
  };
}

const actionKinds: Readonly<Record<Action['kind'], string>> = {
  fix: CodeActionKind.QuickFix,
  suppress: CodeActionKind.QuickFix,
  fixAll: fixAllKind,
  rewrite: CodeActionKind.RefactorRewrite,
};

export function toCodeAction(
  document: OpenDocument,
  action: Action,
  shown: readonly Diagnostic[],
  { translate, abilities }: Words,
): CodeAction {
  const { title, kind, preferred, safe, edits, snippet, findings } = action;
  const answered = shown.filter(({ code, range }) =>
    findings.some(({ rule, span }) => rule === code && document.lines.offsetAt(range.start) === span.start),
  );
  const edit = toWorkspaceEdit(document, edits, abilities.takesVersionedEdits);
  const changes = edit.documentChanges;
  const [first] = edits;
  if (snippet !== null && first && changes && abilities.takesSnippetEdits) {
    const range = toRange(document.lines, first.span);
    const textDocument = { uri: document.uri, version: document.version };
    edit.documentChanges = [{ textDocument, edits: [{ range, snippet: { kind: 'snippet', value: snippet } }] }];
  }
  const sentence = translate(title);
  return {
    title: safe ? sentence : translate(message('{title} (changes what the file does)', { title: sentence })),
    kind: actionKinds[kind],
    ...(preferred ? { isPreferred: true } : {}),
    ...(findings.length === 0 || kind === 'fixAll' ? {} : { diagnostics: answered }),
    edit,
  };
}

export const symbolKinds: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  stage: SymbolKind.Module,
  instruction: SymbolKind.Property,
  command: SymbolKind.Function,
  copy: SymbolKind.File,
  argument: SymbolKind.Constant,
  variable: SymbolKind.Variable,
  label: SymbolKind.Key,
  heredoc: SymbolKind.String,
  section: SymbolKind.Namespace,
  service: SymbolKind.Class,
  resource: SymbolKind.Object,
};

export function toSymbol(lines: LineIndex, symbol: OutlineSymbol): DocumentSymbol {
  const { name, detail, kind, span, nameSpan, children } = symbol;
  return {
    name,
    detail,
    kind: symbolKinds[kind],
    range: toRange(lines, span),
    selectionRange: toRange(lines, nameSpan),
    children: children.map((child) => toSymbol(lines, child)),
  };
}

/** The outline for editors that only take a flat list. */
export function toSymbolInformation(
  document: OpenDocument,
  { name, kind, span, children }: OutlineSymbol,
  containerName?: string,
): SymbolInformation[] {
  const location = { uri: document.uri, range: toRange(document.lines, span) };
  const own = { name, kind: symbolKinds[kind], location, ...(containerName === undefined ? {} : { containerName }) };
  return [own, ...children.flatMap((child) => toSymbolInformation(document, child, name))];
}

const foldKinds: Readonly<Record<Fold['kind'], FoldingRangeKind | undefined>> = {
  block: undefined,
  comment: FoldingRangeKind.Comment,
  region: FoldingRangeKind.Region,
};

/**
 * Only what spans several lines can fold, and each line begins at most one fold: the largest. Whole lines suit every
 * editor, also those that fold nothing else. Where an editor takes only so many, the largest are kept.
 */
export function toFoldingRanges(lines: LineIndex, folds: readonly Fold[], limit: number): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const { span, kind } of folds) {
    const startLine = lines.positionAt(span.start).line;
    const endLine = lines.positionAt(span.end).line;
    if (endLine <= startLine || (byLine.get(startLine)?.endLine ?? -1) >= endLine) continue;
    const foldKind = foldKinds[kind];
    byLine.set(startLine, { startLine, endLine, ...(foldKind === undefined ? {} : { kind: foldKind }) });
  }
  const ranges = [...byLine.values()];
  const size = ({ startLine, endLine }: FoldingRange): number => endLine - startLine;
  const kept = ranges.length > limit ? ranges.sort((a, b) => size(b) - size(a)).slice(0, limit) : ranges;
  return kept.sort((a, b) => a.startLine - b.startLine);
}
