import { buildStageCommand, findCodeLenses, type BuildStageArguments } from '#core';
import type { CodeLens, CodeLensParams } from 'vscode-languageserver/node';
import { isOnDisk } from '../address.ts';
import type { Context } from '../context.ts';
import { toRange } from '../convert.ts';

/** Only a file on disk can be built, and only a client that knows our command is told of it. */
export async function lens(context: Context, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[]> {
  const document = context.documents.find(uri);
  if (!document || !context.abilities.buildsStages || !isOnDisk(uri)) return [];
  if (!(await context.settings.features(uri)).codeLens) return [];
  return findCodeLenses(document.source).map(({ span, title, target }) => {
    const given: BuildStageArguments = { uri, target };
    return {
      range: toRange(document.lines, span),
      command: { title: context.translate(title), command: buildStageCommand, arguments: [given] },
    };
  });
}
