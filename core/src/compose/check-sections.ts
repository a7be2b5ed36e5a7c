import { message, type Message, type Problem, type Span } from '../text/index.ts';
import { isBehindProfile } from './check-references.ts';
import type { ComposeService, MapEntry, MapNode } from './model.ts';
import { booleanOfNode, findEntry, sectionEntries, textOfNode } from './read.ts';

type Report = (problem: Problem) => void;

/** What Compose demands of the top-level sections, and of names across services. */
export function checkSections(root: MapNode, report: Report): void {
  for (const section of ['services', 'volumes', 'secrets', 'configs']) {
    for (const entry of sectionEntries(root, section)) {
      if (/^[a-zA-Z0-9._-]+$/.test(entry.key)) continue;
      const said = message('A name is made of letters, digits, `.`, `_` and `-` only.');
      report(problemAt('invalid-name', said, entry.keySpan));
    }
  }
  for (const entry of sectionEntries(root, 'secrets')) checkContent(entry, ['file', 'environment'], report);
  for (const entry of sectionEntries(root, 'configs')) checkContent(entry, ['file', 'environment', 'content'], report);
  for (const entry of sectionEntries(root, 'volumes')) checkExternalVolume(entry, report);
}

function checkContent(entry: MapEntry, sources: readonly string[], report: Report): void {
  const { value } = entry;
  if (value.kind !== 'map') return;
  const external = findEntry(value, 'external');
  if (external && booleanOfNode(external.value) !== false) return;
  const written = sources.flatMap((key) => findEntry(value, key) ?? []);
  const names = sources.map((key) => `\`${key}\``).join(', ');
  if (written.length === 0) {
    const said = message('Nothing says where the content of `{name}` comes from: give one of {names}.', {
      name: entry.key,
      names,
    });
    report(problemAt('missing-key', said, entry.keySpan));
  }
  const [, second] = written;
  if (second) {
    const said = message('Only one of {names} can be given.', { names });
    report(problemAt('conflicting-keys', said, second.keySpan));
  }
}

function checkExternalVolume({ value }: MapEntry, report: Report): void {
  const external = findEntry(value, 'external');
  if (!external || (external.value.kind === 'scalar' && booleanOfNode(external.value) !== true)) return;
  for (const key of ['driver', 'driver_opts', 'labels']) {
    const entry = findEntry(value, key);
    if (!entry) continue;
    const said = message('`{key}` cannot be set for a volume that exists already (`external`).', { key });
    report(problemAt('conflicting-keys', said, entry.keySpan));
  }
}

/** Two services cannot have one container name. */
export function checkContainerNames(services: readonly ComposeService[], report: Report): void {
  const owners = new Map<string, string>();
  for (const service of services) {
    const entry = service.find('container_name');
    const name = textOfNode(entry?.value);
    if (!entry || name === undefined || isBehindProfile(service)) continue;
    const owner = owners.get(name);
    if (owner === undefined) owners.set(name, service.name);
    else {
      const said = message('`{name}` is already the container name of `{owner}`.', { name, owner });
      report(problemAt('conflicting-keys', said, entry.value.span));
    }
  }
}

function problemAt(code: string, said: Message, span: Span): Problem {
  return { code, kind: 'validity', message: said, span };
}
