import type { Message } from '#core';

/** Everything a command may touch of the world around it, so that a command is a function of its arguments. */
export interface CliIo {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's language: `en` or `fr`. */
  readonly locale: string;
  /** True when colours may be written to stdout. */
  readonly color: boolean;
  /** Writes to standard output as is; the caller adds the line breaks. */
  stdout(text: string): void;
  stderr(text: string): void;
  /** All of standard input, as bytes. */
  stdin(): Promise<Uint8Array>;
  /** A sentence in the user's language. */
  readonly translate: (sentence: Message) => string;
}

/** What a command tells the shell. */
export const exitCodes = { ok: 0, findings: 1, trouble: 2 } as const;
