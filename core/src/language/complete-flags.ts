import type { Dockerfile } from '../dockerfile/index.ts';
import { message } from '../text/index.ts';
import { offerStages } from './complete-arguments.ts';
import type { ArgumentCursor } from './dockerfile-cursor.ts';
import { instructions, mountKeys, type FlagHelp } from './dockerfile-syntax.data.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { lastPiece, offer } from './offer.ts';

/** Flags directly behind a keyword, and the values of the one being typed. */
export function completeFlags(
  file: Dockerfile,
  cursor: ArgumentCursor,
  offset: number,
  facts: LanguageFacts,
): Completion[] {
  const { keyword, words, typed, word } = cursor;
  if (keyword === null || !words.slice(0, -1).every((each) => each.startsWith('--'))) return [];
  const { flags } = instructions[keyword];
  const value = /^--([a-z-]+)=(.*)$/.exec(typed);
  if (value) {
    const flag = flags.find(({ name }) => name === value[1]);
    return flag ? completeValue(file, flag, { ...cursor, typed: value[2] ?? '' }, { offset, facts }) : [];
  }
  if (typed !== '' && !typed.startsWith('-')) return [];
  const used = new Set(words.map((each) => /^--([a-z-]+)/.exec(each)?.[1]));
  return flags
    .filter(({ name }) => !used.has(name) || repeatable.includes(name))
    .map(({ name, summary, values }) => {
      const label = values === null ? `--${name}` : `--${name}=`;
      return offer(label, 'flag', word, { detail: summary });
    });
}

const repeatable = ['mount', 'exclude', 'device'];

interface At {
  readonly offset: number;
  readonly facts: LanguageFacts;
}

function completeValue(file: Dockerfile, flag: FlagHelp, cursor: ArgumentCursor, at: At): Completion[] {
  if (flag.name === 'mount') return completeMount(file, cursor, at);
  const span = { start: at.offset - cursor.typed.length, end: cursor.word.end };
  if (flag.name === 'from') return offerStages(file, span, at);
  return (flag.values ?? []).map((value) => offer(value, 'value', span));
}

/** `type=cache,target=/x,…`: a key, or the value of one. */
function completeMount(file: Dockerfile, { typed }: ArgumentCursor, at: At): Completion[] {
  const typedSpan = { start: at.offset - typed.length, end: at.offset };
  if (typed === '') {
    const mount = instructions.RUN.flags.find(({ name }) => name === 'mount');
    return (mount?.values ?? []).map((value) => offer(value, 'value', typedSpan));
  }
  const type = /(?:^|,)type=(\w+)/.exec(typed)?.[1] ?? 'bind';
  const { typed: piece, span } = lastPiece(typedSpan, typed, /,/);
  const [key = '', value] = piece.split('=', 2);
  const known = mountKeys[type] ?? [];
  if (value === undefined) {
    const used = new Set(typed.split(',').map((each) => each.split('=', 1)[0]));
    const types = used.has('type') ? [] : Object.keys(mountKeys).map((name) => offer(`type=${name}`, 'value', span));
    const keys = known.filter(({ name }) => !used.has(name) || name === key);
    return [...types, ...keys.map(({ name, values }) => offer(values === null ? name : `${name}=`, 'property', span))];
  }
  const valueSpan = { start: at.offset - value.length, end: at.offset };
  if (key === 'type') {
    const detail = message('Kind of mount');
    return Object.keys(mountKeys).map((name) => offer(name, 'value', valueSpan, { detail }));
  }
  if (key === 'from') return offerStages(file, valueSpan, at);
  const values = known.find(({ name }) => name === key)?.values ?? [];
  return values.map((each) => offer(each, 'value', valueSpan));
}
