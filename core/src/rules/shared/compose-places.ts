import type { ComposeFile, ComposeNode, ComposeService, MapEntry, MapNode } from '../../compose/index.ts';
import type { Span } from '../../text/index.ts';

/** Where a value that an alias or a merge key brought in is really written: the related place of a finding; else none. */
export function originOf(node: ComposeNode): readonly Span[] {
  return node.origin === null ? [] : [node.origin];
}

/** What to underline for a piece of a service's entry, and the related places. */
export interface Place {
  readonly at: Span;
  readonly origins: readonly Span[];
}

/**
 * The place of something inside `entry`: where it stands, or, when the whole entry came through an alias or a merge key,
 * the use of that name in this service, with the true place as related information.
 */
export function placeInside(entry: MapEntry, at: Span): Place {
  if (entry.value.origin !== null) return { at: entry.value.span, origins: [at] };
  return { at, origins: [] };
}

/** The top-level entry of `section` with this name, or undefined. */
export function findDeclared(file: ComposeFile, section: string, name: string): MapEntry | undefined {
  const value = file.root?.entries.find((entry) => entry.key === section)?.value;
  return value?.kind === 'map' ? value.entries.find((entry) => entry.key === name) : undefined;
}

/** The mapping of a service, when it is one. */
export function mapOf(service: ComposeService): MapNode | undefined {
  return service.node.kind === 'map' ? service.node : undefined;
}
