import {
  configFileNames,
  importPeerConfig,
  parseLintConfig,
  peerConfigFileNames,
  type ConfigProblem,
  type LintConfig,
  type PeerConfigFile,
} from '#core';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadRules } from './rules.ts';

/** A configuration that was found above a file. */
export interface FoundConfig {
  readonly config: LintConfig;
  /** Folder that its globs start from. */
  readonly folder: string;
  /** Our own file with what is wrong in it; null when the settings of other tools were read. */
  readonly own: { readonly path: string; readonly text: string; readonly problems: readonly ConfigProblem[] } | null;
}

/** Finds `drydock.yaml`, or else the settings of hadolint and dclint, in a file's folder or above it. */
export interface ConfigFiles {
  /** Reads each folder once; later answers come from memory until `forget`. */
  find(filePath: string): Promise<FoundConfig | undefined>;
  forget(): void;
}

/** Every name that counts, for the watcher. */
export const watchedNames: readonly string[] = [...configFileNames, ...peerConfigFileNames];

/** `onUnreadable` hears of files that are there and cannot be read: they configure nothing, and somebody meant them to. */
export function createConfigFiles(onUnreadable: (file: string) => void): ConfigFiles {
  const readText = (file: string): Promise<string | undefined> => readIfThere(file, onUnreadable);
  const folders = new Map<string, Promise<FolderFiles>>();
  const readOnce = (folder: string): Promise<FolderFiles> => {
    const known = folders.get(folder) ?? readFolder(folder, readText);
    folders.set(folder, known);
    return known;
  };
  return {
    async find(filePath) {
      const chain = await Promise.all(foldersAbove(filePath).map(readOnce));
      const own = chain.find((folder) => folder.own !== null);
      return own?.own ?? findPeerConfig(chain);
    },
    forget: () => folders.clear(),
  };
}

interface FolderFiles {
  readonly folder: string;
  readonly own: FoundConfig | null;
  readonly peers: readonly PeerConfigFile[];
}

function foldersAbove(filePath: string): string[] {
  const folders = [path.dirname(filePath)];
  for (;;) {
    const last = folders.at(-1) ?? '';
    const parent = path.dirname(last);
    if (parent === last) return folders;
    folders.push(parent);
  }
}

type ReadText = (file: string) => Promise<string | undefined>;

async function readFolder(folder: string, readText: ReadText): Promise<FolderFiles> {
  const present = await listNames(folder);
  const own = await readFirst(folder, configFileNames.filter(present), readText);
  if (own) {
    const { config, problems } = parseLintConfig(own.text, await loadRules());
    const file = { path: path.join(folder, own.name), text: own.text, problems };
    return { folder, own: { config, folder, own: file }, peers: [] };
  }
  const peers = await Promise.all(
    ['.hadolint', '.dclintrc'].map((prefix) =>
      readFirst(
        folder,
        peerConfigFileNames.filter((name) => name.startsWith(prefix) && present(name)),
        readText,
      ),
    ),
  );
  return { folder, own: null, peers: peers.filter((file) => file !== undefined) };
}

/**
 * Which names may exist in a folder: one question instead of one for each name. Where it may not be asked, any name
 * may; letter case is left to the file system.
 */
async function listNames(folder: string): Promise<(name: string) => boolean> {
  try {
    const names = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
    return (name) => names.has(name.toLowerCase());
  } catch {
    return () => true;
  }
}

/** The nearest settings of each tool; several tools may be configured in different folders. */
async function findPeerConfig(chain: readonly FolderFiles[]): Promise<FoundConfig | undefined> {
  const nearest = chain.find(({ peers }) => peers.length > 0);
  const config = nearest && importPeerConfig(nearest.peers, await loadRules());
  return config && { config, folder: nearest.folder, own: null };
}

async function readFirst(
  folder: string,
  names: readonly string[],
  readText: ReadText,
): Promise<PeerConfigFile | undefined> {
  for (const name of names) {
    const text = await readText(path.join(folder, name));
    if (text !== undefined) return { name, text };
  }
  return undefined;
}

async function readIfThere(file: string, onUnreadable: (file: string) => void): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Absent, or a folder by that name: nobody meant it to configure anything.
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) onUnreadable(file);
    return undefined;
  }
}
