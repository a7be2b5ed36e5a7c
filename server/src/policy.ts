import { defaultConfig, type LintConfig } from '#core';
import path from 'node:path';
import { isOnDisk, pathOf } from './address.ts';
import type { ConfigFiles, FoundConfig } from './config-files.ts';
import type { Settings } from './settings.ts';

/** How one file is judged: the merged configuration, and the file's path as its globs see it. */
export interface Policy {
  readonly config: LintConfig;
  readonly path: string;
  readonly found: FoundConfig | undefined;
}

/**
 * A `drydock.yaml` speaks for everyone who works on the project, so it wins over the user's settings; what it leaves
 * open, and everything where there is none, the settings decide.
 */
export async function findPolicy(uri: string, settings: Settings, files: ConfigFiles): Promise<Policy> {
  const isFile = isOnDisk(uri);
  const filePath = pathOf(uri);
  const [user, found] = await Promise.all([settings.get(uri), isFile ? files.find(filePath) : undefined]);
  const project = found?.config ?? defaultConfig;
  const preset = found?.own ? project.preset : user.preset;
  const config = { ...project, preset, rules: { ...user.rules, ...project.rules } };
  return { config, path: found ? relativePath(found.folder, filePath) : filePath, found };
}

function relativePath(folder: string, file: string): string {
  return path.relative(folder, file).replaceAll(path.sep, '/');
}
