import type { Finding, LineIndex, Severity, Span, TextEdit } from '#core';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type Range,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { OpenDocument } from './documents.ts';
import type { Translate } from './translate.ts';

/** From offsets and English templates to what LSP says, and back. Nothing else in this room knows both. */
export function toRange(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function fromRange(lines: LineIndex, { start, end }: Range): Span {
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

export function toTextEdit(lines: LineIndex, { span, newText }: TextEdit): LspTextEdit {
  return { range: toRange(lines, span), newText };
}

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toSeverity(severity: Severity): DiagnosticSeverity {
  return severityNumbers[severity];
}

const tags = { deprecated: DiagnosticTag.Deprecated, unnecessary: DiagnosticTag.Unnecessary } as const;

/** What a finding's diagnostic carries for clients that act on it. */
export interface DiagnosticData {
  readonly kind: Finding['kind'];
  readonly fix: 'safe' | 'unsafe' | null;
}

/** `source` is the page that the rule rests on. */
export function toDiagnostic(
  document: OpenDocument,
  finding: Finding,
  translate: Translate,
  source: string | undefined,
): Diagnostic {
  const { rule, severity, message, span, related, tag, kind, fix } = finding;
  const data: DiagnosticData = { kind, fix: fix === null ? null : fix.safe ? 'safe' : 'unsafe' };
  return {
    range: toRange(document.lines, span),
    severity: toSeverity(severity),
    code: rule,
    ...(source === undefined ? {} : { codeDescription: { href: source } }),
    source: 'drydock',
    message: translate(message),
    ...(tag === null ? {} : { tags: [tags[tag]] }),
    // Places in other files need those files' lines; they come with the project graph.
    relatedInformation: related
      .filter(({ path }) => path === undefined)
      .map((place) => ({
        location: { uri: document.uri, range: toRange(document.lines, place.span) },
        message: translate(place.message),
      })),
    data,
  };
}

/** An edit of one version of a document, so that the editor refuses it once the user has typed on. */
export function toWorkspaceEdit(
  { uri, version, lines }: OpenDocument,
  edits: readonly TextEdit[],
  versioned: boolean,
): WorkspaceEdit {
  const converted = edits.map((edit) => toTextEdit(lines, edit));
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: converted }] }
    : { changes: { [uri]: converted } };
}
