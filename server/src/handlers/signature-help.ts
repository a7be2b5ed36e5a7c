import { findSignature, type Signature } from '#core';
import {
  SignatureHelpTriggerKind,
  type SignatureHelp,
  type SignatureHelpParams,
  type SignatureInformation,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toMarkup } from '../convert-language.ts';

/** The forms of the instruction at the cursor. Within a script they come up only when asked for. */
export function helpSignature(
  context: Context,
  { textDocument, position, context: asked }: SignatureHelpParams,
): SignatureHelp | null {
  const document = context.documents.find(textDocument.uri);
  const found = document && findSignature(document.source, document.lines.offsetAt(position));
  const isAsked = asked?.triggerKind !== SignatureHelpTriggerKind.TriggerCharacter || asked.isRetrigger;
  if (!found || (found.quiet && !isAsked)) return null;
  const signatures = found.signatures.map((signature) => toInformation(context, signature));
  const activeParameter = signatures[found.active]?.activeParameter;
  return { signatures, activeSignature: found.active, ...(activeParameter === undefined ? {} : { activeParameter }) };
}

function toInformation(context: Context, signature: Signature): SignatureInformation {
  const { label, documentation, parameters, activeParameter } = signature;
  // Editors that know no "none" mark nothing where the number lies beyond the last one.
  const none = context.abilities.takesNoActiveParameter ? null : parameters.length;
  return {
    label,
    ...(documentation.length === 0 ? {} : { documentation: toMarkup(documentation, context) }),
    parameters: parameters.map(({ span, documentation: words }) => ({
      label: [span.start, span.end],
      ...(words ? { documentation: toMarkup([{ kind: 'text', message: words }], context) } : {}),
    })),
    activeParameter: activeParameter ?? none,
  };
}
