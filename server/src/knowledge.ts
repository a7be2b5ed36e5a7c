import type { ImageFacts, ImageFactsEntry, Knowledge } from '#core';

/** What the client told of the engine's images. Reading never waits. */
export interface KnowledgeCache extends Knowledge {
  /** References of all known images, for completion. */
  readonly references: readonly string[];
}

/** Reads a `drydock/imageFacts` payload; entries that make no sense are left out. */
export function readKnowledge(payload: unknown): KnowledgeCache {
  const entries = Array.isArray(payload) ? payload.filter(isEntry) : [];
  const facts = new Map<string, ImageFacts>(entries.map((entry) => [withTag(entry.reference), entry]));
  return {
    answered: Array.isArray(payload),
    references: entries.map(({ reference }) => reference),
    image: (reference) => facts.get(withTag(reference)),
  };
}

function isEntry(entry: unknown): entry is ImageFactsEntry {
  return typeof entry === 'object' && entry !== null && typeof (entry as ImageFactsEntry).reference === 'string';
}

/** The engine lists `alpine:latest`; one may write `alpine`. */
function withTag(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return /[:@]/.test(name) ? reference : `${reference}:latest`;
}
