import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { EndpointSources } from './model.ts';

/** The real world of this process, for `resolveEndpoint`. `setting` is the user's `drydock.engine.host`, empty when unset. */
export function systemSources(setting: string): EndpointSources {
  return {
    env: process.env,
    homedir: homedir(),
    platform: process.platform,
    readFile(path) {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
    exists: (path) => existsSync(path),
    setting,
  };
}
