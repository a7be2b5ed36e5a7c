/**
 * Lets through what a log may do to a screen: text, line ends, tabs and colours (SGR). Everything else that a terminal
 * would obey (moving the cursor, setting titles, clipboard, links) is dropped, also when it is cut by a chunk's end.
 */
export interface SgrFilter {
  /** Filters one chunk; gives what can be shown now, with line ends as a terminal wants them. */
  write(text: string): string;
}

type State = 'text' | 'escape' | 'csi' | 'string' | 'string-escape' | 'one-more';

/** A sequence longer than this is no colour, whatever it says. */
const longest = 64;

interface Scan {
  state: State;
  /** The part of a colour sequence that has come so far. */
  held: string;
  lastWasReturn: boolean;
}

export function createSgrFilter(): SgrFilter {
  const scan: Scan = { state: 'text', held: '', lastWasReturn: false };
  return {
    write(text) {
      let out = '';
      for (const char of text) out += step(scan, char);
      return out;
    },
  };
}

function step(scan: Scan, char: string): string {
  switch (scan.state) {
    case 'text':
      return plain(scan, char);
    case 'csi':
      return sequence(scan, char);
    case 'escape':
      scan.state = afterEscape(char);
      scan.held = '';
      return '';
    case 'string':
      scan.state = endOfString(char);
      return '';
    case 'string-escape':
      scan.state = char === '\\' ? 'text' : 'string';
      return '';
    case 'one-more':
      scan.state = 'text';
      return '';
  }
}

function plain(scan: Scan, char: string): string {
  if (char === '\u001b' || char === '\u009b') {
    scan.state = char === '\u001b' ? 'escape' : 'csi';
    scan.held = '';
    return '';
  }
  const shown = char === '\n' ? (scan.lastWasReturn ? '\n' : '\r\n') : isShown(char) ? char : '';
  if (shown !== '') scan.lastWasReturn = char === '\r';
  return shown;
}

function sequence(scan: Scan, char: string): string {
  if (char < ' ') {
    // A control character ends a broken sequence, so that one bad line does not swallow the rest of the log.
    scan.state = 'text';
    return plain(scan, char);
  }
  if (scan.held.length < longest) scan.held += char;
  if (char < '\u0040' || char > '\u007e') return '';
  scan.state = 'text';
  return char === 'm' && /^[\d;:]*m$/.test(scan.held) ? `\u001b[${scan.held}` : '';
}

/** What an escape character begins: colours and moves, a text for the terminal itself, a character set, or one command. */
function afterEscape(char: string): State {
  if (char === '[') return 'csi';
  if (']PX^_'.includes(char)) return 'string';
  if (char === '\u001b') return 'escape';
  return '()*+-./#% '.includes(char) ? 'one-more' : 'text';
}

/** A line end also ends such a text: a log that never closes one must not stay silent. */
function endOfString(char: string): State {
  if (char === '\u0007' || char === '\u009c' || char === '\n') return 'text';
  return char === '\u001b' ? 'string-escape' : 'string';
}

function isShown(char: string): boolean {
  if (char === '\t' || char === '\r') return true;
  return char >= ' ' && (char < '\u007f' || char > '\u009f');
}
