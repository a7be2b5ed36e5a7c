import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  configFileNames,
  createLineIndex,
  defaultConfig,
  importPeerConfig,
  parseLintConfig,
  peerConfigFileNames,
  rules,
  type ConfigProblem,
  type LintConfig,
  type PeerConfigFile,
} from '#core';
import type { CliIo } from './io.ts';

/** A configuration and the folder that its globs start from. */
export interface FoundConfig {
  readonly config: LintConfig;
  readonly folder: string;
}

/** Finds the configuration of each file and keeps what is wrong with those that were read. */
export interface ConfigFinder {
  findFor(file: string): Promise<FoundConfig>;
  readonly troubles: readonly ConfigTrouble[];
}

export interface ConfigTrouble {
  readonly file: string;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
}

/** Looks for `drydock.yaml` from each file's folder upwards, or else for the settings of hadolint and dclint. */
export function createConfigFinder(cwd: string): ConfigFinder {
  const folders = new Map<string, Promise<FolderConfig>>();
  const troubles: ConfigTrouble[] = [];
  const readOnce = (folder: string): Promise<FolderConfig> => {
    const known = folders.get(folder) ?? readFolder(folder, troubles);
    folders.set(folder, known);
    return known;
  };
  return {
    troubles,
    async findFor(file) {
      let peers: FoundConfig | null = null;
      for (const folder of foldersAbove(file)) {
        const found = await readOnce(folder);
        if (found.own) return found.own;
        peers ??= found.peers;
      }
      return peers ?? { config: defaultConfig, folder: cwd };
    },
  };
}

/** The one configuration that `--config` names; undefined when it cannot be read. */
export async function readNamedConfig(file: string): Promise<ConfigFinder | undefined> {
  const text = await readText(file);
  if (text === undefined) return undefined;
  const { config, problems } = parseLintConfig(text, rules);
  const found = { config, folder: path.dirname(file) };
  return { troubles: problems.length > 0 ? [{ file, text, problems }] : [], findFor: async () => found };
}

interface FolderConfig {
  readonly own: FoundConfig | null;
  readonly peers: FoundConfig | null;
}

async function readFolder(folder: string, troubles: ConfigTrouble[]): Promise<FolderConfig> {
  for (const name of configFileNames) {
    const file = path.join(folder, name);
    const text = await readText(file);
    if (text === undefined) continue;
    const { config, problems } = parseLintConfig(text, rules);
    if (problems.length > 0) troubles.push({ file, text, problems });
    return { own: { config, folder }, peers: null };
  }
  const files: PeerConfigFile[] = [];
  for (const name of peerConfigFileNames) {
    const text = await readText(path.join(folder, name));
    if (text !== undefined) files.push({ name, text });
  }
  const config = importPeerConfig(files, rules);
  return { own: null, peers: config ? { config, folder } : null };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    // Absent, a folder or unreadable: it configures nothing.
    return undefined;
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
export function tellTroubles(troubles: readonly ConfigTrouble[], io: CliIo): boolean {
  for (const { file, text, problems } of troubles) {
    const lines = createLineIndex(text);
    for (const { span, severity, message } of problems) {
      const { line, character } = lines.positionAt(span.start);
      io.stderr(`${file}:${line + 1}:${character + 1}  ${severity}  ${io.translate(message)}\n`);
    }
  }
  return troubles.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
}
