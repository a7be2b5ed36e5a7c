import type { InitializationOptions, Message } from '#core';
import * as l10n from '@vscode/l10n';
import french from '../../l10n/bundle.l10n.fr.json' with { type: 'json' };

/** Says a sentence in the user's language. */
export type Translate = (sentence: Message) => string;

/** Chooses the language once, from what `initialize` carried. Anything but French is English unless a bundle came along. */
export function createTranslate(options: InitializationOptions, locale: string | undefined): Translate {
  const language = (options.locale ?? locale ?? 'en').toLowerCase();
  const own = /^fr\b/.test(language) ? french : {};
  l10n.config({ contents: { ...own, ...options.bundle } });
  return ({ template, args }) => l10n.t(template, args);
}
