import { skipSpace } from './chars.ts';
import { splitFlags } from './flags.ts';
import { readJsonStrings } from './json-form.ts';
import { lexShell } from './shell-lex.ts';

export interface OpenedHeredoc {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly expand: boolean;
  readonly stripTabs: boolean;
  readonly fileDescriptor: number;
}

/** The heredocs that a joined instruction opens, in order. The escape directive plays no part in them. */
export function findHeredocs(line: string): OpenedHeredoc[] {
  if (!line.includes('<<') || !mayHoldHeredocs(line)) return [];
  const lexed = lexShell(line, { escape: '\\', rawQuotes: true, rawEscapes: true, keepUnset: true, split: true });
  const found: OpenedHeredoc[] = [];
  for (const word of lexed.words) {
    const heredoc = parseHeredocWord(word.text);
    if (heredoc === 'broken') return found;
    if (!heredoc) continue;
    const nameStart = word.end - heredoc.written.length;
    found.push({ ...heredoc, nameStart, nameEnd: word.end });
  }
  return found;
}

/** Reads a word such as `3<<-"EOF"`; undefined when it opens no heredoc. */
export function parseHeredocWord(word: string) {
  const [, descriptor = '', dash = '', written = ''] = /^(\d*)<<(-?)([^<]*)$/.exec(word) ?? [];
  if (written === '') return undefined;
  const plain = lexShell(written, { escape: '\\', keepUnset: true, split: true });
  if (plain.error) return 'broken';
  const name = plain.words[0]?.text ?? '';
  if (plain.words.length !== 1) return undefined;
  const raw = lexShell(written, { escape: '\\', keepUnset: true, split: true, rawQuotes: true }).words[0]?.text ?? '';
  return {
    name,
    written,
    expand: countQuotes(name) === countQuotes(raw),
    stripTabs: dash === '-',
    fileDescriptor: descriptor === '' ? 0 : Math.min(Number(descriptor), Number.MAX_SAFE_INTEGER),
  };
}

function countQuotes(text: string): number {
  return text.replace(/[^'"]/g, '').length;
}

/** Only RUN, COPY and ADD open heredocs, also behind ONBUILD, and not in JSON form. */
function mayHoldHeredocs(line: string): boolean {
  const keyword = /^\S*/.exec(line.trimStart())?.[0].toUpperCase() ?? '';
  const { rest } = splitFlags(line, skipSpace(line, 0) + keyword.length);
  if (keyword === 'ONBUILD') return isHeredocLine(line.slice(rest));
  return isHeredocLine(line);
}

function isHeredocLine(line: string): boolean {
  const start = skipSpace(line, 0);
  const keyword = /^[^\t\v\f\r ]*/.exec(line.slice(start))?.[0] ?? '';
  if (!/^(?:RUN|COPY|ADD)$/i.test(keyword)) return false;
  const { rest } = splitFlags(line, start + keyword.length);
  return !Array.isArray(readJsonStrings(line.slice(rest)));
}
