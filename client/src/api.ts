import { engineName, type EngineService } from './engine-service.ts';
import type { Language } from './language-client.ts';
import { failureOf, stateKey } from './failure.ts';
import { say, sayFailure } from './say.ts';
import { viewNames, type ViewName } from './views/model/index.ts';
import type { TreeHandle } from './views/tree-adapter.ts';
import type { EngineViews } from './views/views.ts';

/** What one view shows. */
export interface ViewSummary {
  /** Objects in the engine's list; 0 while there is no engine. */
  readonly count: number;
  /** `connecting`, `connected`, or why there is no engine: `absent`, `misnamed`,`unreachable`, `denied`, `timeout`, `protocol`, `unsupported`, `failed`. */
  readonly state: string;
}

export interface EngineSummary {
  readonly state: string;
  /** Address or context, as the views name it. */
  readonly name: string;
  /** Null while not connected. */
  readonly version: string | null;
  /** Why there is no engine and what to do, in the user's language; null when there is one. */
  readonly problem: string | null;
}

/**
 * What `vscode.extensions.getExtension('drydock.drydock').activate()` gives: a look at what is shown, nothing to change
 * it by. Its lines can be handed to the commands `drydock.containers.*` and so on. Version 1 only grows.
 */
export interface DrydockApi {
  readonly version: 1;
  views(): Readonly<Record<ViewName, ViewSummary>>;
  engine(): EngineSummary;
  language(): 'starting' | 'running' | 'stopped';
  /** Every line of a view, groups before their children. */
  lines(view: ViewName): readonly TreeHandle[];
  /** What a line says beside its name, as it stands on the screen. */
  describe(line: TreeHandle): string;
}

export function createApi(engine: EngineService, views: EngineViews, language: Language): DrydockApi {
  return {
    version: 1,
    views: () => {
      const state = stateKey(engine.state);
      const entries = viewNames.map((name) => [name, { count: views[name].count(), state }]);
      return Object.fromEntries(entries) as Record<ViewName, ViewSummary>;
    },
    engine: () => summarize(engine),
    language: () => language.state(),
    lines: (view) => views[view].handles(),
    describe: ({ node }) => node.description.map(say).join(' · '),
  };
}

function summarize({ state }: EngineService): EngineSummary {
  const name = engineName(state.endpoint);
  const version = state.kind === 'connected' ? state.version.version : null;
  const problem = state.kind === 'failed' ? sayFailure(failureOf(state), name) : null;
  return { state: stateKey(state), name, version, problem };
}
