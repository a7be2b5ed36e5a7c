import type { Message, Span } from '../text/index.ts';

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
  /** Text to insert, in snippet syntax when `snippet` is true. */
  readonly insert: string;
  readonly snippet: boolean;
}
