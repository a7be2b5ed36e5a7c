import type { Connection } from 'vscode-languageserver/node';
import type { ClientAbilities } from './client-abilities.ts';
import type { ConfigFiles } from './config-files.ts';
import type { Documents } from './documents.ts';
import type { Log } from './guard.ts';
import type { KnowledgeCache } from './knowledge.ts';
import type { Linter } from './lint.ts';
import type { Settings } from './settings.ts';
import type { Translate } from './translate.ts';

/** Everything a handler may touch; made once per session in `main.ts`. */
export interface Context {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly configFiles: ConfigFiles;
  readonly linter: Linter;
  readonly translate: Translate;
  readonly log: Log;
  readonly knowledge: () => KnowledgeCache;
}
