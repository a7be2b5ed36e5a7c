import * as vscode from 'vscode';
import { EngineError, type Engine } from '#engine';
import type { Target, ViewName } from '../views/model/index.ts';
import { explain, reportOutcomes, type Outcome } from './report.ts';
import type { Tools } from './tools.ts';

export interface Work {
  readonly view: ViewName;
  /** What is going on, for the user: `Stopping containers`. */
  readonly title: string;
}

/** After this many milliseconds a progress bar in the view is not enough: the user may want to cancel. */
const patience = 4_000;
/** Objects worked on at once: stopping ten containers shall not take ten grace periods. */
const atOnce = 6;

/** Shows work in its view, and as a notification with a Cancel button once it takes long. */
export async function withEngineProgress<Result>(
  tools: Tools,
  { view, title }: Work,
  work: (engine: Engine, signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const abort = new AbortController();
  const running = tools.engine.use((engine) => work(engine, abort.signal));
  const bar = { location: { viewId: tools.views[view].id } };
  void vscode.window.withProgress(bar, () => running.then(ignore, ignore));
  const timer = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(() => abort.abort());
      return running.then(ignore, ignore);
    });
  }, patience);
  try {
    return await running;
  } finally {
    clearTimeout(timer);
  }
}

/** Does the same to each target, a few at once, and reports all outcomes together. */
export async function doToEach(
  tools: Tools,
  targets: readonly Target[],
  work: Work & {
    readonly done: string;
    readonly act: (engine: Engine, target: Target, signal: AbortSignal) => Promise<void>;
  },
): Promise<void> {
  if (targets.length === 0) return;
  const outcomes = await withEngineProgress(tools, work, async (engine, signal) => {
    const queue = [...targets];
    const outcomes: Outcome[] = [];
    const worker = async (): Promise<void> => {
      for (let target = queue.shift(); target; target = queue.shift()) {
        const { name } = target;
        const error = await work.act(engine, target, signal).then(
          () => null,
          (error: unknown) => wordsOf(tools, error),
        );
        outcomes.push({ name, error });
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, targets.length) }, worker));
    return outcomes;
  });
  reportOutcomes(tools, outcomes, work.done);
}

function wordsOf(tools: Tools, error: unknown): string {
  return error instanceof EngineError ? explain(tools, error) : String(error);
}

function ignore(): void {
  // The one who waits for the work itself hears of its failure.
}
