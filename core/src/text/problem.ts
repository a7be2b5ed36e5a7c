import type { Message } from './message.ts';
import type { Span } from './span.ts';

/**
 * What a parser could not accept: the reference implementation (BuildKit, Compose) would refuse this file.
 * `code` becomes the finding's rule id behind the language, for example `dockerfile/unknown-instruction`.
 */
export interface Problem {
  readonly code: string;
  readonly kind: 'syntax' | 'validity';
  readonly message: Message;
  readonly span: Span;
}
