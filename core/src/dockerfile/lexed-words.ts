import { isSpace } from './chars.ts';

/** A word of a lexed text; indices into that text as it was written. */
export interface LexedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface WordCollector {
  /** Adds what the text from `from` to `to` became; `raw` text is quoted or escaped, so its white space ends nothing. */
  readonly add: (text: string, place: { readonly from: number; readonly to: number; readonly raw: boolean }) => void;
  readonly finish: () => readonly LexedWord[];
}

/** Collects words: white space ends one, unless it was quoted or escaped. */
export function collectWords(): WordCollector {
  const done: LexedWord[] = [];
  let parts: string[] = [];
  let start = 0;
  let end = 0;
  const close = (): void => {
    const text = parts.join('');
    if (text !== '') done.push({ text, start, end });
    parts = [];
  };
  const append = (text: string, from: number, to: number): void => {
    if (parts.length === 0) start = from;
    parts.push(text);
    end = to;
  };
  return {
    add(text, { from, to, raw }) {
      if (raw) {
        append(text, from, to);
        return;
      }
      for (const char of text) {
        if (!isSpace(char.charCodeAt(0))) append(char, from, to);
        else if (parts.length > 0) close();
      }
    },
    finish() {
      close();
      return done;
    },
  };
}
