import { findMissingSyntax, type Dockerfile, type Keyword } from '../dockerfile/index.ts';
import { message } from '../text/index.ts';
import { completeImage } from './complete-images.ts';
import { completeMount } from './complete-mounts.ts';
import { completeUser } from './complete-users.ts';
import type { ArgumentCursor } from './dockerfile-cursor.ts';
import { instructions, type FlagHelp } from './dockerfile-syntax.data.ts';
import { explainValue } from './explain-values.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { endBefore, offer } from './offer.ts';
import { describeFlag } from './describe-flag.ts';

/** Flags directly behind a keyword, and the values of the one being typed. */
export function completeFlags(
  file: Dockerfile,
  cursor: ArgumentCursor,
  offset: number,
  facts: LanguageFacts,
): Completion[] {
  const { keyword, words, typed } = cursor;
  if (keyword === null || !words.slice(0, -1).every((each) => each.startsWith('--'))) return [];
  const value = /^--([a-z-]+)=(.*)$/s.exec(typed);
  if (value) {
    const flag = instructions[keyword].flags.find(({ name }) => name === value[1]);
    return flag ? completeValue(file, flag, { ...cursor, typed: value[2] ?? '' }, { offset, facts }) : [];
  }
  return typed === '' || typed.startsWith('-') ? offerFlags(file, keyword, { ...cursor, offset }) : [];
}

const repeatable = ['mount', 'exclude', 'device'];

/** Flags that the file's frontend does not read yet come last, with what they need. */
function offerFlags(
  file: Dockerfile,
  keyword: Keyword,
  { words, word, offset }: ArgumentCursor & { readonly offset: number },
): Completion[] {
  const others = [...words.slice(0, -1), ...flagsBehind(file, word.end)];
  const used = new Set(others.map((each) => /^--([a-z-]+)/.exec(each)?.[1]));
  // The value of a flag that is exchanged stays.
  const name = endBefore(file.text, word, offset, /=/);
  const hasValue = file.text.charAt(name.end) === '=';
  const free = instructions[keyword].flags.filter(({ name }) => !used.has(name) || repeatable.includes(name));
  const ready: Completion[] = [];
  const waiting: Completion[] = [];
  for (const flag of free) {
    const label = flag.values === null ? `--${flag.name}` : `--${flag.name}=`;
    const syntax = findMissingSyntax(keyword, flag.name, file.directives);
    const detail = syntax === undefined ? flag.summary : message('Needs `# syntax={syntax}`', { syntax });
    const documentation = describeFlag(keyword, flag);
    const insert = hasValue ? `--${flag.name}` : label;
    (syntax === undefined ? ready : waiting).push(offer(label, 'flag', name, { detail, documentation, insert }));
  }
  return [...ready, ...waiting];
}

/** The flags that follow, as far as nothing else stands between. */
function flagsBehind({ instructions: all }: Dockerfile, end: number): string[] {
  const instruction = all.findLast(({ span }) => span.start <= end);
  const words =
    instruction?.code
      .slice(end - instruction.span.start)
      .trim()
      .split(/\s+/) ?? [];
  const first = words.findIndex((each) => !each.startsWith('--'));
  return first < 0 ? words : words.slice(0, first);
}

interface At {
  readonly offset: number;
  readonly facts: LanguageFacts;
}

function completeValue(file: Dockerfile, flag: FlagHelp, cursor: ArgumentCursor, at: At): Completion[] {
  const { typed } = cursor;
  const { offset, facts } = at;
  if (flag.name === 'mount') return completeMount(file, { typed, end: cursor.word.end }, at);
  const span = { start: offset - typed.length, end: cursor.word.end };
  if (flag.name === 'from') return completeImage(file, { typed, span, offset, facts, takesNumbers: true });
  if (flag.name === 'chown') return completeUser(file, { typed, span, offset, facts });
  const values = flag.values ?? ['true', 'false'];
  return values.map((value) => offer(value, 'value', span, { detail: explainValue(flag.name, value) }));
}
