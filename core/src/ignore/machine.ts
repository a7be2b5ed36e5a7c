import type { Token } from './tokens.ts';

const slash = 47;
const lineFeed = 10;

/**
 * Whether tokens match a whole path. All ways of matching are followed at once, so that no pattern costs more than its
 * length for each character.
 */
export function runTokens(tokens: readonly Token[], path: string): boolean {
  const marks = new Int32Array(tokens.length + 1).fill(-1);
  let now: number[] = [];
  let next: number[] = [];
  enter(tokens, 0, { list: now, marks, step: 0 });
  for (let at = 0, step = 1; at < path.length; step++) {
    const code = path.codePointAt(at) ?? 0;
    next.length = 0;
    const into = { list: next, marks, step };
    for (const state of now) advance(tokens, state, code, into);
    if (next.length === 0) return false;
    [now, next] = [next, now];
    at += code > 0xffff ? 2 : 1;
  }
  return now.includes(tokens.length);
}

interface States {
  readonly list: number[];
  /** The step in which each state was last entered. */
  readonly marks: Int32Array;
  readonly step: number;
}

/** Adds a state and those that are reached from it without reading anything. */
function enter(tokens: readonly Token[], first: number, states: States): void {
  for (let state = first; ;) {
    if (states.marks[state] === states.step) return;
    states.marks[state] = states.step;
    states.list.push(state);
    const kind = tokens[state]?.kind;
    if (kind === 'star' || kind === 'rest') state += 1;
    else if (kind === 'folders') state += 2;
    else return;
  }
}

function advance(tokens: readonly Token[], state: number, code: number, into: States): void {
  const token = tokens[state];
  switch (token?.kind) {
    case 'char':
      if (token.code === code) enter(tokens, state + 1, into);
      return;
    case 'one':
      if (code !== slash) enter(tokens, state + 1, into);
      return;
    case 'star':
      if (code !== slash) enter(tokens, state, into);
      return;
    case 'rest':
      if (code !== lineFeed) enter(tokens, state, into);
      return;
    case 'folders':
      if (code !== lineFeed) enter(tokens, state + 1, into);
      if (code === slash) enter(tokens, state + 2, into);
      return;
    case 'deep':
      if (code !== lineFeed) enter(tokens, state, into);
      if (code === slash) enter(tokens, state + 1, into);
      return;
    case 'class':
      if (token.ranges.some(({ low, high }) => low <= code && code <= high) !== token.negated) {
        enter(tokens, state + 1, into);
      }
      return;
    case 'never':
    case undefined:
  }
}
