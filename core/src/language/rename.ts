import type { Dockerfile } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { message, textOf, type Message, type TextEdit } from '../text/index.ts';
import type { Renaming, RenameTarget } from './model.ts';
import { type Named, type NameKind, type Names, type Occurrence } from './names.ts';
import { refuseHeredoc } from './rename-heredoc.ts';
import { refuseStage, refuseStageName } from './rename-stage.ts';
import { refuseVariable, refuseVariableName } from './rename-variable.ts';

/** What would be renamed at an offset; undefined where nothing has a name. */
export function prepareRename(document: SourceDocument, offset: number, names: Names): RenameTarget | undefined {
  const here = names.at(offset);
  if (document.language !== 'dockerfile' || !here || here.form === 'keyword') return undefined;
  const reason = refuseHere(here) ?? refuse(document.model, here.named);
  if (reason) return { kind: 'refused', reason };
  return { kind: 'name', span: here.span, name: textOf(document.text, here.span) };
}

/** Renames what is named at an offset; undefined where nothing is. */
export function planRename(
  document: SourceDocument,
  offset: number,
  newName: string,
  names: Names,
): Renaming | undefined {
  const here = names.at(offset);
  if (!here || here.form === 'keyword') return undefined;
  const reason = refuseHere(here);
  return reason ? { kind: 'refused', reason } : planRenameOf(document, here.named, newName, names);
}

/**
 * Renames a thing wherever it is meant, so that the builder reads the file as before. Files that name it from outside,
 * such as a Compose file with `target: build`, find it with `findNamed` and add edits of their own.
 */
export function planRenameOf(document: SourceDocument, named: Named, newName: string, names: Names): Renaming {
  if (document.language !== 'dockerfile') return { kind: 'edits', files: [] };
  if (newName === named.name) return { kind: 'edits', files: [{ path: document.path, edits: [] }] };
  const file = document.model;
  const reason = refuse(file, named) ?? refuseNewName(file, { named, newName, names });
  if (reason) return { kind: 'refused', reason };
  const written = named.occurrences.filter(({ form }) => form === 'name');
  const edits = written.map((each) => rewrite(document.text, each, newName));
  edits.sort((a, b) => a.span.start - b.span.start);
  return { kind: 'edits', files: [{ path: document.path, edits }] };
}

/** The stage or build argument of that name, for those who know it only by what Compose says. Stages have no case. */
export function findNamed(names: Names, kind: NameKind, name: string): Named | undefined {
  const wanted = kind === 'stage' ? name.toLowerCase() : name;
  return names.all.findLast(
    (each) => each.kind === kind && (kind === 'stage' ? each.name.toLowerCase() : each.name) === wanted,
  );
}

function refuseHere({ form, named }: Occurrence): Message | undefined {
  if (form === 'number') {
    return message('Stage {name} is meant by its number here; rename it where its name is written.', {
      name: named.name,
    });
  }
  return form === 'variable'
    ? message('A variable holds the name of the stage `{name}` here; rename it where it is written.', {
        name: named.name,
      })
    : undefined;
}

function refuse(file: Dockerfile, named: Named): Message | undefined {
  switch (named.kind) {
    case 'stage':
      return refuseStage(file, named);
    case 'arg':
    case 'env':
      return refuseVariable(named);
    case 'heredoc':
      return refuseHeredoc(file, named);
  }
}

interface NewName {
  readonly named: Named;
  readonly newName: string;
  readonly names: Names;
}

function refuseNewName(file: Dockerfile, { named, newName, names }: NewName): Message | undefined {
  switch (named.kind) {
    case 'stage':
      return refuseStageName(file, named, newName);
    case 'arg':
    case 'env':
      return refuseVariableName(file, { named, newName, names });
    case 'heredoc':
      return refuseHeredoc(file, named, newName);
  }
}

/** Quotes around a heredoc's delimiter switch expansion off; where they stand in its middle they are put around it. */
function rewrite(text: string, { named, span }: Occurrence, newName: string): TextEdit {
  const written = textOf(text, span);
  const isQuoted = named.kind === 'heredoc' && /["'\\]/.test(written);
  return { span, newText: isQuoted ? `"${newName}"` : newName };
}
