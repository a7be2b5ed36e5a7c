import { message, type Message, type Problem } from '../text/index.ts';
import type { ComposeService, MapNode } from './model.ts';
import { findEntry, sectionEntries, textOfNode } from './read.ts';
import { referencesOf, type Reference, type ReferenceKind } from './references.ts';
import { findNearest } from './suggest.ts';

type Report = (problem: Problem) => void;

/** The parts of a file in which names are looked up. */
export interface Names {
  readonly root: MapNode;
  readonly services: readonly ComposeService[];
}

/**
 * Reports names that nothing declares, and services that wait for one another. Services behind a profile are not looked
 * at: Compose does not read their references while the profile is off.
 */
export function checkReferences({ root, services }: Names, report: Report): void {
  const declared: Record<ReferenceKind, ReadonlySet<string>> = {
    service: new Set(services.map((service) => service.name)),
    network: new Set(['default', ...keysIn(root, 'networks')]),
    volume: new Set(keysIn(root, 'volumes')),
    secret: new Set(keysIn(root, 'secrets')),
    config: new Set(keysIn(root, 'configs')),
    model: new Set(keysIn(root, 'models')),
  };
  for (const service of services) {
    checkBase(service, declared.service, report);
    if (isBehindProfile(service)) continue;
    for (const reference of referencesOf(service)) {
      if (declared[reference.kind].has(reference.name)) continue;
      const meant = findNearest(reference.name, declared[reference.kind]);
      report(problemAt(`undefined-${reference.kind}`, sayUndefined(reference, meant), reference.span));
    }
  }
  checkCycles(services, report);
  checkBaseCycles(services, report);
}

/** True for a service that only runs when one of its profiles is switched on. */
export function isBehindProfile(service: ComposeService): boolean {
  const profiles = service.find('profiles')?.value;
  return profiles?.kind === 'seq' && profiles.items.length > 0;
}

function keysIn(root: MapNode, section: string): string[] {
  return sectionEntries(root, section).map((entry) => entry.key);
}

function checkBase(service: ComposeService, known: ReadonlySet<string>, report: Report): void {
  const base = baseOf(service);
  if (!base || known.has(base.name)) return;
  const reference: Reference = { ...base, kind: 'service', ordered: false };
  report(problemAt('undefined-service', sayUndefined(reference, findNearest(base.name, known)), base.span));
}

/** Services that extend one another in a circle; each has one base at most, so following it is enough. */
function checkBaseCycles(services: readonly ComposeService[], report: Report): void {
  const bases = new Map(services.map((service) => [service.name, baseOf(service)]));
  const done = new Set<string>();
  for (const start of bases.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let name: string | undefined = start;
    while (name !== undefined && !done.has(name) && !onPath.has(name)) {
      path.push(name);
      onPath.add(name);
      name = bases.get(name)?.name;
    }
    const last = bases.get(path.at(-1) ?? '');
    if (name !== undefined && last && onPath.has(name)) {
      const circle = showCircle(path, path.indexOf(name));
      report(
        problemAt('dependency-cycle', message('These services extend one another: {circle}.', { circle }), last.span),
      );
    }
    for (const passed of path) done.add(passed);
  }
}

function baseOf(service: ComposeService): { readonly name: string; readonly span: Problem['span'] } | undefined {
  const base = service.find('extends')?.value;
  if (!base || findEntry(base, 'file')) return undefined;
  const node = base.kind === 'map' ? findEntry(base, 'service')?.value : base;
  const name = textOfNode(node);
  return node && name !== undefined ? { name, span: node.span } : undefined;
}

function sayUndefined({ kind, name }: Reference, meant: string | undefined): Message {
  if (meant !== undefined) return message('`{name}` is not declared. Did you mean `{meant}`?', { name, meant });
  switch (kind) {
    case 'service':
      return message('There is no service `{name}` in this file.', { name });
    case 'network':
      return message('The network `{name}` is not declared under the top-level `networks`.', { name });
    case 'volume':
      return message('The volume `{name}` is not declared under the top-level `volumes`.', { name });
    case 'secret':
      return message('The secret `{name}` is not declared under the top-level `secrets`.', { name });
    case 'config':
      return message('The config `{name}` is not declared under the top-level `configs`.', { name });
    case 'model':
      return message('The model `{name}` is not declared under the top-level `models`.', { name });
  }
}

type VisitState = Map<string, number | 'done'>;

interface Visit {
  readonly name: string;
  readonly next: readonly Reference[];
  at: number;
}

/** Walks along the references with a list of its own: a chain of ten thousand services costs no stack. */
function checkCycles(services: readonly ComposeService[], report: Report): void {
  const byName = new Map(
    services.filter((service) => !isBehindProfile(service)).map((service) => [service.name, service]),
  );
  // Where a name stands on the path while it is open, and `done` behind that.
  const state: VisitState = new Map();
  for (const start of byName.keys()) {
    if (state.has(start)) continue;
    const path: Visit[] = [];
    const enter = (name: string): void => {
      state.set(name, path.length);
      path.push(visit(name, byName));
    };
    enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const reference = top.next[top.at++];
      const seen = reference && state.get(reference.name);
      if (!reference) {
        state.set(top.name, 'done');
        path.pop();
      } else if (typeof seen === 'number') report(sayCycle(path, seen, reference));
      else if (seen === undefined && byName.has(reference.name)) enter(reference.name);
    }
  }
}

function visit(name: string, byName: ReadonlyMap<string, ComposeService>): Visit {
  const service = byName.get(name);
  return { name, next: service ? referencesOf(service).filter((reference) => reference.ordered) : [], at: 0 };
}

function sayCycle(path: readonly Visit[], from: number, { span }: Reference): Problem {
  const names = path.slice(from, from + mostShown + 1).map((step) => step.name);
  const circle = showCircle(names, 0, path.length - from);
  return problemAt('dependency-cycle', message('These services wait for one another: {circle}.', { circle }), span);
}

/** So many names of a circle are said; the rest of a long one is left out. */
const mostShown = 8;

function showCircle(path: readonly string[], from: number, length = path.length - from): string {
  const names = path.slice(from, from + mostShown);
  const shown = length > mostShown ? [...names.slice(0, mostShown - 1), '…'] : names;
  return [...shown, names[0] ?? ''].join(' -> ');
}

function problemAt(code: string, said: Message, span: Problem['span']): Problem {
  return { code, kind: 'validity', message: said, span };
}
