import type { ComposeFile } from './model.ts';

/** Reads a Compose file. Never throws: what Compose would refuse is in `problems`. */
export function parseCompose(text: string): ComposeFile {
  return { text, root: null, services: [], comments: [], problems: [] };
}
