import type { Finding, Knowledge, Rule } from '../lint/index.ts';
import type { Message, Span, TextEdit } from '../text/index.ts';

/** What features may know beside the text of one file. */
export interface LanguageFacts {
  readonly rules: readonly Rule[];
  readonly knowledge: Knowledge;
  /** References of the images that the engine has. */
  readonly images: readonly string[];
}

/** Markdown for the user, made of sentences to translate and of code that stays as it is. */
export type RichText = readonly (
  | { readonly kind: 'text'; readonly message: Message }
  | { readonly kind: 'code'; readonly language: string; readonly code: string }
  | { readonly kind: 'link'; readonly title: Message; readonly url: string }
)[];

export interface Hover {
  readonly span: Span;
  readonly contents: RichText;
}

export type CompletionKind =
  'keyword' | 'flag' | 'value' | 'variable' | 'reference' | 'property' | 'snippet' | 'file' | 'image';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** One line beside the label. */
  readonly detail: Message | null;
  readonly documentation: RichText;
  /** What is replaced by accepting it. */
  readonly span: Span;
  /** Text to insert, in snippet syntax when `snippet` is true. Further lines are indented relative to the first. */
  readonly insert: string;
  readonly snippet: boolean;
}

/** Where a name is written, and where what it names is. */
export interface Definition {
  readonly origin: Span;
  /** The whole of what is named, and the name in it. */
  readonly target: Span;
  readonly targetName: Span;
}

/** A place that means the same as the one at the cursor. */
export interface Highlight {
  readonly span: Span;
  readonly kind: 'read' | 'write';
}

/** What a rename would replace at the cursor, or why it cannot. */
export type RenameTarget =
  | { readonly kind: 'name'; readonly span: Span; readonly name: string }
  | { readonly kind: 'refused'; readonly reason: Message };

/** A rename: the edits of every file that it touches, or why it is not done. */
export type Renaming =
  | { readonly kind: 'edits'; readonly files: readonly FileEdits[] }
  | { readonly kind: 'refused'; readonly reason: Message };

export interface FileEdits {
  readonly path: string;
  readonly edits: readonly TextEdit[];
}

export type SymbolKind =
  | 'stage'
  | 'instruction'
  | 'command'
  | 'copy'
  | 'argument'
  | 'variable'
  | 'label'
  | 'heredoc'
  | 'section'
  | 'service'
  | 'resource';

/** An entry of the outline. */
export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  /** Lies within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineSymbol[];
}

/** Something that can be gone to from everywhere in the workspace. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  /** The name itself. */
  readonly span: Span;
}

/** Lines from the one that holds `start` to the one that holds `end` fold into one. */
export interface Fold {
  readonly span: Span;
  /** `region` is what comments mark as one. */
  readonly kind: 'block' | 'comment' | 'region';
}

export interface DocumentLink {
  readonly span: Span;
  /** Of a page the whole address; of a file its path from the document's folder, encoded as in an address. */
  readonly url: string;
  readonly kind: 'page' | 'file';
}

/** The forms of what is being written. */
export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** Index of the form that is being written. */
  readonly active: number;
  /** True where nobody wants to be told unasked. */
  readonly quiet: boolean;
}

export interface Signature {
  readonly label: string;
  readonly documentation: RichText;
  readonly parameters: readonly SignatureParameter[];
  /** Index of the part that the cursor stands in; null where this form has no such part. */
  readonly activeParameter: number | null;
}

export interface SignatureParameter {
  readonly name: string;
  /** Where it stands in the label. */
  readonly span: Span;
  readonly documentation: Message | null;
}

/** A change that is offered at a place. `fixAll` is run for a whole file, perhaps on save. */
export interface Action {
  readonly title: Message;
  readonly kind: 'fix' | 'suppress' | 'fixAll' | 'rewrite';
  /** The one to take when a single key asks for a fix. */
  readonly preferred: boolean;
  /** False when the file then does something else than before. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
  /** The new text of the only edit in snippet syntax, for editors that then lead to its placeholders. */
  readonly snippet: string | null;
  /** The findings it answers. */
  readonly findings: readonly Finding[];
}

/** What a piece of text is, in LSP's own words. */
export const tokenTypes = [
  'keyword',
  'comment',
  'string',
  'number',
  'variable',
  'parameter',
  'property',
  'function',
  'operator',
  'macro',
  'class',
  'enumMember',
  'namespace',
  'label',
] as const;
export type TokenType = (typeof tokenTypes)[number];

/** A piece of one line. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: TokenType;
  /** True where a name gets its meaning. */
  readonly declares: boolean;
}

/** Text that an editor shows within the user's, without it being there. */
export interface InlayHint {
  readonly offset: number;
  /** A sentence to translate, or a value as it is. */
  readonly label: Message | string;
  readonly tooltip: Message;
}

/** A stage that can be built on its own. */
export interface CodeLens {
  readonly span: Span;
  readonly title: Message;
  /** For `docker build --target`; null for the stage that is built without it. */
  readonly target: string | null;
}
