import type { Span } from '../text/index.ts';

/** The commands of a shell script, flat and in source order, with spans in the file that holds the script. */
export interface ShellScript {
  readonly span: Span;
  readonly commands: readonly ShellCommand[];
  /** False when the parser had to guess, for example at an open quote: rules then stay silent where they could be wrong. */
  readonly complete: boolean;
}

/** A script as it was read from a text. What only some features want is found when it is first asked for. */
export interface ParsedScript extends ShellScript {
  /** What an editor colours, in source order. */
  tokens(): readonly ShellToken[];
  /** The variables that it reads and sets. */
  variables(): readonly ShellVariable[];
}

/** A place where a script reads a variable (`$A`, `${A:-x}`) or sets it (`A=1`, `export A`, `for A in`). */
export interface ShellVariable {
  readonly name: string;
  readonly nameSpan: Span;
  /** The name with the dollar and braces around it, where it has them. */
  readonly span: Span;
  readonly write: boolean;
}

export type ShellTokenKind =
  'command' | 'option' | 'string' | 'number' | 'variable' | 'operator' | 'keyword' | 'comment' | 'delimiter';

/** A piece of a script that stands on one line. Words without a colour of their own are none. */
export interface ShellToken {
  readonly span: Span;
  readonly kind: ShellTokenKind;
}

export interface ShellWord {
  readonly span: Span;
  /** Quotes removed where they hold literal text; expansions as written. */
  readonly value: string;
  /** True when the value holds no expansion. */
  readonly literal: boolean;
}

export interface ShellCommand {
  readonly span: Span;
  readonly name: ShellWord | null;
  readonly args: readonly ShellWord[];
  /** `A=1 cmd` */
  readonly assignments: readonly ShellWord[];
  /** Commands joined by `|` share a number; `pipelinePosition` counts from 0 within it. */
  readonly pipeline: number;
  readonly pipelinePosition: number;
  /** The `|` in front of this command, when it is not the first of its pipeline. */
  readonly pipe: Span | null;
  /** How it follows the command before it. */
  readonly after: '&&' | '||' | ';' | '|' | null;
}
