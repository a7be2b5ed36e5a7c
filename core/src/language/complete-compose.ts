import { findSpec, sectionEntries, type ComposeFile, type Shape, type SpecKey } from '../compose/index.ts';
import { message, type Span } from '../text/index.ts';
import { completeComment } from './complete-comment.ts';
import { readComposeCursor, type ComposeCursor } from './compose-cursor.ts';
import { referencedSection } from './compose-references.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { offer } from './offer.ts';

/** What may be written at the cursor of a Compose file. */
export function completeCompose(file: ComposeFile, offset: number, facts: LanguageFacts): Completion[] {
  const cursor = readComposeCursor(file.text, offset);
  if (!cursor) return [];
  if (cursor.place === 'comment') {
    const place = { text: file.text, line: cursor.line, offset, language: 'compose' as const, directives: [] };
    return completeComment(place, facts.rules);
  }
  const variables = completeVariables(file.text, cursor, offset);
  if (variables) return variables;
  if (cursor.place === 'value') return completeValue(file, cursor, offset, facts);
  const values = cursor.item ? completeValue(file, cursor, offset, facts) : [];
  return [...values, ...completeKeys(file, cursor)];
}

function completeKeys(file: ComposeFile, cursor: ComposeCursor): Completion[] {
  const { path, siblings, word, depth } = cursor;
  const spec = findSpec(path);
  const indent = ' '.repeat(Math.max(0, depth - lineIndent(file.text, cursor.line)));
  const known = (spec?.keys ?? []).filter(({ name }) => !siblings.has(name));
  const keys = known.map((key) => offerKey(key, word, indent));
  const section = referencedSection([...path, '*']);
  const isNamed = spec?.shapes.some(({ kind }) => kind === 'named') === true;
  const names = section && isNamed ? namesIn(file, section.section).filter((name) => !siblings.has(name)) : [];
  return [...keys, ...names.map((name) => offer(name, 'reference', word, { insert: `${name}:` }))];
}

function offerKey({ name, shapes, description }: SpecKey, word: Span, indent: string): Completion {
  const insert = `${name}:${startOfValue(shapes[0], indent)}`;
  return offer(name, 'property', word, { detail: description, insert });
}

/** A mapping or a list goes on below, anything else on the same line. */
function startOfValue(shape: Shape | undefined, indent: string): string {
  if (shape === undefined || shape.kind === 'scalar') return ' ';
  return shape.kind === 'list' ? `\n${indent}  - ` : `\n${indent}  `;
}

function lineIndent(text: string, line: Span): number {
  return /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
}

function completeValue(file: ComposeFile, cursor: ComposeCursor, offset: number, facts: LanguageFacts): Completion[] {
  const { path, word } = cursor;
  const values = (findSpec(path)?.values ?? []).map((value) => offer(value, 'value', word));
  const images = path.length === 3 && path[0] === 'services' && path[2] === 'image' ? facts.images : [];
  const local = images.map((reference) => offer(reference, 'image', word, { detail: message('On this engine') }));
  return [...values, ...offerNames(file, cursor, offset), ...local];
}

function offerNames(file: ComposeFile, { path, word, typed }: ComposeCursor, offset: number): Completion[] {
  const reference = referencedSection(path);
  if (!reference) return [];
  const prefix = reference.prefix ?? '';
  // Behind `service:` only the name is typed; what stands before it stays.
  const isInName = prefix !== '' && typed.startsWith(prefix);
  const span = isInName ? { start: offset - typed.length + prefix.length, end: word.end } : word;
  const own = path[0] === 'services' ? path[1] : undefined;
  const names = namesIn(file, reference.section).filter((name) => reference.section !== 'services' || name !== own);
  const detail = sectionDetails[reference.section];
  return names.map((name) => {
    const text = `${isInName ? '' : prefix}${name}`;
    return offer(text, 'reference', span, { detail: detail ?? null, insert: `${text}${reference.suffix ?? ''}` });
  });
}

const sectionDetails: Readonly<Record<string, ReturnType<typeof message>>> = {
  services: message('Service of this file'),
  networks: message('Network of this file'),
  volumes: message('Volume of this file'),
  secrets: message('Secret of this file'),
  configs: message('Config of this file'),
  models: message('Model of this file'),
};

/** The names of a top-level section, as far as the text can be read while it is being typed. */
function namesIn(file: ComposeFile, section: string): string[] {
  const known = sectionEntries(file.root, section).map(({ key }) => key);
  return known.filter((name) => /^[\w.-]+$/.test(name));
}

/** Variables that the file names elsewhere, behind a `$`. */
function completeVariables(text: string, { typed, word }: ComposeCursor, offset: number): Completion[] | undefined {
  const match = /(?<!\$)\$(\{?)(\w*)$/.exec(typed);
  if (!match) return undefined;
  const start = offset - match[0].length;
  const rest = /^\w*\}?/.exec(text.slice(offset, Math.max(offset, word.end) + 1))?.[0] ?? '';
  const span = { start, end: offset + rest.length };
  const names = new Set<string>();
  for (const { 1: name = '', index } of text.matchAll(/(?<!\$)\$\{?([A-Za-z_]\w*)/g))
    if (index !== start) names.add(name);
  const detail = message('Used in this file');
  return [...names].map((name) => offer(match[1] === '{' ? `\${${name}}` : `$${name}`, 'variable', span, { detail }));
}
