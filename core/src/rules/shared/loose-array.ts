/** A string, or what was meant to be one, in something that looks like a JSON array. Offsets count from the `[`. */
export interface LooseItem {
  readonly start: number;
  readonly end: number;
  readonly content: string;
  /** The quote it opens with, empty for a bare word. */
  readonly quote: string;
  /** True for a string that JSON accepts as it stands. */
  readonly isValid: boolean;
  /** Where the comma behind it stands. */
  readonly comma: number | null;
}

export interface LooseArray {
  readonly items: readonly LooseItem[];
  readonly commas: number;
  /** No blank behind the `[`. */
  readonly isTight: boolean;
  readonly isClosed: boolean;
  /** What stands behind the `]`. */
  readonly rest: string;
  /** Behind the last item, or its comma. */
  readonly end: number;
}

/** Nobody writes an array of more by hand. */
const mostItems = 500;

/** Reads a text that begins with `[` as the array its author may have meant; undefined for a valid one and for anything else. */
export function readLooseArray(text: string): LooseArray | undefined {
  if (isJsonArray(text)) return undefined;
  const items: LooseItem[] = [];
  const itemPattern =
    /\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|[“”„]([^“”„]*)[“”„]|[‘’‚]([^‘’‚]*)[‘’‚]|([^\s,"'[\]“”„‘’‚]+))/y;
  const commaPattern = /\s*,/y;
  let at = 1;
  for (;;) {
    itemPattern.lastIndex = at;
    const match = itemPattern.exec(text);
    if (!match) break;
    if (items.length === mostItems) return undefined;
    const end = match.index + match[0].length;
    const item = toItem(match, end);
    commaPattern.lastIndex = end;
    const comma = commaPattern.test(text) ? commaPattern.lastIndex - 1 : null;
    items.push({ ...item, comma });
    at = comma === null ? end : comma + 1;
  }
  const left = text.slice(at).trimStart();
  if (left !== '' && !left.startsWith(']')) return undefined;
  return {
    items,
    commas: items.filter(({ comma }) => comma !== null).length,
    isTight: !/^\[\s/.test(text),
    isClosed: left !== '',
    rest: left.slice(1).trim(),
    end: at,
  };
}

function toItem(match: RegExpExecArray, end: number): Omit<LooseItem, 'comma'> {
  const written = match[0].trimStart();
  const [, double, single, curly, curlySingle, bare] = match;
  const quote = bare === undefined ? written.charAt(0) : '';
  const isValid = double !== undefined && isJsonString(written);
  const content = double ?? single ?? curly ?? curlySingle ?? bare ?? '';
  return { start: end - written.length, end, content, quote, isValid };
}

function isJsonArray(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

function isJsonString(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'string';
  } catch {
    return false;
  }
}
