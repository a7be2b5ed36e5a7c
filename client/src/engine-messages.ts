import { message, type Message } from '#core';
import type { EngineErrorKind } from '#engine';

/** One failure for the user: what happened, and what to do about it. */
export interface Explanation {
  readonly sentence: Message;
  readonly nextStep: Message;
}

/** `detail` holds the engine's own words, `engine` its address or context; both are shown, so they must be inert. */
export function explainError(error: EngineErrorKind, detail: string, engine: string): Explanation {
  switch (error) {
    case 'absent':
      return {
        sentence: message('There is no Docker engine at {engine}.', { engine }),
        nextStep: message('Install or start Docker, or choose another engine in the settings.'),
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
        nextStep: message('Update Docker to version 20.10 or later. ({detail})', { detail }),
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
