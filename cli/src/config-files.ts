import { readdirSync } from 'node:fs';
import path from 'node:path';
import {
  configFileNames,
  createLineIndex,
  defaultConfig,
  findYamlProblems,
  importPeerConfig,
  message,
  parseLintConfig,
  peerConfigFileNames,
  placeAt,
  printable,
  rules,
  severityNames,
  type ConfigProblem,
  type LintConfig,
  type Message,
  type PeerConfigFile,
} from '#core';
import type { CliIo } from './io.ts';
import { findSource, readSource } from './read-source.ts';

/** A configuration and the folder that its globs start from. */
export interface FoundConfig {
  readonly config: LintConfig;
  readonly folder: string;
}

/** Finds the configuration of each file and keeps what is wrong with those that were read. */
export interface ConfigFinder {
  findFor(file: string): FoundConfig;
  readonly troubles: readonly ConfigTrouble[];
}

/** What is wrong in a file, or why it could not be read at all. */
export type ConfigTrouble =
  | { readonly file: string; readonly text: string; readonly problems: readonly ConfigProblem[] }
  | { readonly file: string; readonly reason: Message };

/** Looks for `drydock.yaml` from each file's folder upwards, or else for the settings of hadolint and dclint. */
export function createConfigFinder(cwd: string): ConfigFinder {
  const folders = new Map<string, FolderConfig>();
  const troubles: ConfigTrouble[] = [];
  const readOnce = (folder: string): FolderConfig => {
    const known = folders.get(folder) ?? readFolder(folder, troubles);
    folders.set(folder, known);
    return known;
  };
  return {
    troubles,
    findFor(file) {
      let peers: FoundConfig | null = null;
      for (const folder of foldersAbove(file)) {
        const found = readOnce(folder);
        if (found.own) return found.own;
        peers ??= found.peers;
      }
      return peers ?? { config: defaultConfig, folder: cwd };
    },
  };
}

/** The one configuration that `--config` names, or why it cannot be read. */
export function readNamedConfig(file: string): ConfigFinder | { readonly trouble: Message } {
  const source = readSource(file);
  if ('trouble' in source) return source;
  const { text } = source;
  const { config, problems } = parseLintConfig(text, rules);
  const found = { config, folder: path.dirname(file) };
  return { troubles: problems.length > 0 ? [{ file, text, problems }] : [], findFor: () => found };
}

interface FolderConfig {
  readonly own: FoundConfig | null;
  readonly peers: FoundConfig | null;
}

function readFolder(folder: string, troubles: ConfigTrouble[]): FolderConfig {
  const names = listNames(folder);
  for (const name of configFileNames.filter((each) => names.has(each))) {
    const file = path.join(folder, name);
    const source = findSource(file);
    if (source === undefined) continue;
    if ('trouble' in source) {
      troubles.push({ file, reason: source.trouble });
      return { own: { config: defaultConfig, folder }, peers: null };
    }
    const { config, problems } = parseLintConfig(source.text, rules);
    if (problems.length > 0) troubles.push({ file, text: source.text, problems });
    return { own: { config, folder }, peers: null };
  }
  const config = importPeerConfig(readPeerFiles(folder, names, troubles), rules);
  return { own: null, peers: config ? { config, folder } : null };
}

function readPeerFiles(folder: string, names: ReadonlySet<string>, troubles: ConfigTrouble[]): PeerConfigFile[] {
  const files: PeerConfigFile[] = [];
  for (const name of peerConfigFileNames.filter((each) => names.has(each))) {
    const file = path.join(folder, name);
    const source = findSource(file);
    if (source === undefined) continue;
    if ('trouble' in source) {
      troubles.push({ file, reason: source.trouble });
      continue;
    }
    const { text } = source;
    const problems = findYamlProblems(text).map((problem) => ({
      ...problem,
      code: 'syntax' as const,
      severity: 'error' as const,
    }));
    if (problems.length > 0) troubles.push({ file, text, problems });
    files.push({ name, text });
  }
  return files;
}

/** One look into a folder instead of a dozen for files that are not there; of one that lets nobody look, every name may be. */
function listNames(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set([...configFileNames, ...peerConfigFileNames]);
  }
}

function foldersAbove(file: string): string[] {
  const folders = [path.dirname(file)];
  for (let last = file, next = path.dirname(file); next !== last; last = next, next = path.dirname(next)) {
    if (folders.at(-1) !== next) folders.push(next);
  }
  return folders;
}

/** Says what is wrong with configuration files; true when something is wrong enough to doubt the result. */
export function tellTroubles(
  troubles: readonly ConfigTrouble[],
  showPath: (file: string) => string,
  io: CliIo,
): boolean {
  for (const trouble of troubles) {
    const file = printable(showPath(trouble.file));
    if ('reason' in trouble) {
      const sentence = message('This configuration does not count.');
      io.stderr(`${file}  ${io.translate(trouble.reason)} ${io.translate(sentence)}\n`);
      continue;
    }
    const lines = createLineIndex(trouble.text);
    for (const { span, severity, message: sentence } of trouble.problems) {
      const { line, column } = placeAt(lines, span.start);
      const level = io.translate(severityNames[severity]);
      io.stderr(`${file}:${line}:${column}  ${level}  ${printable(io.translate(sentence))}\n`);
    }
  }
  return troubles.some(
    (trouble) => 'reason' in trouble || trouble.problems.some(({ severity }) => severity === 'error'),
  );
}
