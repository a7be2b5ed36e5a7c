import type { Names } from '#core';
import type { Connection } from 'vscode-languageserver/node';
import type { ClientAbilities } from './client-abilities.ts';
import type { ConfigFiles } from './config-files.ts';
import type { Contexts } from './contexts.ts';
import type { Documents, OncePerVersion } from './documents.ts';
import type { FileSymbol } from './file-symbols.ts';
import type { Log } from './guard.ts';
import type { KnowledgeCache } from './knowledge.ts';
import type { Linter } from './lint.ts';
import type { Settings } from './settings.ts';
import type { ShellcheckDesk } from './shellcheck.ts';
import type { Translate } from './translate.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Everything a handler may touch; made once per session in `main.ts`. */
export interface Context {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly configFiles: ConfigFiles;
  /** What files that are not open offer to the whole workspace. */
  readonly workspaceFiles: WorkspaceFiles<readonly FileSymbol[]>;
  readonly contexts: Contexts;
  readonly linter: Linter;
  readonly translate: Translate;
  readonly log: Log;
  readonly knowledge: () => KnowledgeCache;
  /** What a document gives a name to; `namesOf` asks for it. */
  readonly names: OncePerVersion<Names>;
  readonly shellcheck: ShellcheckDesk;
}
