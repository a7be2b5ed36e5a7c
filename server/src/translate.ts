import type { InitializationOptions, Message } from '#core';
import * as l10n from '@vscode/l10n';

/** Says a sentence in the user's language. */
export type Translate = (sentence: Message) => string;

/** Chooses the language once, from what `initialize` carried. Anything but French is English unless a bundle came along. */
export async function createTranslate(options: InitializationOptions, locale: string | undefined): Promise<Translate> {
  const language = (options.locale ?? locale ?? 'en').toLowerCase();
  const own = /^fr\b/.test(language) ? await loadFrench() : {};
  l10n.config({ contents: { ...own, ...options.bundle } });
  return ({ template, args }) => l10n.t(template, args);
}

/** Most sessions never need it, so it is no part of what the server loads at its start. */
async function loadFrench(): Promise<Readonly<Record<string, string>>> {
  const { default: french } = await import('../../l10n/bundle.l10n.fr.json', { with: { type: 'json' } });
  return french;
}
