import {
  createLineIndex,
  findLanguage,
  parseDocument,
  type Language,
  type LineIndex,
  type SourceDocument,
} from '#core';
import { TextDocuments, type Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf } from './address.ts';

/** One version of an open file of ours, parsed once. It stays as it is when the next edit arrives. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly source: SourceDocument;
  readonly lines: LineIndex;
}

/** The files that are open in the editor, as it shows them. */
export interface Documents {
  /** The current version, or undefined when it is not open or in a language that is not ours. */
  find(uri: string): OpenDocument | undefined;
  uris(): readonly string[];
  onDidChange(listener: (uri: string) => void): void;
  onDidClose(listener: (uri: string) => void): void;
  onDidSave(listener: (uri: string) => void): void;
}

export function listenToDocuments(connection: Connection): Documents {
  const texts = new TextDocuments(TextDocument);
  const parsed = new Map<string, OpenDocument>();
  texts.onDidClose(({ document }) => parsed.delete(document.uri));
  texts.listen(connection);
  return {
    find(uri) {
      const text = texts.get(uri);
      const known = parsed.get(uri);
      if (!text || known?.version === text.version) return known;
      const open = parseOpen(text, known?.source);
      if (open) parsed.set(uri, open);
      return open;
    },
    uris: () => texts.keys(),
    onDidChange: (listener) => void texts.onDidChangeContent(({ document }) => listener(document.uri)),
    onDidClose: (listener) => void texts.onDidClose(({ document }) => listener(document.uri)),
    onDidSave: (listener) => void texts.onDidSave(({ document }) => listener(document.uri)),
  };
}

/** Remembers what was made of a version, for all requests that ask about it. */
export type OncePerVersion<T> = (document: OpenDocument, make: (document: OpenDocument) => T) => T;

export function oncePerVersion<T>(): OncePerVersion<T> {
  const made = new WeakMap<OpenDocument, { readonly value: T }>();
  return (document, make) => {
    const known = made.get(document) ?? { value: make(document) };
    made.set(document, known);
    return known.value;
  };
}

function parseOpen(document: TextDocument, previous: SourceDocument | undefined): OpenDocument | undefined {
  const language = languageOf(document);
  if (!language) return undefined;
  const text = document.getText();
  const source = parseDocument(language, pathOf(document.uri), text, previous);
  return { uri: document.uri, version: document.version, source, lines: createLineIndex(text) };
}

/** Ids that editors use for what we read; for YAML, ignore files of any tool and plain text the file's name decides. */
const languageIds: Readonly<Record<string, Language>> = {
  dockerfile: 'dockerfile',
  containerfile: 'dockerfile',
  dockercompose: 'compose',
  'docker-compose': 'compose',
  compose: 'compose',
  'yaml.docker-compose': 'compose',
  dockerignore: 'dockerignore',
};

function languageOf({ languageId, uri }: TextDocument): Language | undefined {
  const id = languageId.toLowerCase();
  if (Object.hasOwn(languageIds, id)) return languageIds[id];
  return ['yaml', 'plaintext', 'ignore', ''].includes(id) ? findLanguage(pathOf(uri)) : undefined;
}
