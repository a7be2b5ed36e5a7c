import { message, type Message } from '#core';
import type { EngineErrorKind } from '#engine';
import type { Text } from './views/model/index.ts';

/** One failure for the user: what happened, and what to do about it. */
export interface Explanation {
  readonly sentence: Text;
  readonly nextStep: Message;
}

/** What is shown of a failure; all of it must be inert. */
export interface Shown {
  /** The engine's own words, or a sentence of ours in the user's language. */
  readonly detail: string;
  /** True for a sentence of ours: it then stands for itself where it says more than the kind does. */
  readonly isOurs: boolean;
  /** Address or context of the engine. */
  readonly engine: string;
}

export function explainError(error: EngineErrorKind, shown: Shown): Explanation {
  const explanation = explainKind(error, shown);
  return shown.isOurs && telling.has(error) ? { ...explanation, sentence: shown.detail } : explanation;
}

/** Kinds whose sentences of ours say what happened better than the kind: `The Docker context "x" does not exist`. */
const telling: ReadonlySet<EngineErrorKind> = new Set(['absent', 'unsupported', 'not-found', 'conflict', 'failed']);

function explainKind(error: EngineErrorKind, { detail, engine, isOurs }: Shown): Explanation {
  switch (error) {
    case 'absent':
      return {
        sentence: message('There is no Docker engine at {engine}.', { engine }),
        nextStep: isOurs
          ? message('Choose another engine in the settings.')
          : message('Install or start Docker, or choose another engine in the settings.'),
      };
    case 'unreachable':
      return {
        sentence: message('The Docker engine at {engine} does not answer.', { engine }),
        nextStep: message('Start it; Drydock connects again by itself.'),
      };
    case 'denied':
      return {
        sentence: message('You have no permission to use the Docker engine at {engine}.', { engine }),
        nextStep: message('On Linux, join the group "docker" and sign in again. ({detail})', { detail }),
      };
    case 'protocol':
      return {
        sentence: message('What answers at {engine} is not a Docker engine.', { engine }),
        nextStep: message('Check the address in the settings. ({detail})', { detail }),
      };
    case 'unsupported':
      return {
        sentence: message('The Docker engine at {engine} speaks another version than Drydock.', { engine }),
        nextStep: isOurs
          ? message('Update Docker or Drydock, whichever is older.')
          : message('Update Docker to version 20.10 or later. ({detail})', { detail }),
      };
    default:
      return explainRefusal(error, detail, engine);
  }
}

type Refusal = Exclude<EngineErrorKind, 'absent' | 'unreachable' | 'denied' | 'protocol' | 'unsupported'>;

function explainRefusal(error: Refusal, detail: string, engine: string): Explanation {
  switch (error) {
    case 'timeout':
      return {
        sentence: message('The Docker engine at {engine} did not answer in time.', { engine }),
        nextStep: message('It may be busy. Try again.'),
      };
    case 'not-found':
      return {
        sentence: message('It is no longer there: {detail}', { detail }),
        nextStep: message('Refresh the views.'),
      };
    case 'conflict':
      return {
        sentence: message('The engine refused: {detail}', { detail }),
        nextStep: message('Stop or remove what uses it, then try again.'),
      };
    case 'cancelled':
      return { sentence: message('Cancelled.'), nextStep: message('Nothing more was done.') };
    case 'failed':
      return {
        sentence: message('The engine said: {detail}', { detail }),
        nextStep: message('The log has the details.'),
      };
  }
}
