import { sectionEntries, type ComposeFile } from '../compose/index.ts';
import type { Dockerfile } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { touches } from '../text/index.ts';
import { findComposeName } from './compose-names.ts';
import { findVariableAt, findVariables } from './dockerfile-scope.ts';
import { findEntryAt } from './find-entry.ts';
import type { Definition } from './model.ts';
import { findStageNames } from './stage-names.ts';
import { noKnowledge } from '../lint/index.ts';

/** Where the stage, variable, service, network or volume that is named at an offset comes from. */
export function findDefinition(document: SourceDocument, offset: number): Definition | undefined {
  if (document.language === 'dockerignore') return undefined;
  return document.language === 'dockerfile'
    ? defineInDockerfile(document.model, offset)
    : defineInCompose(document.model, offset);
}

function defineInDockerfile(file: Dockerfile, offset: number): Definition | undefined {
  const named = findStageNames(file).find(({ span }) => touches(span, offset));
  if (named) {
    const { from, name } = named.stage;
    return { origin: named.span, target: from.span, targetName: name?.span ?? from.keywordSpan };
  }
  const instruction = file.instructions.find(({ span }) => touches(span, offset));
  const used = instruction && findVariableAt(file.text, instruction.span, offset);
  const declaration = used && findVariables(file, instruction.span.start, noKnowledge).get(used.name)?.declaration;
  return declaration ? { origin: used.span, target: declaration.span, targetName: declaration.name.span } : undefined;
}

function defineInCompose(file: ComposeFile, offset: number): Definition | undefined {
  const at = file.root && findEntryAt(file.root, offset);
  const found = at && findComposeName(file.text, at, offset);
  const entry = found && sectionEntries(file.root, found.section).find(({ key }) => key === found.name);
  return entry ? { origin: found.span, target: entry.span, targetName: entry.keySpan } : undefined;
}
