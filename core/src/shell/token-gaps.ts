import type { ShellTokenKind } from './model.ts';

const reserved: ReadonlySet<string> = new Set([
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'for',
  'in',
  'do',
  'done',
  'while',
  'until',
  'case',
  'esac',
  'select',
  'function',
  'coproc',
  'time',
  '{',
  '}',
  '!',
  '[[',
  ']]',
]);

interface Between {
  readonly start: number;
  readonly end: number;
  readonly kind: ShellTokenKind | null;
}

/** What stands between the words of a script: reserved words, operators and comments. */
export function readBetween(code: string, from: number, to: number): Between[] {
  const found: Between[] = [];
  let at = from;
  while (at < to) {
    const char = code.charAt(at);
    const start = at;
    at++;
    if (isSpace(char)) continue;
    if (char === '#') at = endOfLine(code, at, to);
    else if (isWordPart(char)) while (at < to && isWordPart(code.charAt(at))) at++;
    else while (at < to && isSameOperator(char, code.charAt(at))) at++;
    found.push({ start, end: at, kind: kindOf(code.slice(start, Math.min(at, start + 10)), char) });
  }
  return found;
}

function kindOf(text: string, char: string): ShellTokenKind | null {
  if (char === '#') return 'comment';
  if (reserved.has(text)) return 'keyword';
  return isWordPart(char) && !char.startsWith('-') ? null : 'operator';
}

/** `&&`, `;;`, `>>` and `[[` are one operator; `)` behind `;` is another. */
function isSameOperator(first: string, next: string): boolean {
  if (first === next) return !'(){}!'.includes(first);
  return ('<>&|;'.includes(first) && '<>&|'.includes(next)) || (first === '<' && next === '-');
}

function isWordPart(char: string): boolean {
  return /[\w-]/.test(char);
}

function isSpace(char: string): boolean {
  return /\s/.test(char);
}

function endOfLine(code: string, from: number, to: number): number {
  const found = code.indexOf('\n', from);
  return found < 0 || found > to ? to : found;
}
