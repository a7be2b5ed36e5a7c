import { findDefinition } from '#core';
import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toRange } from '../convert.ts';
import { namesOf } from '../names.ts';

export function define(
  { documents, abilities, names }: Context,
  { textDocument, position }: DefinitionParams,
): LocationLink[] | Location | null {
  const document = documents.find(textDocument.uri);
  const found =
    document && findDefinition(document.source, document.lines.offsetAt(position), namesOf({ names }, document));
  if (!document || !found) return null;
  const { uri, lines } = document;
  const target = toRange(lines, found.targetName);
  if (!abilities.takesLinkedDefinitions) return { uri, range: target };
  return [
    {
      originSelectionRange: toRange(lines, found.origin),
      targetUri: uri,
      targetRange: toRange(lines, found.target),
      targetSelectionRange: target,
    },
  ];
}
