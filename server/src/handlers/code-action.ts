import { overlaps, planActions, planFixAll, planRefactors, touches, type Action, type Finding, type Span } from '#core';
import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver/node';
import { fixAllKind } from '../capabilities.ts';
import type { Context } from '../context.ts';
import { toCodeAction } from '../convert-language.ts';
import { fromRange } from '../convert.ts';
import { loadRules } from '../rules.ts';
import { proposeIgnoreEdits } from './ignore-edits.ts';

/** Quick fixes and silencing for what stands in the range, other ways to write it; all safe fixes of the file when asked for. */
export async function proposeActions(
  context: Context,
  { textDocument, range, context: asked }: CodeActionParams,
): Promise<CodeAction[]> {
  const document = context.documents.find(textDocument.uri);
  if (!document) return [];
  const isAsked = (kind: string): boolean => !asked.only || asked.only.some((each) => isKindWithin(kind, each));
  const findings = await context.linter.findings(document);
  const area = fromRange(document.lines, range);
  const actions: Action[] = [];
  const elsewhere: CodeAction[] = [];
  if (isAsked(CodeActionKind.QuickFix)) {
    const here = findings.filter(({ span }) => isIn(span, area));
    actions.push(...planActions(document.source, here, findings, await loadRules()));
    elsewhere.push(...(await proposeIgnoreEdits(context, document, here, asked.diagnostics)));
  }
  if (isAsked(fixAllKind) && findings.some(isSafelyFixable)) {
    actions.push(...[planFixAll(document.source, await context.linter.options(document)) ?? []].flat());
  }
  if (isAsked(CodeActionKind.RefactorRewrite)) {
    actions.push(...planRefactors(document.source, area, context.knowledge()));
  }
  return [...actions.map((action) => toCodeAction(document, action, asked.diagnostics, context)), ...elsewhere];
}

/** `source` asks for `source.fixAll.drydock` too. */
function isKindWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}

function isIn(span: Span, area: Span): boolean {
  return overlaps(span, area) || touches(span, area.start) || touches(area, span.start);
}

function isSafelyFixable({ fix }: Finding): boolean {
  return fix?.safe === true;
}
