import { message, span, type Message, type Problem, type Span } from '../text/index.ts';
import { canRead, exampleOf } from './formats.ts';
import type { ComposeNode, MapEntry, MapNode, ScalarNode, SeqNode } from './model.ts';
import { isTimestamp } from './scalar.ts';
import { specMaps } from './spec.data.ts';
import type { ScalarType, Shape, SpecMap } from './spec-shapes.ts';
import { keysOf, typeNames } from './spec.ts';
import { clip, findNearest } from './suggest.ts';

type Report = (problem: Problem) => void;

/** What a value is called in a message, and where a problem with it as a whole is shown. */
interface Owner {
  readonly name: string;
  readonly at: Span;
}

/** Compares a file with the Compose Specification: unknown keys, wrong types, values that Compose cannot convert. */
export function checkShapes(root: MapNode, report: Report): void {
  // A mapping that several places share through an alias is judged once in each role it plays.
  const seen = new Set<string>();
  const reportOnce: Report = (problem) => {
    const id = `${problem.code} ${problem.span.start} ${problem.span.end}`;
    if (!seen.has(id)) report(problem);
    seen.add(id);
  };
  checkValue(root, [{ kind: 'known', map: 'file' }], { name: '', at: root.span }, reportOnce);
}

function checkValue(node: ComposeNode, shapes: readonly Shape[], owner: Owner, report: Report): void {
  if (node.tag === '!reset' || isLostAlias(node)) return;
  if (node.kind === 'scalar') checkScalar(node, shapes, owner, report);
  else if (node.kind === 'seq') checkList(node, shapes, owner, report);
  else checkMap(node, shapes, owner, report);
}

/** An alias that names nothing was reported already, and nobody knows what it would have been. */
function isLostAlias(node: ComposeNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.raw === '' && node.span.start < node.span.end;
}

function checkList(node: SeqNode, shapes: readonly Shape[], owner: Owner, report: Report): void {
  const items = shapes.flatMap((shape) => (shape.kind === 'list' ? shape.items : []));
  if (items.length === 0) return report(wrongType(shapes, owner, node.span));
  for (const item of node.items) checkValue(item, items, { name: owner.name, at: item.span }, report);
}

function checkMap(node: MapNode, shapes: readonly Shape[], owner: Owner, report: Report): void {
  const known = shapes.find((shape) => shape.kind === 'known');
  const named = shapes.find((shape) => shape.kind === 'named');
  const map = known && specMaps[known.map];
  if (map) return checkKnown(node, map, owner, report);
  if (named) {
    for (const entry of node.entries)
      checkValue(entry.value, named.values, { name: entry.key, at: placeOf(entry) }, report);
    return;
  }
  if (!shapes.some((shape) => shape.kind === 'any-mapping')) report(wrongType(shapes, owner, owner.at));
}

function checkKnown(node: MapNode, map: SpecMap, owner: Owner, report: Report): void {
  for (const entry of node.entries) {
    const key = map.keys.find((candidate) => candidate.name === entry.key);
    if (key) checkValue(entry.value, key.shapes, { name: entry.key, at: placeOf(entry) }, report);
    else if (!map.open && !(map.extensible && entry.key.startsWith('x-'))) report(unknownKey(entry, map, owner));
  }
  for (const { name, required } of map.keys) {
    if (!required || node.entries.some((entry) => entry.key === name)) continue;
    const at = node.origin === null ? (node.entries[0]?.keySpan ?? owner.at) : node.span;
    report(problemAt('missing-key', message('`{key}` is missing here; Compose requires it.', { key: name }), at));
  }
}

function unknownKey(entry: MapEntry, map: SpecMap, owner: Owner): Problem {
  const names = map.keys.map((key) => key.name);
  const meant = findNearest(entry.key, names);
  return problemAt('unknown-key', sayUnknown(clip(entry.key), meant, owner.name), entry.keySpan);
}

function sayUnknown(key: string, meant: string | undefined, owner: string): Message {
  if (meant !== undefined) return message('Compose knows no `{key}` here. Did you mean `{meant}`?', { key, meant });
  return owner === ''
    ? message('Compose knows no top-level key `{key}`. Keys of your own begin with `x-`.', { key })
    : message('Compose knows no `{key}` in `{owner}`.', { key, owner });
}

function checkScalar(node: ScalarNode, shapes: readonly Shape[], owner: Owner, report: Report): void {
  if (node.style === 'plain' && isTimestamp(node.raw)) {
    return report(
      problemAt(
        'wrong-type',
        message('YAML reads `{text}` as a date. Put it in quotes.', { text: clip(node.raw) }),
        node.span,
      ),
    );
  }
  const type = typeOf(node);
  const fitting = shapes.filter((shape) => shape.kind === 'scalar' && accepts(shape.types, type));
  if (fitting.length === 0) return report(wrongType(shapes, owner, node.value === null ? owner.at : node.span, node));
  // A variable that nobody knows the value of may turn out right.
  const text = type === 'string' ? node.text : null;
  if (text === null) return;
  const said = fitting.map((shape) => judgeText(text, shape, owner.name));
  const [first] = said;
  if (first && said.every((one) => one !== undefined)) report(problemAt('invalid-value', first, node.span));
}

function judgeText(text: string, shape: Shape, name: string): Message | undefined {
  if (shape.kind !== 'scalar') return undefined;
  const shown = clip(text);
  if (shape.values && !shape.values.includes(text)) {
    const values = shape.values.join('`, `');
    const meant = findNearest(text, shape.values);
    return meant === undefined
      ? message('`{name}` takes one of `{values}`.', { name, values })
      : message('`{name}` takes no `{text}`. Did you mean `{meant}`?', { name, text: shown, meant });
  }
  if (shape.pattern && !new RegExp(shape.pattern).test(text)) {
    return message('Compose does not accept `{text}` as `{name}`.', { text: shown, name });
  }
  // Where a switch or a number may be text, only what can be converted is accepted.
  if (!shape.reads || canRead(shape.reads, text)) return undefined;
  const example = exampleOf(shape.reads);
  if (shape.reads === 'command') return message('The quotes or brackets of this command do not fit together.');
  return message('`{name}` cannot be read from `{text}`; write for example `{example}`.', {
    name,
    text: shown,
    example,
  });
}

function typeOf({ value, interpolated }: ScalarNode): ScalarType {
  if (interpolated) return 'string';
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

function accepts(types: readonly ScalarType[], type: ScalarType): boolean {
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

function wrongType(shapes: readonly Shape[], { name, at: ownerAt }: Owner, at: Span, node?: ScalarNode): Problem {
  const where = at.start === at.end ? ownerAt : at;
  return problemAt('wrong-type', sayWrong(shapes, name, node), where);
}

function sayWrong(shapes: readonly Shape[], name: string, node: ScalarNode | undefined): Message {
  const types = typeNames(shapes);
  const quotable = node && node.value !== null && node.style === 'plain' && types.includes('string');
  if (quotable) return message('`{name}` must be text. Put `{text}` in quotes.', { name, text: clip(node.raw) });
  if (types.length > 0 && types.every((type) => type === 'list')) return message('`{name}` must be a list.', { name });
  if (types.every((type) => type === 'mapping'))
    return message('`{name}` must be a mapping of keys and values.', { name });
  if (types.every((type) => type === 'mapping' || type === 'list')) {
    return message('`{name}` must be a list or a mapping.', { name });
  }
  if (node?.value === null) return message('`{name}` has no value.', { name });
  const keys = keysOf(shapes).length > 0;
  if (types.includes('list')) return message('`{name}` must be a single value or a list.', { name });
  return keys || types.includes('mapping')
    ? message('`{name}` must be a single value or a mapping.', { name })
    : message('`{name}` must be a single value of this type: {types}.', { name, types: types.join(', ') });
}

function placeOf(entry: MapEntry): Span {
  return entry.merged ? entry.value.span : entry.keySpan;
}

function problemAt(code: string, said: Message, at: Span): Problem {
  return { code, kind: 'validity', message: said, span: span(at.start, at.end) };
}
