import type { ParsedScript } from '../shell/index.ts';
import type { Problem, Span } from '../text/index.ts';

export const keywords = [
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
] as const;
export type Keyword = (typeof keywords)[number];

/** A Dockerfile as BuildKit reads it. Every span is an offset into `text` exactly as it was given, byte order mark included. */
export interface Dockerfile {
  readonly text: string;
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  /** Whole-line comments, also those inside continuations; not the lines of heredocs. */
  readonly comments: readonly Comment[];
  /** All instructions in file order; an unknown one has `keyword: null`. */
  readonly instructions: readonly Instruction[];
  /** ARG instructions before the first FROM. */
  readonly globalArgs: readonly Instruction[];
  readonly stages: readonly Stage[];
  readonly problems: readonly Problem[];
  readonly readings: Readings;
}

/** What the next version of a file need not read again. */
export interface Readings {
  /** Instructions as they were first read, by their source text. */
  readonly bySource: ReadonlyMap<string, Instruction>;
  /** How many versions in a row took something over from the one before. */
  readonly versions: number;
}

/** `# name=value` at the top of the file, while parser directives are still read. */
export interface Directive {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

export interface Comment {
  /** From `#` to the end of the line, without the line break. */
  readonly span: Span;
  /** Behind the `#`, trimmed. */
  readonly text: string;
}

/** A piece of an instruction's arguments as the builder splits them. */
export interface Word {
  readonly span: Span;
  /** As written, quotes and variables included, continuations removed. */
  readonly raw: string;
  /** Quotes and escapes removed, variables not expanded. */
  readonly value: string;
}

export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  /** Undefined for `--link`, an empty string for `--link=`. */
  readonly value: string | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan: Span | null;
}

export interface Heredoc {
  readonly name: string;
  readonly nameSpan: Span;
  /** Quoted delimiters switch expansion off. */
  readonly expand: boolean;
  /** `<<-`: leading tabs are removed from every line. */
  readonly stripTabs: boolean;
  /** Number before `<<`, 0 when absent. */
  readonly fileDescriptor: number;
  readonly bodySpan: Span;
  readonly body: string;
}

/** `NAME=value` of ENV, LABEL or ARG; `value` is null for an ARG without default. */
export interface Assignment {
  readonly name: Word;
  readonly value: Word | null;
  readonly span: Span;
}

export interface Instruction {
  readonly keyword: Keyword | null;
  /** As written. */
  readonly keywordText: string;
  readonly keywordSpan: Span;
  /** From the keyword to the last character of the instruction, its heredocs included. */
  readonly span: Span;
  /**
   * The instruction from its keyword on, as one line of the same length as its source: continuations, comments inside
   * them and heredoc bodies are spaces. `code[i]` stands at offset `span.start + i`.
   */
  readonly code: string;
  readonly flags: readonly Flag[];
  /** Everything behind keyword and flags, trimmed; empty when there is nothing. */
  readonly argsSpan: Span;
  readonly args: readonly Word[];
  /** The strings of the JSON (exec) form by BuildKit's own test, or null for shell form. */
  readonly json: readonly Word[] | null;
  /** For ENV, LABEL and ARG. */
  readonly assignments: readonly Assignment[];
  readonly heredocs: readonly Heredoc[];
  /** Index of the stage it belongs to, or null before the first FROM. */
  readonly stage: number | null;
  /** The instruction behind ONBUILD, or HEALTHCHECK's CMD. */
  readonly inner: Instruction | null;
  /** The script of a RUN, CMD, ENTRYPOINT or HEALTHCHECK in shell form, or of its heredoc; parsed on first use. */
  script(): ParsedScript | null;
}

/** What a FROM line builds on. */
export type StageBase =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'scratch' }
  | { readonly kind: 'image'; readonly image: ImageReference }
  /** A variable without a known value stands in the name. */
  | { readonly kind: 'unknown' };

export interface Stage {
  readonly index: number;
  readonly from: Instruction;
  /** As written behind AS. Compare without case: the builder lower-cases it. */
  readonly name: Word | null;
  /** The first argument of FROM as written. */
  readonly image: Word | null;
  /** What the builder sees there once global ARG defaults are filled in; null when a variable has no value. */
  readonly resolvedImage: string | null;
  readonly base: StageBase;
  /** FROM and everything up to the next one. */
  readonly instructions: readonly Instruction[];
  readonly span: Span;
}

/** `registry/repository:tag@digest`, in parts. */
export interface ImageReference {
  readonly registry: string | null;
  readonly repository: string;
  readonly tag: string | null;
  readonly digest: string | null;
}
