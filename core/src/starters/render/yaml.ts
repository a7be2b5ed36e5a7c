/** What the small writer below can write. Undefined entries are left out. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | YamlMap;
export interface YamlMap {
  readonly [key: string]: YamlValue | undefined;
}

/**
 * Writes a value as block YAML, deterministically. Every text that is not plainly safe is double-quoted with escapes, so
 * nothing a name holds can begin a new line or a new key.
 */
export function renderYaml(map: YamlMap, indent = ''): string {
  let out = '';
  for (const [key, value] of Object.entries(map)) {
    if (value !== undefined) out += `${indent}${scalar(key)}:${renderValue(value, indent)}`;
  }
  return out;
}

function renderValue(value: YamlValue, indent: string): string {
  if (Array.isArray(value)) return renderList(value as readonly YamlValue[], indent);
  if (typeof value !== 'object') return ` ${scalar(value)}\n`;
  const inner = renderYaml(value as YamlMap, `${indent}  `);
  return inner === '' ? ' {}\n' : `\n${inner}`;
}

function renderList(items: readonly YamlValue[], indent: string): string {
  const flat = items.every((item) => typeof item !== 'object');
  // A command reads better on one line, as in a Dockerfile.
  if (flat && (items[0] === 'CMD' || items.length === 0))
    return ` [${items.map((item) => JSON.stringify(item)).join(', ')}]\n`;
  return `\n${items.map((item) => renderItem(item, `${indent}  `)).join('')}`;
}

function renderItem(item: YamlValue, indent: string): string {
  if (typeof item !== 'object') return `${indent}- ${scalar(item)}\n`;
  const inner = renderYaml(item as YamlMap, `${indent}  `);
  return `${indent}- ${inner.slice(indent.length + 2)}`;
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  return isPlain(value) ? value : quote(value);
}

/** Nothing that YAML or Compose could read as another type, a comment, a key or a variable. */
function isPlain(value: string): boolean {
  if (/^\d+(?:ms|[smhMG])$/.test(value)) return true;
  return (
    /^[A-Za-z./][\w./@-]*(?::[\w./-]+)?$/.test(value) &&
    !/^(y|n|yes|no|on|off|true|false|null|\.inf|\.nan)$/i.test(value)
  );
}

function quote(value: string): string {
  // JSON leaves these as they are, and YAML would read some of them as line breaks.
  return JSON.stringify(value).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text that Compose must not read variables in. */
export function literal(text: string): string {
  return text.replace(/\$/g, '$$$$');
}
