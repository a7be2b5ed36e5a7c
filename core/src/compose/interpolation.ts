/** A `$NAME` or `${NAME…}` in a value; offsets count from the start of the value. */
export interface Variable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands behind the name: `:-`, `-`, `:?`, `?`, `:+`, `+`, or nothing. */
  readonly operator: string | null;
  /** The default, message or replacement behind the operator, as written. */
  readonly operand: string | null;
}

export interface Interpolation {
  /** The value with the defaults filled in; null when a variable has no value that the text would tell. */
  readonly text: string | null;
  /** In order of appearance, those inside the defaults of others included. */
  readonly variables: readonly Variable[];
  /** Where a `${` begins nothing that Compose understands. */
  readonly invalid: readonly { readonly start: number; readonly end: number }[];
}

const namePattern = /[A-Za-z_][A-Za-z0-9_]*/y;
/** Deeper than any default is ever nested; keeps hostile input from exhausting the stack. */
const maxDepth = 50;

interface Reading {
  readonly closing: ReadonlyMap<number, number>;
  readonly variables: Variable[];
  readonly invalid: { start: number; end: number }[];
}

/** Reads the variables of a value the way Compose substitutes them: `$A`, `${A}`, `${A:-x}`, `${A:?m}`, `${A:+x}`, `$$`. */
export function interpolate(raw: string): Interpolation {
  if (!raw.includes('$')) return { text: raw, variables: [], invalid: [] };
  const reading: Reading = { closing: matchBraces(raw), variables: [], invalid: [] };
  const text = readPiece(raw, { start: 0, end: raw.length, depth: 0 }, reading);
  return { text, variables: reading.variables, invalid: reading.invalid };
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

function readPiece(raw: string, piece: Piece, reading: Reading): string | null {
  let text: string | null = '';
  const add = (more: string | null): void => {
    text = text === null || more === null ? null : text + more;
  };
  let at = piece.start;
  while (at < piece.end) {
    const dollar = raw.indexOf('$', at);
    if (dollar < 0 || dollar >= piece.end) {
      add(raw.slice(at, piece.end));
      break;
    }
    add(raw.slice(at, dollar));
    if (raw[dollar + 1] === '$' && dollar + 1 < piece.end) {
      add('$');
      at = dollar + 2;
      continue;
    }
    const next =
      raw[dollar + 1] === '{' ? readBraced(raw, dollar, piece, reading) : readNamed(raw, dollar, piece, reading);
    add(next.text);
    at = next.end;
  }
  return text;
}

interface Substituted {
  readonly text: string | null;
  readonly end: number;
}

function readNamed(raw: string, dollar: number, piece: Piece, reading: Reading): Substituted {
  const name = readName(raw, dollar + 1, piece.end);
  // A dollar sign before anything but a name or a brace stays what it is.
  if (name === '') {
    return { text: '$', end: dollar + 1 };
  }
  const end = dollar + 1 + name.length;
  reading.variables.push({ name, start: dollar, end, operator: null, operand: null });
  return { text: null, end };
}

function readBraced(raw: string, dollar: number, piece: Piece, reading: Reading): Substituted {
  const close = reading.closing.get(dollar) ?? -1;
  const name = readName(raw, dollar + 2, piece.end);
  const afterName = dollar + 2 + name.length;
  const operator = /^:?[-+?]/.exec(raw.slice(afterName, afterName + 2))?.[0] ?? null;
  const isWhole = close >= 0 && name !== '' && (operator !== null || afterName === close);
  if (!isWhole) {
    const end = close < 0 ? Math.min(piece.end, afterName) : close + 1;
    reading.invalid.push({ start: dollar, end });
    return { text: '', end };
  }
  if (operator === null) {
    reading.variables.push({ name, start: dollar, end: close + 1, operator, operand: null });
    return { text: null, end: close + 1 };
  }
  const start = afterName + operator.length;
  reading.variables.push({ name, start: dollar, end: close + 1, operator, operand: raw.slice(start, close) });
  const inner = piece.depth < maxDepth ? readPiece(raw, { start, end: close, depth: piece.depth + 1 }, reading) : null;
  return { text: operator.endsWith('-') ? inner : null, end: close + 1 };
}

function readName(raw: string, at: number, end: number): string {
  namePattern.lastIndex = at;
  const name = namePattern.exec(raw)?.[0] ?? '';
  return at + name.length <= end ? name : name.slice(0, Math.max(0, end - at));
}

/** Which `}` closes each `${`, found in one pass, so that many open braces cost no more than a few. */
function matchBraces(raw: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    if (raw.startsWith('${', at)) open.push(at++);
    else if (raw[at] === '}') {
      const start = open.pop();
      if (start !== undefined) closing.set(start, at);
    }
  }
  return closing;
}

/** The value with its defaults filled in and `unknown` in place of each variable that has no known value. */
export function fillVariables(raw: string, unknown: string): string {
  let filled = '';
  let at = 0;
  for (const variable of interpolate(raw).variables) {
    // Variables inside the default of another were filled in together with it.
    if (variable.start < at) continue;
    const piece = raw.slice(variable.start, variable.end);
    filled += raw.slice(at, variable.start) + (interpolate(piece).text ?? unknown);
    at = variable.end;
  }
  return (filled + raw.slice(at)).replaceAll('$$', '$');
}

/** Cuts a short volume at its colons; as in Compose one letter before a colon counts as a Windows drive. */
export function splitShortVolume(text: string): readonly string[] {
  const parts: string[] = [];
  let drive: string | null = null;
  for (const part of splitOutsideVariables(text, ':')) {
    if (drive === null && /^[A-Za-z]$/.test(part.text)) {
      drive = part.text;
      continue;
    }
    parts.push(drive === null ? part.text : `${drive}:${part.text}`);
    drive = null;
  }
  return drive === null ? parts : [...parts, drive];
}

/** Cuts a value at `separator`, but never inside `${…}`. */
export function splitOutsideVariables(raw: string, separator: string): readonly { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let open = 0;
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    if (raw.startsWith('${', at)) open++;
    else if (raw[at] === '}' && open > 0) open--;
    else if (raw[at] === separator && open === 0) {
      parts.push({ text: raw.slice(from, at), start: from });
      from = at + 1;
    }
  }
  parts.push({ text: raw.slice(from), start: from });
  return parts;
}
