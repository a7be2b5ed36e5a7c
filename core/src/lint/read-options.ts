import { isMap, isScalar, type Node, type Pair } from 'yaml';
import { message } from '../text/index.ts';
import { eachEntry, readTexts, reportUnknownKey, spanOf, type Reader } from './config-reader.ts';
import { labelTypes, noOptions, type LabelOptions, type LabelType, type RuleOptions } from './options.ts';

/** The keys of a configuration that tell single rules something. */
export const optionKeys = ['registries', 'labels', 'secrets'] as const;

/** Reads one of the keys above into the options; undefined when the key is another. */
export function readOptions(
  key: string,
  { value, options }: { readonly value: Node | null; readonly options: RuleOptions },
  reader: Reader,
): RuleOptions | undefined {
  if (key === 'registries') return { ...options, trustedRegistries: readRegistries(value, reader) };
  if (key === 'labels') return { ...options, labels: readLabels(value, reader) };
  if (key === 'secrets') return { ...options, requiredSecretMounts: readSecrets(value, reader) };
  return undefined;
}

function readRegistries(node: Node | null, reader: Reader): readonly string[] {
  let trusted = noOptions.trustedRegistries;
  eachKnown(node, { name: 'registries', known: ['trusted'] }, reader, (_key, value) => {
    trusted = readTexts(value, message('A list of registries is expected here, such as `docker.io`.'), reader);
  });
  return trusted;
}

function readLabels(node: Node | null, reader: Reader): LabelOptions {
  let { schema, strict } = noOptions.labels;
  eachKnown(node, { name: 'labels', known: ['schema', 'strict'] }, reader, (key, value) => {
    if (key === 'schema') schema = readSchema(value, reader);
    else if (isScalar(value) && typeof value.value === 'boolean') strict = value.value;
    else if (value) reader.report('bad-value', spanOf(value), message('Write `true` or `false`.'));
  });
  return { schema, strict };
}

function readSchema(node: Node | null, reader: Reader): LabelOptions['schema'] {
  const schema: Record<string, LabelType> = {};
  eachPair(node, 'schema', reader, (name, value, pair) => {
    const written = isScalar(value) ? String(value.value) : '';
    const type = labelTypes.find((each) => each === written);
    if (type) schema[name] = type;
    else {
      const sentence = message('`{value}` is no type of label. Known: {known}.', {
        value: written,
        known: labelTypes.join(', '),
      });
      reader.report('bad-value', spanOf(value ?? pair.key), sentence);
    }
  });
  return schema;
}

function readSecrets(node: Node | null, reader: Reader): RuleOptions['requiredSecretMounts'] {
  const required: Record<string, readonly string[]> = {};
  eachKnown(node, { name: 'secrets', known: ['required'] }, reader, (_key, value) => {
    eachPair(value, 'required', reader, (program, ids) => {
      required[program] = readTexts(ids, message('A list of secret ids is expected here.'), reader);
    });
  });
  return required;
}

function eachKnown(
  node: Node | null,
  { name, known }: { readonly name: string; readonly known: readonly string[] },
  reader: Reader,
  visit: (key: string, value: Node | null) => void,
): void {
  eachPair(node, name, reader, (key, value, pair) => {
    if (known.includes(key)) visit(key, value);
    else reportUnknownKey(key, pair, known, reader);
  });
}

function eachPair(
  node: Node | null,
  name: string,
  reader: Reader,
  visit: (key: string, value: Node | null, pair: Pair<Node>) => void,
): void {
  if (node === null || (isScalar(node) && node.value === null)) return;
  if (isMap(node)) eachEntry(node, visit);
  else reader.report('bad-value', spanOf(node), message('`{name}` is a mapping of keys.', { name }));
}
