import type { Stage } from '../dockerfile/index.ts';
import { baseHabits, type BaseHabit } from './dockerfile-values.data.ts';

/** A reference of the engine's list in its parts: `ghcr.io/acme/tool:1.2`. */
export interface LocalImage {
  readonly reference: string;
  readonly repository: string;
  readonly tag: string;
}

export function splitReference(reference: string): LocalImage {
  const colon = reference.lastIndexOf(':');
  const hasTag = colon > reference.lastIndexOf('/') && !reference.includes('@');
  return {
    reference,
    repository: hasTag ? reference.slice(0, colon) : reference,
    tag: hasTag ? reference.slice(colon + 1) : '',
  };
}

/** The name by which people know a repository: without Docker Hub's own prefixes. */
export function familiarName(repository: string): string {
  return repository.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
}

/** The familiar name of the image that a stage is built on in the end; undefined when it is none. */
export function findBaseName(chain: readonly Stage[]): string | undefined {
  const base = chain[0]?.base;
  if (base?.kind !== 'image') return undefined;
  const { registry, repository } = base.image;
  return familiarName(registry === null ? repository : `${registry}/${repository}`);
}

/** What is known of applications on an image, by its familiar name. */
export function findHabit(image: string): BaseHabit | undefined {
  return image === '' ? undefined : baseHabits.find(({ name }) => name.test(image));
}

interface RankedTag {
  readonly tag: string;
  /** 0 for versions, 1 for other names, 2 for what comes before a version, 3 for `latest`. */
  readonly group: number;
  readonly numbers: readonly number[];
  readonly suffix: string;
}

/** Tags in the order in which one looks for them: versions first and the newest on top, `latest` at the end. */
export function rankTags<T extends { readonly tag: string }>(images: readonly T[]): T[] {
  const ranked = images.map((image) => ({ image, rank: rankTag(image.tag) }));
  return ranked.sort((a, b) => compareTags(a.rank, b.rank)).map(({ image }) => image);
}

function rankTag(tag: string): RankedTag {
  const [, version, suffix = ''] = /^v?(\d+(?:\.\d+)*)(.*)$/s.exec(tag) ?? [];
  if (version === undefined) return { tag, group: tag === 'latest' ? 3 : 1, numbers: [], suffix: '' };
  const isEarly = /^[-.]?(?:alpha|beta|dev|pre|rc)/i.test(suffix);
  return { tag, group: isEarly ? 2 : 0, numbers: version.split('.').map(Number), suffix };
}

function compareTags(a: RankedTag, b: RankedTag): number {
  if (a.group !== b.group) return a.group - b.group;
  for (let at = 0; at < Math.max(a.numbers.length, b.numbers.length); at++) {
    // Where one version goes on and the other ends, the longer one is the more exact.
    const difference = (b.numbers[at] ?? -1) - (a.numbers[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return compareText(a.suffix, b.suffix) || compareText(a.tag, b.tag);
}

/** By code units, so that the order is the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
