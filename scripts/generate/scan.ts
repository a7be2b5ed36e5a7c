/** A sentence found in a source file. */
export interface FoundString {
  readonly template: string;
  readonly line: number;
}

export interface ScanResult {
  readonly found: readonly FoundString[];
  /** Lines on which the first argument is no literal, so that nobody could translate it. */
  readonly unreadable: readonly number[];
}

/** `message(` as a call of its own, and `l10n.t(` on anything; what follows must be a literal. */
const calls = /(?<![.\w])message\(|\bl10n\.t\(/g;

/** Finds the English templates that a source file gives to `message(…)` and `l10n.t(…)`. */
export function scanStrings(source: string): ScanResult {
  const code = blankComments(source);
  const found: FoundString[] = [];
  const unreadable: number[] = [];
  for (const call of code.matchAll(calls)) {
    const line = code.slice(0, call.index).split('\n').length;
    const rest = code.slice(call.index + call[0].length);
    // A door that hands on a sentence of core is no place where one is written.
    if (/^\s*(?:[\w.]+\.)?template\b/.test(rest)) continue;
    const literal = readFirstArgument(rest);
    if (literal === undefined) unreadable.push(line);
    else found.push({ template: literal, line });
  }
  return { found, unreadable };
}

function readFirstArgument(rest: string): string | undefined {
  const match =
    /^\s*(?:\{\s*message:\s*)?(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.|\$(?!\{))*)`)\s*[,)}]/.exec(
      rest,
    );
  const body = match?.[1] ?? match?.[2] ?? match?.[3];
  return body === undefined ? undefined : unescape(body);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };

function unescape(body: string): string {
  return body.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([\s\S]))/g, (_whole, u?: string, x?: string, c = '') => {
    const code = u ?? x;
    return code === undefined ? (escapes[c] ?? c) : String.fromCharCode(Number.parseInt(code, 16));
  });
}

/** Comments become blanks of equal length; what looks like one inside a string or a regular expression stays. */
function blankComments(source: string): string {
  return source.replace(
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
    (piece) => (/^\/[/*]/.test(piece) ? piece.replace(/[^\n]/g, ' ') : piece),
  );
}
