import { join } from 'node:path';
import { peers, type Level, type RuleRefs } from '#core';
import { readJson } from './files.ts';

/** What is known of a rule before it is written. */
export interface RuleFacts {
  readonly detects: string;
  readonly notes: string;
  readonly anchor: string | null;
  readonly severity: Level;
  readonly refs: RuleRefs;
}

interface CatalogueEntry {
  readonly key: string;
  readonly detects: string;
  readonly notes?: string;
  readonly anchor?: string;
  readonly severity: Level;
  readonly cis?: readonly string[];
  readonly bench134?: readonly string[];
  readonly peers?: Readonly<Record<string, readonly string[]>>;
}

/** The entry of the rule catalogue that lies beside a checkout where there is one; undefined elsewhere. */
export function findFacts(root: string, key: string): RuleFacts | undefined {
  const entries = (readJson(join(root, '../shared/anchors/rules-catalogue.json')) ?? []) as readonly CatalogueEntry[];
  const entry = entries.find((each) => each.key === key);
  if (!entry) return undefined;
  const named: Record<string, readonly string[]> = {
    cis: entry.cis ?? [],
    bench134: entry.bench134 ?? [],
    ...entry.peers,
  };
  const refs = Object.fromEntries(peers.flatMap((peer) => (named[peer]?.length ? [[peer, named[peer]]] : [])));
  return {
    detects: entry.detects,
    notes: entry.notes ?? '',
    anchor: entry.anchor ?? null,
    severity: entry.severity,
    refs,
  };
}
