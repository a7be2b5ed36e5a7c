import { readFileSync } from 'node:fs';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  MarkupContent,
  Position,
  ProtocolConnection,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { dedent, drawMarks } from './marks.ts';

export interface OpenOptions {
  readonly languageId?: string;
  /** The text is taken as it is: no common indentation removed, no cursor read. */
  readonly raw?: boolean;
}

/** One file in the editor, with a cursor, as a test sees it. */
export interface EditorDocument {
  readonly uri: string;
  text(): string;
  version(): number;
  /** Replaces the first occurrence of a text, as one incremental change. */
  replace(old: string, next: string): Promise<void>;
  /** Types behind the first occurrence of a text, one key a change. */
  type(behind: string, keys: string): Promise<void>;
  diagnostics(): Promise<Diagnostic[]>;
  /** The text with what was found drawn below its lines. */
  drawn(): Promise<string>;
  /** Draws diagnostics that were pushed. */
  draw(diagnostics: readonly Diagnostic[]): string;
  completions(): Promise<CompletionItem[]>;
  /** The text after accepting the completion with this label; `$1` and the like are left out. */
  accept(label: string): Promise<string>;
  /** What stands in the hover box at the cursor or, with a word, at its first occurrence. */
  hover(word?: string): Promise<string | null>;
  actions(at?: string, only?: string[]): Promise<CodeAction[]>;
  /** The text after an edit the server proposed. */
  apply(edit: WorkspaceEdit | undefined): string;
  positionOf(word: string): Position;
  request<Result>(method: string, params?: object): Promise<Result>;
  close(): Promise<void>;
}

interface Place {
  readonly connection: ProtocolConnection;
  readonly uri: string;
  readonly file: string;
}

export async function openDocument(
  place: Place,
  drawing: string | undefined,
  { languageId = guessLanguage(place.file), raw = false }: OpenOptions = {},
): Promise<EditorDocument> {
  const given = drawing ?? readFileSync(place.file, 'utf8');
  const dedented = raw || drawing === undefined ? given : dedent(given);
  const at = raw ? -1 : dedented.indexOf('|');
  const text = at < 0 ? dedented : dedented.slice(0, at) + dedented.slice(at + 1);
  const document = TextDocument.create(place.uri, languageId, 1, text);
  await place.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: place.uri, languageId, version: 1, text },
  });
  return { ...createReading(place, document, at), ...createEditing(place, document), ...createActing(place, document) };
}

function guessLanguage(file: string): string {
  if (file.endsWith('.dockerignore')) return 'ignore';
  return /\.ya?ml$/.test(file) ? 'dockercompose' : 'dockerfile';
}

type Editing = Pick<EditorDocument, 'uri' | 'text' | 'version' | 'replace' | 'type' | 'close' | 'positionOf'>;

function createEditing({ connection, uri }: Place, document: TextDocument): Editing {
  const change = async (start: number, end: number, text: string): Promise<void> => {
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [{ range, text }],
    });
  };
  return {
    uri,
    text: () => document.getText(),
    version: () => document.version,
    positionOf: (word) => document.positionAt(find(document, word)),
    replace: (old, next) => change(find(document, old), find(document, old) + old.length, next),
    async type(behind, keys) {
      let at = find(document, behind) + behind.length;
      for (const key of keys) {
        await change(at, at, key);
        at += key.length;
      }
    },
    close: () => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
  };
}

type Reading = Pick<EditorDocument, 'diagnostics' | 'drawn' | 'draw' | 'completions' | 'accept' | 'hover' | 'request'>;

function createReading({ connection, uri }: Place, document: TextDocument, cursor: number): Reading {
  const request = <Result>(method: string, params: object = {}) =>
    connection.sendRequest<Result>(`textDocument/${method}`, { textDocument: { uri }, ...params });
  const atCursor = (word?: string) => {
    const offset = word === undefined ? cursor : find(document, word);
    if (offset < 0) throw new Error('The drawing has no | for the cursor.');
    return { position: document.positionAt(offset) };
  };
  const diagnostics = async (): Promise<Diagnostic[]> => {
    const report = await request<DocumentDiagnosticReport>('diagnostic');
    return report.kind === 'full' ? report.items : [];
  };
  const draw = (all: readonly Diagnostic[]): string => drawMarks(document.getText(), toMarks(document, all));
  const completions = async (): Promise<CompletionItem[]> => {
    const answer = await request<CompletionItem[] | CompletionList | null>('completion', atCursor());
    return Array.isArray(answer) ? answer : (answer?.items ?? []);
  };
  return {
    request,
    diagnostics,
    draw,
    drawn: async () => draw(await diagnostics()),
    completions,
    async accept(label) {
      const all = await completions();
      const item = all.find((each) => each.label === label);
      if (!item?.textEdit || !('range' in item.textEdit)) {
        throw new Error(`No completion "${label}" among: ${all.map((each) => each.label).join(', ')}`);
      }
      const newText = item.insertTextFormat === 2 ? expandSnippet(item.textEdit.newText) : item.textEdit.newText;
      return TextDocument.applyEdits(document, [{ ...item.textEdit, newText }]);
    },
    async hover(word) {
      const answer = await request<Hover | null>('hover', atCursor(word));
      return answer === null ? null : (answer.contents as MarkupContent).value;
    },
  };
}

function createActing({ connection, uri }: Place, document: TextDocument): Pick<EditorDocument, 'actions' | 'apply'> {
  return {
    async actions(at, only) {
      const start = at === undefined ? 0 : find(document, at);
      const end = at === undefined ? document.getText().length : start + at.length;
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      const report = await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const known = report.kind === 'full' ? report.items : [];
      const inside = known.filter((each) => {
        const [from, to] = [document.offsetAt(each.range.start), document.offsetAt(each.range.end)];
        return from <= end && to >= start;
      });
      const context = { diagnostics: inside, ...(only ? { only } : {}) };
      return connection.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument: { uri }, range, context });
    },
    apply(edit) {
      const edits = (edit?.documentChanges ?? []).flatMap((each) =>
        'edits' in each ? (each.edits as TextEdit[]) : [],
      );
      const plain = edit?.changes?.[uri] ?? [];
      if (edits.length + plain.length === 0) throw new Error('The edit changes nothing.');
      return TextDocument.applyEdits(document, [...edits, ...plain]);
    },
  };
}

function toMarks(document: TextDocument, diagnostics: readonly Diagnostic[]) {
  return diagnostics.map(({ range, message }) => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    message: typeof message === 'string' ? message : message.value,
  }));
}

function find(document: TextDocument, word: string): number {
  const at = document.getText().indexOf(word);
  if (at < 0) throw new Error(`"${word}" does not stand in the text.`);
  return at;
}

function expandSnippet(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
