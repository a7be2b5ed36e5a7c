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
  for (let state = first; states.marks[state] !== states.step;) {
    states.marks[state] = states.step;
    states.list.push(state);
    const kind = tokens[state]?.kind;
    if (kind === 'folders') enter(tokens, state + 1, states);
    if (kind === 'star' || kind === 'rest') state += 1;
    else if (kind === 'folders') state += 2;
    else return;
  }
}

function advance(tokens: readonly Token[], state: number, code: number, into: States): void {
  const token = tokens[state];
  if (!token || !reads(token, code)) return;
  const stays = token.kind === 'star' || token.kind === 'rest' || token.kind === 'deep';
  enter(tokens, stays ? state : state + 1, into);
  if (token.kind === 'deep' && code === slash) enter(tokens, state + 1, into);
}

/** `folders` reads nothing: it is the choice between no folder and what `deep` reads. */
function reads(token: Token, code: number): boolean {
  switch (token.kind) {
    case 'char':
      return token.code === code;
    case 'one':
    case 'star':
      return code !== slash;
    case 'deep':
    case 'rest':
      return code !== lineFeed;
    case 'class':
      return token.ranges.some(({ low, high }) => low <= code && code <= high) !== token.negated;
    case 'folders':
    case 'never':
      return false;
  }
}
