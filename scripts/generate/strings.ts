import { join } from 'node:path';
import { listFiles, readJson, readText } from './files.ts';
import type { LoadedRule } from './load-rules.ts';
import { scanStrings } from './scan.ts';

export interface CollectedStrings {
  /** Where each English template is used first. */
  readonly english: ReadonlyMap<string, string>;
  readonly french: ReadonlyMap<string, string>;
  /** Sentences about what is wrong; each names a file. */
  readonly complaints: readonly string[];
}

const sourceFolders = ['core/src', 'engine/src', 'client/src', 'server/src', 'cli/src'];

/** Every sentence a user may see, and its French; missing, unused and unlike ones are complaints. */
export function collectStrings(root: string, rules: readonly LoadedRule[]): CollectedStrings {
  const complaints: string[] = [];
  const english = new Map<string, string>();
  for (const path of sourceFolders.flatMap((folder) => listFiles(root, folder, ['.ts']))) {
    if (path === 'core/src/text/message.ts') continue;
    const { found, unreadable } = scanStrings(readText(join(root, path)) ?? '');
    for (const { template, line } of found) if (!english.has(template)) english.set(template, `${path}:${line}`);
    for (const line of unreadable)
      complaints.push(`${path}:${line} a sentence for the user must be one literal string`);
  }
  const french = readRoomFrench(root, english, complaints);
  for (const loaded of rules) addRule(loaded, english, french, complaints);
  for (const [template, place] of english) {
    const translated = french.get(template);
    if (translated === undefined) complaints.push(`${place} has no French: ${JSON.stringify(template)}`);
    else if (placeholdersOf(template) !== placeholdersOf(translated)) {
      complaints.push(`${place} and its French have different placeholders: ${JSON.stringify(template)}`);
    }
  }
  return { english, french, complaints };
}

/** `l10n/fr/<room>.json` */
function readRoomFrench(root: string, english: ReadonlyMap<string, string>, complaints: string[]): Map<string, string> {
  const french = new Map<string, string>();
  const rooms = listFiles(root, 'l10n/fr', ['.json']).filter((path) => !path.startsWith('l10n/fr/rules/'));
  for (const path of rooms) {
    const lines = (readJson(join(root, path)) ?? {}) as Readonly<Record<string, string>>;
    for (const [template, translated] of Object.entries(lines)) {
      if (!english.has(template)) complaints.push(`${path} translates what nobody says: ${JSON.stringify(template)}`);
      const other = french.get(template);
      if (other !== undefined && other !== translated) {
        complaints.push(`${path} translates differently from another file: ${JSON.stringify(template)}`);
      }
      french.set(template, translated);
    }
  }
  return french;
}

function addRule(
  { rule, language, key, file, french }: LoadedRule,
  english: Map<string, string>,
  target: Map<string, string>,
  complaints: string[],
): void {
  const path = `l10n/fr/rules/${language}/${key}.json`;
  const add = (template: string, translated: string | undefined): void => {
    if (!english.has(template)) english.set(template, file);
    if (translated === undefined) return;
    const other = target.get(template);
    if (other !== undefined && other !== translated) {
      complaints.push(`${path} translates differently from another file: ${JSON.stringify(template)}`);
    }
    target.set(template, translated);
  };
  add(rule.title, french.title);
  add(rule.why, french.why);
  for (const [name, template] of Object.entries(rule.messages)) add(template, french.messages?.[name]);
  for (const name of Object.keys(french.messages ?? {})) {
    if (!(name in rule.messages)) complaints.push(`${path} translates a message that the rule has not: ${name}`);
  }
}

/** The names in braces, sorted: French may use them in another order. */
export function placeholdersOf(template: string): string {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en')).join(',');
}
