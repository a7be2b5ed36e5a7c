import type * as vscode from 'vscode';
import type { EngineService } from '../engine-service.ts';
import type { EngineViews } from '../views/views.ts';

/** What every command works with. */
export interface Tools {
  readonly engine: EngineService;
  readonly views: EngineViews;
  readonly log: vscode.LogOutputChannel;
}

/** Arguments as VS Code gives them: from a menu the line and the whole selection, from our keys `selection`, from the palette none. */
export type Invocation = readonly unknown[];
export type Command = (invocation: Invocation) => Promise<void>;
/** Commands by the part of their id after `drydock.`. */
export type Commands = Readonly<Record<string, Command>>;
