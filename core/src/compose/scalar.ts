/** A value as Compose sees it behind a YAML scalar. */
export type ScalarValue = string | number | boolean | null;

const words: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

const yamlFloat = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/**
 * Reads an unquoted scalar by the rules of go-yaml, which Compose uses: neither YAML 1.1 nor 1.2. `yes` and `on` are
 * strings, a leading 0 means octal, `_` may group digits, and `22:22` is a string.
 */
export function readPlainScalar(source: string): ScalarValue {
  const word = words.get(source);
  if (word !== undefined) return word;
  if (!/^[-+.0-9]/.test(source)) return source;
  const digits = source.replaceAll('_', '');
  return readInteger(digits) ?? (yamlFloat.test(digits) ? Number.parseFloat(digits) : source);
}

function readInteger(digits: string): number | undefined {
  const match = /^([-+]?)(?:0x([0-9a-f]+)|0b([01]+)|0o([0-7]+)|0([0-7]+)|(0|[1-9][0-9]*))$/i.exec(digits);
  if (!match) return undefined;
  const [, sign, hex, binary, octal, oldOctal, decimal] = match;
  const value = hex
    ? Number.parseInt(hex, 16)
    : binary
      ? Number.parseInt(binary, 2)
      : (octal ?? oldOctal)
        ? Number.parseInt(octal ?? oldOctal ?? '', 8)
        : Number.parseInt(decimal ?? '', 10);
  return sign === '-' ? -value : value;
}

/** Reads a scalar whose type is written before it (`!!str 1`, `!!int "3"`); any other tag leaves a string. */
export function readTaggedScalar(tag: string, source: string): ScalarValue {
  const type = tag.replace(/^!!|^tag:yaml\.org,2002:/, '');
  if (type === 'null') return null;
  if (!['int', 'float', 'bool'].includes(type)) return source;
  return readPlainScalar(source);
}

/** True for unquoted text that go-yaml turns into a date, which Compose then has no use for. */
export function isTimestamp(source: string): boolean {
  return /^\d{4}-\d{1,2}-\d{1,2}(([Tt]|[ \t]+)\d{1,2}:\d{2}:\d{2}(\.\d+)?[ \t]*(Z|[-+]\d{1,2}(:?\d{2})?)?)?$/.test(
    source,
  );
}
