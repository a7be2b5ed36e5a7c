import { formatMessage, type Message } from '#core';

export const locales = ['en', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** True for a language of ours, whatever the country behind it. */
export function isLocale(wanted: string): boolean {
  return /^(?:en|fr)(?:[-_.@]|$)/i.test(wanted);
}

/** The language that `--locale` or else the environment asks for; English when it is none of ours. */
export function chooseLocale(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const wanted = findLocale(args) ?? (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || 'en');
  return /^fr(?:[-_.@]|$)/i.test(wanted) ? 'fr' : 'en';
}

/** What `--locale` says; read before all other options, since what is wrong with those is said in this language. */
export function findLocale(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--locale' || arg.startsWith('--locale='));
  if (at < 0) return undefined;
  return args[at] === '--locale' ? args[at + 1] : args[at]?.slice('--locale='.length);
}

/** The French sentences are loaded only when they are asked for. */
export async function createTranslate(locale: Locale): Promise<(sentence: Message) => string> {
  if (locale === 'en') return formatMessage;
  const { default: french } = await import('../../l10n/bundle.l10n.fr.json', { with: { type: 'json' } });
  return (sentence) => formatMessage({ ...sentence, template: french[sentence.template] ?? sentence.template });
}
