import { createShellcheck, type Shellcheck } from '#core';
import { runInBackground, type Log } from './guard.ts';
import { runShellcheck } from './run-shellcheck.ts';

/** shellcheck beside the editor: it is asked while nobody types, and its answers are told when they are there. */
export interface ShellcheckDesk {
  readonly knowledge: Shellcheck['knowledge'];
  /** A file was judged: what it noted is asked for once typing pauses. */
  askSoon(): void;
  onAnswers(listener: () => void): void;
}

/** Milliseconds without a pass over any file. */
const pause = 300;

export function createShellcheckDesk(log: Log): ShellcheckDesk {
  const shellcheck = createShellcheck(runShellcheck);
  const listeners: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const ask = async (): Promise<void> => {
    if (!(await shellcheck.work())) return;
    for (const listener of listeners) listener();
  };
  return {
    knowledge: (owner) => shellcheck.knowledge(owner),
    askSoon() {
      if (!shellcheck.isWaiting()) return;
      clearTimeout(timer);
      timer = setTimeout(() => runInBackground(log, 'shellcheck', ask), pause);
    },
    onAnswers: (listener) => void listeners.push(listener),
  };
}
