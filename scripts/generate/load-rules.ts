import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  contextOfFiles,
  knowImages,
  lintDocument,
  parseDocument,
  parseLintConfig,
  rules,
  type MetaRule,
  type Rule,
  type RuleLanguage,
} from '#core';
import { readJson } from './files.ts';

/** A rule with the files that belong to it. */
export interface LoadedRule {
  readonly rule: Rule;
  readonly language: RuleLanguage;
  readonly key: string;
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly french: FrenchRule;
  /** True when its own `bad` sample is offered a fix. */
  readonly fixable: boolean;
}

/** `l10n/fr/rules/<language>/<key>.json`; what is missing is simply absent, a test names it. */
export interface FrenchRule {
  readonly title?: string;
  readonly why?: string;
  readonly messages?: Readonly<Record<string, string>>;
}

export const ruleLanguages: readonly RuleLanguage[] = ['dockerfile', 'compose', 'dockerignore', 'engine'];

/** Every rule there is, by language and key. Reads the rules' own files, not the index made from them. */
export async function loadRules(root: string): Promise<LoadedRule[]> {
  const loaded: LoadedRule[] = [];
  for (const { language, key, file } of findRuleFiles(root)) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as { default?: Rule };
    const rule = module.default;
    if (rule?.id !== `${language}/${key}`) {
      throw new Error(`${file} must export by default the rule with the id ${language}/${key}.`);
    }
    const french = (readJson(join(root, 'l10n/fr/rules', language, `${key}.json`)) ?? {}) as FrenchRule;
    loaded.push({ rule, language, key, file, french, fixable: isFixable(rule, language) });
  }
  return loaded;
}

export function findRuleFiles(root: string): Pick<LoadedRule, 'language' | 'key' | 'file'>[] {
  return ruleLanguages.flatMap((language) => {
    const folder = `core/src/rules/${language}`;
    if (!existsSync(join(root, folder))) return [];
    const names = readdirSync(join(root, folder)).filter((name) => /^[a-z0-9-]+\.ts$/.test(name));
    return names.sort().map((name) => ({ language, key: name.slice(0, -3), file: `${folder}/${name}` }));
  });
}

const samplePaths = { dockerfile: 'Dockerfile', compose: 'compose.yaml', dockerignore: '.dockerignore' } as const;

/** What the samples of a rule are called, and what lies beside them. */
export function sampleSetting(rule: Rule | MetaRule, language: keyof typeof samplePaths) {
  const beside = 'beside' in rule ? rule.beside : undefined;
  const images = 'images' in rule ? rule.images : undefined;
  const knowledge = { ...knowImages(images ?? {}), context: beside && contextOfFiles(beside) };
  return { path: samplePaths[language], knowledge };
}

/** True when the `bad` sample is offered a fix. A sample of Drydock's own comments is judged by every rule. */
export function isFixable(rule: Rule | MetaRule, language: RuleLanguage): boolean {
  if (language === 'engine') return false;
  const { config: given } = parseLintConfig('configuration' in rule ? (rule.configuration ?? '') : '', rules);
  const config = { ...given, preset: 'strict' } as const;
  const { path, knowledge } = sampleSetting(rule, language);
  const sample = parseDocument(language, path, rule.bad);
  const judged = 'on' in rule ? [rule] : rules;
  const { findings } = lintDocument(sample, { rules: judged, config, knowledge, today: '2026-01-01' });
  return findings.some((finding) => finding.rule === rule.id && finding.fix !== null);
}
