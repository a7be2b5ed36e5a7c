import { isMap, isScalar, isSeq, parseDocument, visit, type Document, type Node, type YAMLMap } from 'yaml';
import { describeYamlError } from '../compose/index.ts';
import { message, type Message } from '../text/index.ts';
import { eachEntry, readTexts, reportUnknownKey, spanOf, type ConfigProblem, type Reader } from './config-reader.ts';
import { severities, type Level } from './finding.ts';
import { metaRules } from './meta-rules.ts';
import { findNearestName, findRulesByName } from './names.ts';
import { noOptions, type RuleOptions } from './options.ts';
import { presets, type Preset } from './preset.ts';
import { optionKeys, readOptions } from './read-options.ts';
import type { Rule } from './rule.ts';

/** Levels by rule name: an own id, its key, or a peer's id. */
export type RuleLevels = Readonly<Record<string, Level>>;

/** What a `drydock.yaml` says. Globs are relative to the folder of that file. */
export interface LintConfig {
  readonly preset: Preset;
  readonly rules: RuleLevels;
  readonly ignore: readonly string[];
  readonly overrides: readonly ConfigOverride[];
  readonly options: RuleOptions;
}

export interface ConfigOverride {
  readonly files: readonly string[];
  readonly rules: RuleLevels;
}

export interface ConfigResult {
  readonly config: LintConfig;
  readonly problems: readonly ConfigProblem[];
}

export const defaultConfig: LintConfig = {
  preset: 'recommended',
  rules: {},
  ignore: [],
  overrides: [],
  options: noOptions,
};

export const levels: readonly Level[] = [...severities, 'off'];

/** Names of our own configuration file, the first wins. */
export const configFileNames = ['drydock.yaml', 'drydock.yml', '.drydock.yaml', '.drydock.yml'] as const;

/** Reads a `drydock.yaml`. Never throws; what it does not understand is left out and told in `problems`. */
export function parseLintConfig(text: string, rules: readonly Rule[]): ConfigResult {
  const problems: ConfigProblem[] = [];
  const reader: Reader = {
    rules,
    report: (code, span, sentence) => {
      problems.push({ code, severity: code === 'unknown-rule' ? 'warning' : 'error', message: sentence, span });
    },
  };
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  for (const { span, message: sentence } of describeErrors(text, document)) reader.report('syntax', span, sentence);
  if (document.contents === null) return { config: defaultConfig, problems };
  if (!isMap(document.contents)) {
    reader.report('bad-value', spanOf(document.contents), message('A Drydock configuration is a mapping of keys.'));
    return { config: defaultConfig, problems };
  }
  return { config: readConfig(document.contents, reader), problems };
}

/** What keeps a text from being YAML, in our words; for configuration files of other tools too. */
export function findYamlProblems(text: string): Pick<ConfigProblem, 'message' | 'span'>[] {
  return describeErrors(text, parseDocument(text, { prettyErrors: false, logLevel: 'silent' }));
}

function describeErrors(text: string, document: Document.Parsed): Pick<ConfigProblem, 'message' | 'span'>[] {
  if (document.errors.length === 0) return [];
  const scalars = new Map<number, number>();
  visit(document, {
    Scalar(_key, { range }) {
      if (range) scalars.set(range[1], range[0]);
    },
  });
  return document.errors.map((error) => describeYamlError(text, error, scalars));
}

const configKeys = ['preset', 'rules', 'ignore', 'overrides', ...optionKeys];

function readConfig(map: YAMLMap, reader: Reader): LintConfig {
  const config: { -readonly [K in keyof LintConfig]: LintConfig[K] } = { ...defaultConfig };
  eachEntry(map, (key, value, pair) => {
    if (key === 'preset') config.preset = readPreset(value, reader) ?? config.preset;
    else if (key === 'rules') config.rules = readLevels(value, reader);
    else if (key === 'ignore') config.ignore = readGlobs(value, reader);
    else if (key === 'overrides') config.overrides = readOverrides(value, reader);
    else {
      const options = readOptions(key, { value, options: config.options }, reader);
      if (options) config.options = options;
      else if (key !== '$schema') reportUnknownKey(key, pair, configKeys, reader);
    }
  });
  return config;
}

function readPreset(node: Node | null, reader: Reader): Preset | undefined {
  const value = isScalar(node) ? String(node.value) : '';
  const preset = presets.find((each) => each === value);
  if (!preset && node) {
    const sentence = message('Unknown preset `{value}`. Known: {known}.', { value, known: presets.join(', ') });
    reader.report('bad-value', spanOf(node), sentence);
  }
  return preset;
}

function readLevels(node: Node | null, reader: Reader): RuleLevels {
  const result: Record<string, Level> = {};
  if (node === null) return result;
  if (!isMap(node)) {
    reader.report('bad-value', spanOf(node), message('`rules` is a mapping from a rule to its level.'));
    return result;
  }
  eachEntry(node, (name, value, pair) => {
    if (!isKnownRule(name, reader.rules)) {
      reader.report('unknown-rule', spanOf(pair.key), sayUnknownRule(name, reader.rules));
      return;
    }
    const level = levelOf(value);
    if (level) result[name] = level;
    else {
      const sentence = message('`{value}` is no level. Known: {known}.', {
        value: isScalar(value) ? String(value.value) : '',
        known: levels.join(', '),
      });
      reader.report('bad-value', value ? spanOf(value) : spanOf(pair.key), sentence);
    }
  });
  return result;
}

/** `off` may be read as a boolean by other YAML tools, so `false` is understood too. */
function levelOf(node: Node | null): Level | undefined {
  const value = isScalar(node) ? node.value : undefined;
  return value === false ? 'off' : levels.find((level) => level === value);
}

function isKnownRule(name: string, rules: readonly Rule[]): boolean {
  return metaRules.some(({ id }) => id === name) || findRulesByName(rules, name).length > 0;
}

/** "Unknown rule", with the nearest name when there is one. */
export function sayUnknownRule(name: string, rules: readonly Rule[]): Message {
  const known = [...rules, ...metaRules].map(({ id }) => id);
  const nearest = findNearestName(name, known);
  return nearest === undefined
    ? message('No rule is called `{name}`, here or among the tools Drydock knows.', { name })
    : message('No rule is called `{name}`. Did you mean `{nearest}`?', { name, nearest });
}

function readGlobs(node: Node | null, reader: Reader): string[] {
  return readTexts(node, message('A list of path patterns is expected here.'), reader);
}

function readOverrides(node: Node | null, reader: Reader): ConfigOverride[] {
  if (node === null) return [];
  if (!isSeq<Node>(node)) {
    reader.report('bad-value', spanOf(node), message('`overrides` is a list; each entry has `files` and `rules`.'));
    return [];
  }
  return node.items.flatMap((item) => readOverride(item, reader) ?? []);
}

function readOverride(item: Node, reader: Reader): ConfigOverride | undefined {
  if (!isMap(item)) {
    reader.report('bad-value', spanOf(item), message('`overrides` is a list; each entry has `files` and `rules`.'));
    return undefined;
  }
  let files: readonly string[] = [];
  let rules: RuleLevels = {};
  eachEntry(item, (key, value, pair) => {
    if (key === 'files') files = readGlobs(value, reader);
    else if (key === 'rules') rules = readLevels(value, reader);
    else reportUnknownKey(key, pair, ['files', 'rules'], reader);
  });
  if (files.length === 0) {
    reader.report('bad-value', spanOf(item), message('This entry matches no file: give it `files`.'));
  }
  return { files, rules };
}
