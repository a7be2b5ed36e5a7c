import { sectionEntries, type ComposeFile } from '../compose/index.ts';
import type { Dockerfile } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import type { Span } from '../text/index.ts';
import type { SymbolKind, WorkspaceSymbol } from './model.ts';

/** What other files may name: stages and global build arguments; services, volumes, networks and the like. */
export function findWorkspaceSymbols(document: SourceDocument): readonly WorkspaceSymbol[] {
  if (document.language === 'dockerignore') return [];
  return document.language === 'dockerfile' ? symbolsOfDockerfile(document.model) : symbolsOfCompose(document.model);
}

/** True when all letters of a query stand in a name in this order, as editors filter; upper and lower case are the same. */
export function matchesQuery({ name }: WorkspaceSymbol, query: string): boolean {
  const letters = name.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase()) {
    if (letter === ' ') continue;
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function symbolsOfDockerfile({ globalArgs, stages }: Dockerfile): WorkspaceSymbol[] {
  const args = globalArgs.flatMap(({ assignments }) =>
    assignments.map(({ name }) => toSymbol(name.value, 'argument', name.span)),
  );
  const named = stages.map(({ name, image, from }) => {
    const word = name ?? image;
    return toSymbol(word?.value ?? 'FROM', 'stage', word?.span ?? from.keywordSpan);
  });
  return [...args, ...named].filter(({ name }) => name !== '');
}

const sections = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models'] as const;

function symbolsOfCompose({ root }: ComposeFile): WorkspaceSymbol[] {
  return sections.flatMap((section) =>
    sectionEntries(root, section)
      .filter(({ merged, key }) => !merged && key !== '')
      .map(({ key, keySpan }) => toSymbol(key, section === 'services' ? 'service' : 'resource', keySpan)),
  );
}

function toSymbol(name: string, kind: SymbolKind, span: Span): WorkspaceSymbol {
  return { name, kind, span };
}
