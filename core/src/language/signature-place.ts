import type { Keyword } from '../dockerfile/index.ts';

/** What is written behind the keyword and its flags, up to the cursor. */
export interface Written {
  readonly keyword: Keyword;
  /** The last one is being typed, and may be empty. */
  readonly args: readonly string[];
  /** No further arguments follow the cursor. */
  readonly isLast: boolean;
}

/** Which form of an instruction is being written (by its index in the syntax), and which part of it. */
export interface ActivePart {
  readonly form: number;
  readonly part: string;
}

export function findActivePart(written: Written): ActivePart {
  return written.args[0]?.startsWith('[') ? findInJson(written) : places[written.keyword](written);
}

type Find = (written: Written) => ActivePart;

const first = (part: string): Find => {
  return () => ({ form: 0, part });
};
const files: Find = ({ args, isLast }) => ({ form: 0, part: args.length > 1 && isLast ? 'destination' : 'source' });
const pairs: Find = ({ keyword, args }) => ({ form: 0, part: findInPair(keyword, args) });
const program: Find = ({ args }) => ({ form: 1, part: args.length > 1 ? 'argument' : 'command' });
const typedOf = ({ args }: Written): string => args.at(-1) ?? '';

const places: Readonly<Record<Keyword, Find>> = {
  ADD: files,
  ARG: pairs,
  CMD: program,
  COPY: files,
  ENTRYPOINT: program,
  ENV: pairs,
  EXPOSE: (written) => ({ form: 0, part: typedOf(written).includes('/') ? 'protocol' : 'port' }),
  FROM: (written) => ({ form: 0, part: written.args.length > 1 ? 'stage' : findInImage(typedOf(written)) }),
  HEALTHCHECK: ({ args }) => ({ form: /^N/i.test(args[0] ?? '') ? 1 : 0, part: 'command' }),
  LABEL: pairs,
  MAINTAINER: first('name'),
  ONBUILD: first('instruction'),
  RUN: (written) => (typedOf(written).startsWith('<<') ? { form: 2, part: '' } : { form: 0, part: 'command' }),
  SHELL: first('executable'),
  STOPSIGNAL: first('signal'),
  USER: (written) => findInUser(typedOf(written)),
  VOLUME: () => ({ form: 1, part: 'path' }),
  WORKDIR: first('path'),
};

/** Where `[…]` stands among the forms of its instruction. */
const jsonForms: Readonly<Partial<Record<Keyword, number>>> = { ADD: 1, COPY: 1, RUN: 1 };

function findInJson({ keyword, args, isLast }: Written): ActivePart {
  const form = jsonForms[keyword] ?? 0;
  const strings = countStrings(args.join(' '));
  if (keyword === 'COPY' || keyword === 'ADD') {
    return { form, part: strings > 0 && isLast ? 'destination' : 'source' };
  }
  if (keyword === 'VOLUME') return { form, part: 'path' };
  if (keyword === 'HEALTHCHECK') return { form, part: 'command' };
  return { form, part: strings > 0 ? 'argument' : 'executable' };
}

/** How many strings of a JSON array lie before its end: commas outside of quotes. */
function countStrings(text: string): number {
  let count = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (char === '"') isQuoted = !isQuoted;
    else if (char === ',' && !isQuoted) count++;
  }
  return count;
}

/** Quotes keep blanks together, so the word at the cursor may have begun before the last blank. */
function findInPair(keyword: Keyword, args: readonly string[]): string {
  const name = keyword === 'LABEL' ? 'key' : 'name';
  const value = keyword === 'ARG' ? 'default' : 'value';
  const isOld = keyword !== 'ARG' && args.length > 1 && !args[0]?.includes('=');
  return isOld || lastQuotedWord(args.join(' ')).includes('=') ? value : name;
}

function lastQuotedWord(text: string): string {
  let start = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === ' ') start = at + 1;
  }
  return text.slice(start);
}

function findInImage(typed: string): string {
  if (typed.includes('@')) return 'digest';
  return typed.lastIndexOf(':') > typed.lastIndexOf('/') ? 'tag' : 'image';
}

function findInUser(typed: string): ActivePart {
  const form = /^\d/.test(typed) ? 1 : 0;
  const isGroup = typed.includes(':');
  if (form === 1) return { form, part: isGroup ? 'gid' : 'uid' };
  return { form, part: isGroup ? 'group' : 'user' };
}
