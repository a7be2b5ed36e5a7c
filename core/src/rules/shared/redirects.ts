import type { ShellCommand } from '../../shell/index.ts';
import type { Span } from '../../text/index.ts';

/** A file that a command's output goes to, from `>` to the end of its name. */
export interface Redirect {
  readonly file: string;
  readonly span: Span;
}

/** A command is rarely longer; what lies behind is not looked at, so that no line makes this slow. */
const longest = 10_000;

/** `> file` and `>> file` outside of quotes; not `2>` and `>&2`. */
export function findRedirects({ span }: ShellCommand, text: string): readonly Redirect[] {
  const written = text.slice(span.start, Math.min(span.end, span.start + longest));
  if (!written.includes('>')) return [];
  const found: Redirect[] = [];
  // Quoted pieces and substitutions are stepped over as a whole.
  const token =
    /\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|(?<![\d&<])1?>{1,2}\|?[ \t]*((?:"[^"]*"|'[^']*'|[^\s"';|&()<>])+)/g;
  for (const match of written.matchAll(token)) {
    const [whole, file] = match;
    if (file === undefined) continue;
    const start = span.start + match.index;
    found.push({ file: file.replace(/["']/g, ''), span: { start, end: start + whole.length } });
  }
  return found;
}
