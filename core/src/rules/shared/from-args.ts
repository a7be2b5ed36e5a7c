import {
  expandText,
  findVariables,
  platformArgs,
  type Dockerfile,
  type Environment,
  type Stage,
  type VariableUse,
} from '../../dockerfile/index.ts';
import { contains, remove, span, type Span, type TextEdit } from '../../text/index.ts';

/** The flag `--platform=…` of a FROM, with its value. */
export interface PlatformFlag {
  readonly value: string;
  readonly valueSpan: Span;
  readonly span: Span;
}

export function findPlatformFlag({ from }: Stage): PlatformFlag | undefined {
  const flag = from.flags.find(({ name }) => name === 'platform');
  return flag?.value && flag.valueSpan ? { value: flag.value, valueSpan: flag.valueSpan, span: flag.span } : undefined;
}

/** Takes a flag out of its line, with the blanks behind it. */
export function removeFlag(flag: Pick<PlatformFlag, 'span'>, text: string): TextEdit {
  let { end } = flag.span;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return remove(span(flag.span.start, end));
}

/** The variables in the image of a FROM and in its `--platform`. */
export function findFromVariables({ from, image }: Stage, escape: string): readonly VariableUse[] {
  if (!from.code.includes('$')) return [];
  const places = [image?.span, from.flags.find(({ name }) => name === 'platform')?.valueSpan];
  return findVariables(from, escape).filter((use) => places.some((place) => place && contains(place, use.span)));
}

/** The names that a FROM line may use: ARG instructions before the first FROM, and what the builder sets itself. */
export function findFromNames({ globalArgs }: Dockerfile): ReadonlySet<string> {
  const declared = globalArgs.flatMap(({ assignments }) => assignments.map(({ name }) => name.value));
  return new Set([...platformArgs, ...declared]);
}

/**
 * What FROM lines see when nobody gives a `--build-arg`: an ARG without default is unset. A common platform stands for
 * the one that the build runs on. Undefined when a default cannot be expanded.
 */
export function createDefaultEnvironment({ globalArgs, escape }: Dockerfile): Environment | undefined {
  const values = new Map<string, string>(platformArgs.map((name) => [name, platformValues[name] ?? '']));
  const environment: Environment = { get: (name) => values.get(name), names: () => [...values.keys()] };
  for (const { name, value } of globalArgs.flatMap(({ assignments }) => assignments)) {
    if (!value) continue;
    const expanded = expandText(value.raw, { escape, environment });
    if (expanded.value === null) return undefined;
    values.set(name.value, expanded.value);
  }
  return environment;
}

const platformValues: Readonly<Record<string, string>> = {
  BUILDPLATFORM: 'linux/amd64',
  BUILDOS: 'linux',
  BUILDARCH: 'amd64',
  TARGETPLATFORM: 'linux/amd64',
  TARGETOS: 'linux',
  TARGETARCH: 'amd64',
  TARGETSTAGE: 'default',
};
