import { sectionEntries, type ComposeFile } from '../compose/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { findComposeName } from './compose-names.ts';
import { findEntryAt } from './find-entry.ts';
import type { Definition } from './model.ts';
import { resolveNames, type Names } from './names.ts';

/**
 * Where the stage, variable, heredoc, service, network or volume that is named at an offset comes from. `names` are
 * those of this document, for callers that have them already.
 */
export function findDefinition(
  document: SourceDocument,
  offset: number,
  names: Names = resolveNames(document),
): Definition | undefined {
  if (document.language === 'dockerignore') return undefined;
  return document.language === 'dockerfile' ? defineByName(names, offset) : defineInCompose(document.model, offset);
}

/** An ARG without a default leads on to the one above the first FROM that it takes its value from. */
function defineByName(names: Names, offset: number): Definition | undefined {
  const here = names.at(offset);
  if (!here || here.form === 'keyword') return undefined;
  const found = here.definition ?? (here.role === 'declaration' ? here : undefined);
  return found && { origin: here.area, target: found.whole, targetName: found.span };
}

function defineInCompose(file: ComposeFile, offset: number): Definition | undefined {
  const at = file.root && findEntryAt(file.root, offset);
  const found = at && findComposeName(file.text, at, offset);
  const entry = found && sectionEntries(file.root, found.section).find(({ key }) => key === found.name);
  return entry ? { origin: found.span, target: entry.span, targetName: entry.keySpan } : undefined;
}
