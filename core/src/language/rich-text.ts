import { message, type Message } from '../text/index.ts';
import type { RichText } from './model.ts';

/** Pieces of a RichText, so that features read as the text they build. */
export function say(sentence: Message): RichText {
  return [{ kind: 'text', message: sentence }];
}

export function code(language: string, text: string): RichText {
  return [{ kind: 'code', language, code: text }];
}

export function link(title: Message, url: string): RichText {
  return [{ kind: 'link', title, url }];
}

export function readMore(url: string): RichText {
  return link(message('Documentation'), url);
}
