import { parse } from 'yaml';
import { defaultConfig, type LintConfig } from './config.ts';
import type { Level, Peer } from './finding.ts';
import { findRulesByName } from './names.ts';
import { labelTypes, noOptions, type LabelType, type RuleOptions } from './options.ts';
import type { Rule } from './rule.ts';

/** Names of the peers' configuration files that are read when there is no `drydock.yaml`. */
export const peerConfigFileNames = [
  '.hadolint.yaml',
  '.hadolint.yml',
  '.dclintrc',
  '.dclintrc.json',
  '.dclintrc.yaml',
  '.dclintrc.yml',
] as const;

export interface PeerConfigFile {
  /** The last part of its path. */
  readonly name: string;
  readonly text: string;
}

/**
 * What the settings of hadolint and dclint mean for our rules. What a peer's file says of rules that have no
 * counterpart here is left out in silence: it is not our file. Undefined when no file could be read.
 */
export function importPeerConfig(files: readonly PeerConfigFile[], rules: readonly Rule[]): LintConfig | undefined {
  const parts = files.flatMap(({ name, text }) => {
    const settings = readSettings(text);
    if (settings === undefined) return [];
    return [name.startsWith('.hadolint') ? fromHadolint(settings, rules) : fromDclint(settings, rules)];
  });
  if (parts.length === 0) return undefined;
  return {
    ...defaultConfig,
    rules: Object.fromEntries(parts.flatMap((part) => Object.entries(part.rules))),
    ignore: parts.flatMap((part) => part.ignore),
    options: parts.find(({ options }) => options !== noOptions)?.options ?? noOptions,
  };
}

type Settings = Readonly<Record<string, unknown>>;
type Imported = Pick<LintConfig, 'rules' | 'ignore' | 'options'>;

function readSettings(text: string): Settings | undefined {
  try {
    const value: unknown = parse(text, { logLevel: 'silent' });
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const hadolintLevels: Readonly<Record<string, Level>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'hint',
};

function fromHadolint(settings: Settings, rules: readonly Rule[]): Imported {
  const levels: [string, Level][] = [];
  const override = settings['override'];
  for (const [name, level] of Object.entries(hadolintLevels)) {
    const ids = isRecord(override) ? override[name] : undefined;
    for (const id of strings(ids)) levels.push([id, level]);
  }
  for (const id of strings(settings['ignored'])) levels.push([id, 'off']);
  return { rules: toOwnNames(levels, 'hadolint', rules), ignore: [], options: readHadolintOptions(settings) };
}

function readHadolintOptions(settings: Settings): RuleOptions {
  const schema = settings['label-schema'];
  const labels = Object.entries(isRecord(schema) ? schema : {}).flatMap(([name, written]): [string, LabelType][] => {
    const type = labelTypes.find((each) => each === written);
    return type ? [[name, type]] : [];
  });
  return {
    ...noOptions,
    trustedRegistries: strings(settings['trustedRegistries']),
    labels: { schema: Object.fromEntries(labels), strict: settings['strict-labels'] === true },
  };
}

const dclintLevels: readonly (Level | undefined)[] = ['off', 'warning', 'error'];

function fromDclint(settings: Settings, rules: readonly Rule[]): Imported {
  const table = settings['rules'];
  const levels = Object.entries(isRecord(table) ? table : {}).flatMap(([name, setting]): [string, Level][] => {
    // A rule with options is written `[1, {…}]`.
    const level: unknown = Array.isArray(setting) ? setting[0] : setting;
    const known = typeof level === 'number' ? dclintLevels[level] : undefined;
    return known ? [[name, known]] : [];
  });
  return { rules: toOwnNames(levels, 'dclint', rules), ignore: strings(settings['exclude']), options: noOptions };
}

/** Peers' names are looked up here, since one peer's short rule name could be the key of another rule of ours. */
function toOwnNames(levels: readonly [string, Level][], peer: Peer, rules: readonly Rule[]): Record<string, Level> {
  return Object.fromEntries(
    levels.flatMap(([name, level]) => findRulesByName(rules, name, peer).map((rule) => [rule.id, level])),
  );
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
