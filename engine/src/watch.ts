import { message } from '#core';
import { type OpenEngine, openEngine } from './connect.ts';
import { EngineError } from './error.ts';
import { toEngineError } from './errors.ts';
import { changesOf, openEvents } from './events.ts';
import { createFlusher, type Flusher } from './flusher.ts';
import { readJsonLines } from './json-lines.ts';
import { keepModel, readModel, updateModel } from './live-model.ts';
import { ping } from './negotiate.ts';
import { backoff, type Pause, startPause } from './retry.ts';
import type { Endpoint, Engine, EngineModel, EngineState } from './model.ts';

export interface WatchOptions {
  /** Milliseconds before attempt number 0, 1, 2 … after a failure. */
  readonly backoff?: (attempt: number) => number;
  /** Takes lines for a log: connections, failures, gaps. */
  readonly log?: (line: string) => void;
}

/** A connection that lasted this long was a good one: a lost one is tried again at once before anybody is told. */
const goodConnection = 5_000;

/**
 * One live model of one engine. Events say when to look again; it never polls. It connects again by itself, lists
 * everything after each gap, and sleeps while nothing is visible.
 */
export class EngineWatch {
  readonly #resolve: () => Endpoint;
  readonly #options: WatchOptions;
  readonly #listeners = new Set<(state: EngineState) => void>();
  readonly #settled = new Set<() => void>();
  #state: EngineState;
  #started = false;
  #visible = true;
  /** Set while awake; aborting it is going to sleep. */
  #awake: AbortController | undefined;
  #open: OpenEngine | undefined;
  #pause: Pause | undefined;
  #flusher: Flusher | undefined;

  /** `endpoint` may be a function, which is asked before each attempt: the user may have switched the context meanwhile. */
  constructor(endpoint: Endpoint | (() => Endpoint), options: WatchOptions = {}) {
    this.#resolve = typeof endpoint === 'function' ? endpoint : () => endpoint;
    this.#options = options;
    this.#state = { kind: 'connecting', endpoint: this.#resolve() };
  }

  get state(): EngineState {
    return this.#state;
  }

  /** The engine behind the model, for verbs; undefined before the first connection and after a failure. */
  get engine(): Engine | undefined {
    return this.#open?.engine;
  }

  start(): void {
    this.#started = true;
    this.#wakeUp();
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#wakeUp();
    else this.#sleep();
  }

  /** Called after each change of `state`; returns the way to stop that. */
  onDidChange(listener: (state: EngineState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks again now: at everything when connected, else for the engine. Resolves when `state` says what was found. */
  async refresh(): Promise<void> {
    if (this.#awake === undefined) return;
    if (!isSame(this.#state.endpoint, this.#resolve())) {
      // The user has moved to another engine; nothing of the old one is of use.
      this.#sleep();
      this.#wakeUp();
    } else if (this.#flusher !== undefined) {
      const done = await this.#flusher.everything().then(
        () => true,
        () => false,
      );
      // A failure ends the connection, and what comes of that is settled in a moment unless it already is.
      if (done || this.#state.kind !== 'connected') return;
    }
    if (this.#awake === undefined) return;
    this.#pause?.wake();
    await new Promise<void>((resolve) => this.#settled.add(resolve));
  }

  dispose(): void {
    this.#started = false;
    this.#sleep();
    this.#listeners.clear();
    this.#open?.engine.close();
    this.#open = undefined;
  }

  #wakeUp(): void {
    if (!this.#started || !this.#visible || this.#awake !== undefined) return;
    this.#awake = new AbortController();
    void this.#run(this.#awake.signal);
  }

  #sleep(): void {
    this.#awake?.abort();
    this.#awake = undefined;
    this.#pause?.wake();
    this.#settle();
  }

  async #run(awake: AbortSignal): Promise<void> {
    let attempt = 0;
    while (!awake.aborted) {
      const endpoint = this.#resolve();
      const { error, lived } = await this.#connection(endpoint, awake);
      if (awake.aborted) return;
      this.#log(`${endpoint.host}: ${error.kind}: ${error.message}`);
      if (lived > goodConnection) attempt = 0;
      if (lived > goodConnection && error.kind === 'unreachable') continue;
      this.#fail(endpoint, error);
      const pause = startPause(endpoint, (this.#options.backoff ?? backoff)(attempt));
      this.#pause = pause;
      const why = await pause.done;
      if (this.#pause === pause) this.#pause = undefined;
      attempt = why === 'time' ? attempt + 1 : 0;
    }
  }

  /** Connects, lists and follows until that ends, which is never good news; `lived` is how long it was connected. */
  async #connection(endpoint: Endpoint, awake: AbortSignal): Promise<{ error: EngineError; lived: number }> {
    const ended = new AbortController();
    const signal = AbortSignal.any([awake, ended.signal]);
    let connected = Number.POSITIVE_INFINITY;
    let flusher: Flusher | undefined;
    let open: OpenEngine | undefined;
    try {
      open = await openEngine(endpoint, { signal });
      // Subscribed before listing: what changes in between is noticed.
      const events = await openEvents(open.wire, { signal });
      const model = await readModel(open.wire, { signal });
      connected = Date.now();
      this.#log(`${endpoint.host}: connected, Engine ${open.version.version}, API ${open.version.apiVersion}`);
      this.#succeed(open, model);
      const engine = open;
      flusher = createFlusher((dirty) => this.#update(engine, dirty, signal));
      this.#flusher = flusher;
      await Promise.race([follow(events, flusher), flusher.failed]);
      throw new EngineError('unreachable', message('The engine ended the stream of events.'));
    } catch (error) {
      return { error: toEngineError(error), lived: Math.max(0, Date.now() - connected) };
    } finally {
      if (open !== this.#open) open?.engine.close();
      flusher?.dispose();
      if (this.#flusher === flusher) this.#flusher = undefined;
      ended.abort();
    }
  }

  async #update(open: OpenEngine, dirty: Parameters<typeof updateModel>[2], signal: AbortSignal): Promise<void> {
    // An engine that hangs shall be known by its silence within seconds, not by the deadline of a list.
    if (dirty.kinds.size === 4) await ping(open.wire, { signal });
    if (this.#state.kind !== 'connected') return;
    const model = await updateModel(open.wire, this.#state.model, dirty, { signal });
    if (!signal.aborted) this.#succeed(open, model);
  }

  #succeed(open: OpenEngine, model: EngineModel): void {
    const { endpoint } = open.engine;
    const before = lastModel(this.#state, endpoint);
    const kept = before === undefined ? model : keepModel(before, model);
    if (this.#open !== open) this.#open?.engine.close();
    const same = this.#state.kind === 'connected' && this.#open === open && kept === before;
    this.#open = open;
    if (same) this.#settle();
    else this.#publish({ kind: 'connected', endpoint, version: open.version, model: kept });
  }

  #fail(endpoint: Endpoint, error: EngineError): void {
    const last = lastModel(this.#state, endpoint);
    const before = this.#state;
    this.#open?.engine.close();
    this.#open = undefined;
    const same = before.kind === 'failed' && before.error === error.kind && before.detail === error.message;
    if (same && isSame(before.endpoint, endpoint)) return this.#settle();
    const own = error.own === null ? {} : { own: error.own };
    const model = last === undefined ? {} : { lastModel: last };
    this.#publish({ kind: 'failed', endpoint, error: error.kind, detail: error.message, ...own, ...model });
  }

  #publish(state: EngineState): void {
    this.#state = state;
    for (const listener of this.#listeners) {
      try {
        listener(state);
      } catch (error) {
        // One view's mistake must neither silence the others nor look like a failure of the engine.
        this.#log(`a listener failed: ${String(error)}`);
      }
    }
    this.#settle();
  }

  #settle(): void {
    const waiting = [...this.#settled];
    this.#settled.clear();
    for (const resolve of waiting) resolve();
  }

  #log(line: string): void {
    this.#options.log?.(line);
  }
}

async function follow(events: AsyncIterable<Uint8Array>, flusher: Flusher): Promise<void> {
  for await (const event of readJsonLines(events)) {
    for (const change of changesOf(event)) flusher.note(change);
  }
}

/** What was last seen of this engine; another engine's objects are not its own. */
function lastModel(state: EngineState, endpoint: Endpoint): EngineModel | undefined {
  if (!isSame(state.endpoint, endpoint)) return undefined;
  if (state.kind === 'connected') return state.model;
  return state.kind === 'failed' ? state.lastModel : undefined;
}

function isSame(a: Endpoint, b: Endpoint): boolean {
  return a.host === b.host && a.context === b.context && a.tls === b.tls;
}
