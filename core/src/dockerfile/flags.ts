import { isSpace, skipSpace } from './chars.ts';

/** A `--name=value` in front of the arguments; indices into the line. */
export interface RawFlag {
  /** As the builder sees it: quotes and backslashes are gone. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes the flags off the front of the arguments. `rest` is where the arguments begin, behind a lone `--` too. */
export function splitFlags(line: string, from: number): { readonly flags: readonly RawFlag[]; readonly rest: number } {
  const flags: RawFlag[] = [];
  let at = skipSpace(line, from);
  while (line.startsWith('--', at)) {
    const flag = readFlag(line, at);
    at = skipSpace(line, flag.end);
    if (flag.text === '--') break;
    flags.push(flag);
  }
  return { flags, rest: at };
}

/** Backslash escapes here whatever the escape directive says, and quotes may hold blanks. */
function readFlag(line: string, start: number): RawFlag {
  let text = '';
  let quote = '';
  let at = start;
  while (at < line.length) {
    const char = line.charAt(at);
    if (quote === '' && isSpace(line.charCodeAt(at))) break;
    if (char === '\\') {
      text += line.charAt(at + 1);
      at += 2;
      continue;
    }
    if (quote !== '' ? char === quote : char === '"' || char === "'") quote = quote === '' ? char : '';
    else text += char;
    at++;
  }
  return { text, start, end: Math.min(at, line.length) };
}
