import * as vscode from 'vscode';
import { message } from '#core';
import { EngineError, EngineWatch, resolveEndpoint, systemSources, type Endpoint, type Engine } from '#engine';
import type { EngineState } from '#engine';

/** How long the live model outlives the last thing that needed it, in milliseconds. */
const grace = 30_000;

/**
 * The one engine of this window: its live state for the views, its verbs for the commands. It sleeps while no view
 * shows it, no file that it knows about is open and no command runs, and follows the setting `drydock.engine.host`.
 */
export class EngineService implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<EngineState>();
  readonly #needs = new Set<string>();
  readonly #settingListener: vscode.Disposable;
  #watch: EngineWatch;
  #bedtime: NodeJS.Timeout | undefined;

  readonly onDidChange = this.#changes.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#watch = this.#newWatch();
    this.#settingListener = vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('drydock.engine.host')) return;
      this.#watch.dispose();
      this.#watch = this.#newWatch();
      this.#watch.setVisible(this.#needs.size > 0);
      this.#watch.start();
      this.#changes.fire(this.#watch.state);
    });
  }

  get state(): EngineState {
    return this.#watch.state;
  }

  start(): void {
    this.#watch.setVisible(this.#needs.size > 0);
    this.#watch.start();
  }

  /** Says that somebody, known by `who`, looks at the engine or no longer does. */
  need(who: string, needed: boolean): void {
    if (needed) {
      this.#needs.add(who);
      clearTimeout(this.#bedtime);
      this.#bedtime = undefined;
      this.#watch.setVisible(true);
      return;
    }
    if (!this.#needs.delete(who) || this.#needs.size > 0 || this.#bedtime) return;
    this.#bedtime = setTimeout(() => {
      this.#bedtime = undefined;
      if (this.#needs.size === 0) this.#watch.setVisible(false);
    }, grace);
  }

  async refresh(): Promise<void> {
    this.need('refresh', true);
    try {
      await this.#watch.refresh();
    } finally {
      this.need('refresh', false);
    }
  }

  /** The engine for one piece of work, with the state up to date. Rejects with the cause when there is none. */
  async use<Result>(work: (engine: Engine) => Promise<Result>): Promise<Result> {
    const ticket = `work ${Math.random()}`;
    const asleep = this.#needs.size === 0 && this.#bedtime === undefined;
    this.need(ticket, true);
    try {
      if (asleep || !this.#watch.engine) await this.#watch.refresh();
      return await work(this.#connected());
    } finally {
      this.need(ticket, false);
    }
  }

  dispose(): void {
    clearTimeout(this.#bedtime);
    this.#settingListener.dispose();
    this.#watch.dispose();
    this.#changes.dispose();
  }

  #connected(): Engine {
    const { state, engine } = this.#watch;
    if (state.kind === 'connected' && engine) return engine;
    if (state.kind === 'failed') throw new EngineError(state.error, state.own ?? state.detail);
    throw new EngineError('timeout', message('Still connecting.'));
  }

  #newWatch(): EngineWatch {
    const watch = new EngineWatch(currentEndpoint, { log: (line) => this.#log.info(line) });
    watch.onDidChange((state) => {
      if (watch === this.#watch) this.#changes.fire(state);
    });
    return watch;
  }
}

/** What the user calls the engine: its context, else its address. */
export function engineName({ context, host }: Endpoint): string {
  if (context !== null && context !== 'default') return host === '' ? context : `${context} (${host})`;
  return host;
}

function currentEndpoint(): Endpoint {
  return resolveEndpoint(systemSources(hostSetting()));
}

/** The address from the user's own settings. A folder may not choose the engine, trusted or not. */
function hostSetting(): string {
  const values = vscode.workspace.getConfiguration('drydock').inspect<unknown>('engine.host');
  return typeof values?.globalValue === 'string' ? values.globalValue : '';
}
