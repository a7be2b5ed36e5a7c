import type { Span } from '../text/index.ts';
import type { Flag, Instruction } from './model.ts';
import type { ProblemCode, Report } from './problems.ts';

/** One `key=value` of a mount. */
interface MountField {
  readonly key: string;
  /** Undefined for a key that stands alone. */
  readonly value: string | undefined;
  readonly written: string;
}

/** Reports what is wrong with RUN's flags before any variable is filled in. */
export function checkRunFlags({ flags }: Instruction, report: Report): void {
  for (const flag of flags) {
    const { name, value, span, valueSpan } = flag;
    const place = valueSpan ?? span;
    if (value === undefined) continue;
    if (name === 'network' && !/^(?:default|none|host)$/i.test(value)) report('invalid-network', place, { value });
    if (name === 'security' && !/^(?:sandbox|insecure)$/i.test(value)) report('invalid-security', place, { value });
    if (name !== 'mount') continue;
    const fields = readMount(value);
    if (!fields) report('invalid-mount', place);
    else if (fields.some(({ key, value: from }) => key === 'from' && /\$./s.test(from ?? ''))) {
      report('mount-from-variable', place);
    }
  }
}

/** The comma-separated fields of a mount, quotes as in CSV, or undefined when they cannot be read. */
export function readMount(text: string): MountField[] | undefined {
  const fields: string[] = [];
  let at = 0;
  if (text === '') return undefined;
  while (at <= text.length) {
    const field = text.charAt(at) === '"' ? readQuoted(text, at) : readPlain(text, at);
    if (!field) return undefined;
    fields.push(field.value);
    at = field.end + 1;
  }
  return fields.map((written) => {
    const equals = written.indexOf('=');
    const key = (equals < 0 ? written : written.slice(0, equals)).toLowerCase();
    return { key, value: equals < 0 ? undefined : written.slice(equals + 1), written };
  });
}

function readPlain(text: string, start: number): { value: string; end: number } | undefined {
  const comma = text.indexOf(',', start);
  const end = comma < 0 ? text.length : comma;
  const value = text.slice(start, end);
  return value.includes('"') ? undefined : { value, end };
}

function readQuoted(text: string, start: number): { value: string; end: number } | undefined {
  let value = '';
  let at = start + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    value += text.slice(at, quote);
    if (text.charAt(quote + 1) !== '"') {
      const isEnd = quote + 1 === text.length || text.charAt(quote + 1) === ',';
      return isEnd ? { value, end: quote + 1 } : undefined;
    }
    value += '"';
    at = quote + 2;
  }
  return undefined;
}

type Expand = (text: string, place: Span) => string | null;
interface Mount {
  readonly type: string;
  readonly values: ReadonlyMap<string, string | null>;
}

const booleanKeys = new Map([
  ['readonly', 'readonly'],
  ['ro', 'readonly'],
  ['readwrite', 'readwrite'],
  ['rw', 'readwrite'],
]);
const aliases = new Map([
  ['src', 'source'],
  ['dst', 'target'],
  ['destination', 'target'],
]);
const types: ReadonlySet<string> = new Set(['bind', 'cache', 'tmpfs', 'secret', 'ssh']);
const keys: ReadonlySet<string> = new Set([
  'type',
  'from',
  'source',
  'target',
  'required',
  'size',
  'id',
  'sharing',
  'mode',
  'uid',
  'gid',
  'env',
]);
const numberKeys: Readonly<Record<string, RegExp>> = { mode: /^[0-7]+$/, uid: /^\d+$/, gid: /^\d+$/ };

/** Reports what is wrong with a mount once variables are filled in; the first mistake only, as the builder does. */
export function checkMount(flag: Flag, expand: Expand, report: Report): void {
  const place = flag.valueSpan ?? flag.span;
  const fields = readMount(flag.value ?? '');
  if (!fields) return;
  const fail = (code: ProblemCode, args: Readonly<Record<string, string>> = {}): null => {
    report(code, place, args);
    return null;
  };
  const values = new Map<string, string | null>();
  let mount: Mount | null = { type: 'bind', values };
  for (const { key, value: written, written: field } of fields) {
    const value: string | null = written === undefined ? null : expand(written, place);
    mount = readField({ key, value, field, isAlone: written === undefined }, mount, fail);
    if (!mount) return;
    values.set(aliases.get(key) ?? booleanKeys.get(key) ?? key, value);
  }
  checkTogether(mount, fail);
}

type Fail = (code: ProblemCode, args?: Readonly<Record<string, string>>) => null;
interface ExpandedField {
  readonly key: string;
  readonly value: string | null;
  readonly field: string;
  readonly isAlone: boolean;
}

function readField(given: ExpandedField, mount: Mount, fail: Fail): Mount | null {
  const { key, value, field, isAlone } = given;
  const name = aliases.get(key) ?? key;
  if (booleanKeys.has(key) || name === 'required') return readSwitch(given, mount, fail);
  if (isAlone) return keys.has(name) ? fail('mount-key-value', { key }) : fail('mount-key', { key: field });
  if (!keys.has(name)) return fail('mount-key', { key });
  if (name === 'size' && mount.type !== 'tmpfs') return fail('mount-key-type', { key, type: mount.type });
  // A value that only a build knows is taken for a good one.
  if (value === null) return mount;
  if (name === 'type') {
    const type = value.toLowerCase();
    return types.has(type) ? { ...mount, type } : fail('mount-type', { value });
  }
  return isGoodValue(name, value) ? mount : fail('mount-value', { key, value });
}

/** Keys that are true when they stand alone. */
function readSwitch({ key, value, isAlone }: ExpandedField, mount: Mount, fail: Fail): Mount | null {
  if (key === 'required' && mount.type !== 'secret' && mount.type !== 'ssh') {
    return fail('mount-key-type', { key, type: mount.type });
  }
  return isAlone || isBoolean(value) ? mount : fail('mount-value', { key, value: value ?? '' });
}

function isGoodValue(name: string, value: string): boolean {
  if (name === 'sharing') return /^(?:shared|private|locked)$/i.test(value);
  if (name === 'size') return /^\d+(?:\.\d+)? ?(?:[kmgtp]?i?b?)$/i.test(value);
  return numberKeys[name]?.test(value) ?? true;
}

function isBoolean(value: string | null): boolean {
  return value === null || /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value);
}

function checkTogether({ type, values }: Mount, fail: Fail): void {
  if (type === 'bind' || type === 'tmpfs') {
    for (const key of ['mode', 'uid', 'gid']) {
      if (values.has(key)) {
        fail('mount-key-type', { key, type });
        return;
      }
    }
  }
  if (values.has('sharing') && type !== 'cache') fail('mount-key-type', { key: 'sharing', type });
  else if (type === 'secret') checkSecret(values, fail);
  else if (type !== 'ssh' && isRoot(values.get('target'))) fail('mount-target');
}

function checkSecret(values: Mount['values'], fail: Fail): void {
  const has = (key: string): boolean => values.has(key) && values.get(key) !== '';
  if (has('from')) fail('mount-key-type', { key: 'from', type: 'secret' });
  else if (!has('source') && !has('target') && !has('id')) fail('mount-secret');
  else if (has('source') && has('id')) fail('mount-source-and-id');
}

function isRoot(target: string | null | undefined): boolean {
  return target !== null && /^[./]*$/.test(target ?? '') && !/\.{3}/.test(target ?? '');
}
