import type { Keyword } from '../dockerfile/index.ts';
import { mountParameters, parameters } from './dockerfile-parameters.data.ts';
import { instructions, instructionUrl, mountKeys, type MountKeyHelp } from './dockerfile-syntax.data.ts';
import { splitMount } from './flag-places.ts';
import type { Signature, SignatureHelp, SignatureParameter } from './model.ts';
import { readMore, say } from './rich-text.ts';

/** Every form of an instruction, each with all of its flags. */
export function signaturesOf(keyword: Keyword): readonly Signature[] {
  const { syntax, summary } = instructions[keyword];
  const documentation = [...say(summary), ...readMore(instructionUrl(keyword))];
  return syntax.map((form) => ({ ...labelForm(keyword, form), documentation, activeParameter: 0 }));
}

type Labelled = Pick<Signature, 'label' | 'parameters'>;

function labelForm(keyword: Keyword, form: string): Labelled {
  const found: SignatureParameter[] = [];
  let label = `${keyword} `;
  const rest = form
    .slice(label.length)
    .replace(/\[--[^\]]*\] ?/g, '')
    .replaceAll('\n', ' ');
  for (const flag of isAlone(rest) ? [] : instructions[keyword].flags) {
    const name = `--${flag.name}`;
    const text = flag.values === null ? name : `${name}=…`;
    const start = label.length + 1;
    found.push({ name, span: { start, end: start + text.length }, documentation: flag.summary });
    label += `[${text}] `;
  }
  for (const match of rest.matchAll(/["<]*([a-z]+)[">]*/g)) {
    const start = label.length + match.index;
    const name = match[1] ?? '';
    const documentation = parameters[keyword][name] ?? null;
    found.push({ name, span: { start, end: start + match[0].length }, documentation });
  }
  return { label: label + rest, parameters: found };
}

/** `HEALTHCHECK NONE` takes nothing else. */
function isAlone(rest: string): boolean {
  return rest === 'NONE';
}

/** One signature for each type of mount; the cursor stands at the end of `typed`. */
export function mountSignatures(typed: string): SignatureHelp {
  const written = splitMount(typed);
  const types = Object.keys(mountKeys);
  const type = written.find(({ key }) => key === 'type')?.value?.toLowerCase();
  const active = types.findIndex(
    (each) => each === type || (type !== undefined && type !== '' && each.startsWith(type)),
  );
  const signatures = types.map((each) => {
    const { label, parameters: keys } = labelMount(each, mountKeys[each] ?? []);
    const activeParameter = findKey(
      keys,
      written.map(({ key }) => key),
    );
    return { label, parameters: keys, activeParameter, documentation: [] };
  });
  return { signatures, active: Math.max(0, active), quiet: false };
}

function labelMount(type: string, keys: readonly MountKeyHelp[]): Labelled {
  const found: SignatureParameter[] = [];
  let label = '--mount=';
  for (const { name, values } of [{ name: 'type', values: [type] }, ...keys]) {
    const text = name === 'type' ? `type=${type}` : values === null ? name : `${name}=…`;
    const start = label.length;
    found.push({ name, span: { start, end: start + text.length }, documentation: mountParameters[name] ?? null });
    label += `${text},`;
  }
  return { label: label.slice(0, -1), parameters: found };
}

const aliases: ReadonlyMap<string, string> = new Map([
  ['src', 'source'],
  ['dst', 'target'],
  ['destination', 'target'],
  ['readonly', 'ro'],
  ['readwrite', 'rw'],
]);

/** The key that is being typed; before its first letter the first one that is not there yet. */
function findKey(keys: readonly SignatureParameter[], written: readonly string[]): number | null {
  const last = written.at(-1) ?? '';
  const name = aliases.get(last) ?? last;
  const used = new Set(written.map((each) => aliases.get(each) ?? each));
  const exact = keys.findIndex((key) => key.name === name);
  const found = exact >= 0 ? exact : keys.findIndex((key) => !used.has(key.name) && key.name.startsWith(name));
  return found < 0 ? null : found;
}
