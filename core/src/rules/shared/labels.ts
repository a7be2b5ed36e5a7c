import type { Instruction, Word } from '../../dockerfile/index.ts';
import type { LabelType, Preset, RuleOptions } from '../../lint/index.ts';
import { notHadolint, onlyHadolint } from './views.ts';

/** A label whose value has to be of a certain form. */
export interface TypedLabel {
  readonly name: string;
  readonly value: Word;
  /** The presets in which its value is judged; all when absent. */
  readonly presets: readonly Preset[] | undefined;
}

/** What the OCI image specification says of the values of its own labels. */
const specified: ReadonlyMap<string, LabelType> = new Map([
  ['org.opencontainers.image.created', 'rfc3339'],
  ['org.opencontainers.image.url', 'url'],
  ['org.opencontainers.image.documentation', 'url'],
  ['org.opencontainers.image.source', 'url'],
  ['org.opencontainers.image.licenses', 'spdx'],
]);

/**
 * The labels of an instruction that hold a value of this type, by the project's schema or by the OCI specification. What
 * a variable will hold nobody knows, so only hadolint judges the text around it.
 */
export function findLabelsOf(label: Instruction, type: LabelType, options: RuleOptions): readonly TypedLabel[] {
  return label.assignments.flatMap(({ name, value }): TypedLabel[] => {
    if (value === null) return [];
    const configured = isOfSchema(name.value, options) ? options.labels.schema[name.value] : undefined;
    if ((configured ?? specified.get(name.value)) !== type) return [];
    const isOpen = value.raw.includes('$');
    if (isOpen && configured === undefined) return [];
    const presets = isOpen ? onlyHadolint : configured === undefined ? notHadolint : undefined;
    return [{ name: name.value, value, presets }];
  });
}

/** True for labels that the project's own schema names. */
export function isOfSchema(name: string, { labels }: RuleOptions): boolean {
  return Object.hasOwn(labels.schema, name);
}
