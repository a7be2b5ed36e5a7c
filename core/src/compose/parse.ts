import { Composer, Parser, type CST, type Document } from 'yaml';
import { message, span, type Problem } from '../text/index.ts';
import { checkFile, type CheckOptions } from './check.ts';
import { findComments } from './comments.ts';
import type { ComposeFile, ComposeNode, ComposeService, MapEntry, MapNode } from './model.ts';
import { findEntry, sectionEntries } from './read.ts';
import { describeYamlError } from './syntax.ts';
import { createTreeBuilder, type TreeBuilder } from './tree.ts';

/** Reads a Compose file. Never throws: what Compose would refuse is in `problems`. */
export function parseCompose(text: string, options: CheckOptions = {}): ComposeFile {
  const problems: Problem[] = [];
  const { comments, documents } = readYaml(text);
  const builder = createTreeBuilder(text, problems);
  const roots = documents.map((document) => ({ document, root: buildRoot(builder, document) }));
  for (const { document } of roots) {
    const [first] = document.errors;
    // What follows the first error of a document is mostly its echo.
    if (first) problems.push(describeYamlError(text, first, builder.openQuotes));
  }
  const root = joinRoots(
    text,
    roots.map(({ root }) => root),
    problems,
  );
  const isYaml = problems.every((problem) => problem.code !== 'invalid-yaml');
  const file = { text, root, services: findServices(root), comments, isYaml };
  // On broken YAML the tree is a guess, and so would be every objection to it.
  if (isYaml) problems.push(...checkFile(file, options));
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { ...file, problems };
}

/** The tokens of a long file take more memory than all that is made of them, so they do not outlive this call. */
function readYaml(text: string): { readonly comments: ComposeFile['comments']; readonly documents: Document.Parsed[] } {
  const tokens = [...new Parser().parse(text)];
  return { comments: findComments(tokens), documents: readDocuments(tokens) };
}

function readDocuments(tokens: readonly CST.Token[]): Document.Parsed[] {
  // Scalars stay text here: what they mean to Compose is ours to say. Keys are checked for doubles in linear time by us.
  const composer = new Composer({
    schema: 'failsafe',
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  return [...composer.compose(tokens, true)];
}

function buildRoot(builder: TreeBuilder, document: Document.Parsed): ComposeNode | null {
  return document.contents === null ? null : builder.build(document.contents, document.range[0]);
}

/** Several documents in one file count as several files, merged by Compose; here their entries simply follow one another. */
function joinRoots(text: string, roots: readonly (ComposeNode | null)[], problems: Problem[]): MapNode | null {
  const maps: MapNode[] = [];
  for (const root of roots) {
    if (root?.kind === 'map') maps.push(root);
    else if (root !== null && (roots.length > 1 || root.kind !== 'scalar' || root.value !== null)) {
      const said = message('A Compose file is a mapping: it starts with a key such as `services:`.');
      problems.push({ code: 'not-a-mapping', kind: 'validity', message: said, span: root.span });
    }
  }
  const [first, ...others] = maps;
  if (!first && problems.length === 0) {
    const said = message('This file is empty; Compose needs at least `services:`.');
    problems.push({ code: 'empty-file', kind: 'validity', message: said, span: span(0, 0) });
  }
  if (!first) return null;
  if (others.length === 0) return first;
  const end = maps.reduce((last, map) => Math.max(last, map.span.end), 0);
  return { ...first, span: span(first.span.start, Math.min(end, text.length)), entries: joinEntries(maps) };
}

function joinEntries(maps: readonly MapNode[]): MapEntry[] {
  const byKey = new Map<string, MapEntry>();
  for (const entry of maps.flatMap((map) => map.entries)) {
    const earlier = byKey.get(entry.key);
    byKey.set(entry.key, earlier ? joinSections(earlier, entry) : entry);
  }
  return [...byKey.values()];
}

function joinSections(earlier: MapEntry, later: MapEntry): MapEntry {
  if (earlier.value.kind !== 'map' || later.value.kind !== 'map') return later;
  const replaced = new Set(later.value.entries.map((entry) => entry.key));
  const kept = earlier.value.entries.filter((entry) => !replaced.has(entry.key));
  return { ...earlier, value: { ...earlier.value, entries: [...kept, ...later.value.entries] } };
}

function findServices(root: MapNode | null): ComposeService[] {
  return sectionEntries(root, 'services').map((entry) => ({
    name: entry.key,
    nameSpan: entry.keySpan,
    span: entry.span,
    node: entry.value,
    find: (key) => findEntry(entry.value, key),
  }));
}
