import { message, severities, type Finding } from '#core';
import {
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toDiagnostic } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { loadRules } from '../rules.ts';
import type { Translate } from '../translate.ts';

export type DiagnosticParts = Pick<Context, 'linter' | 'translate'>;

export async function diagnosticsOf(
  document: OpenDocument,
  { linter, translate }: DiagnosticParts,
): Promise<Diagnostic[]> {
  const findings = await linter.findings(document);
  const shown = findings.length > mostShown ? keepGravest(findings) : findings;
  const sources = new Map<string, string>((await loadRules()).map(({ id, source }) => [id, source]));
  const diagnostics = shown.map((finding) => toDiagnostic(document, finding, translate, sources.get(finding.rule)));
  const hidden = findings.length - shown.length;
  return hidden === 0 ? diagnostics : [tellHidden(hidden, translate), ...diagnostics];
}

/** As many as VS Code shows of one file; more would only cost time. */
const mostShown = 1000;

function keepGravest(findings: readonly Finding[]): readonly Finding[] {
  const order = [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const kept = new Set(order.slice(0, mostShown));
  return findings.filter((finding) => kept.has(finding));
}

function tellHidden(count: number, translate: Translate): Diagnostic {
  const start = { line: 0, character: 0 };
  const sentence = message('{count} more findings in this file are not shown; `drydock lint` lists them all.', {
    count: String(count),
  });
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: 'drydock',
    message: translate(sentence),
  };
}

/** Answers `textDocument/diagnostic`; the same version under the same settings is "unchanged". */
export async function pullDiagnostics(
  context: Context,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const document = context.documents.find(textDocument.uri);
  if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const resultId = `${document.version}.${context.linter.generation()}`;
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnosticsOf(document, context) };
}
