import { rules } from '#core';
import {
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toDiagnostic } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';

export type DiagnosticParts = Pick<Context, 'linter' | 'translate'>;

const sources: ReadonlyMap<string, string> = new Map(rules.map(({ id, source }) => [id, source]));

export async function diagnosticsOf(
  document: OpenDocument,
  { linter, translate }: DiagnosticParts,
): Promise<Diagnostic[]> {
  const findings = await linter.findings(document);
  return findings.map((finding) => toDiagnostic(document, finding, translate, sources.get(finding.rule)));
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
