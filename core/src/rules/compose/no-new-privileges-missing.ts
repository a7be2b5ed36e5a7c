import {
  appendItem,
  findEntry,
  insertList,
  listItems,
  replaceInside,
  textOfNode,
  type ComposeFile,
  type ComposeNode,
  type ComposeService,
  type MapEntry,
} from '../../compose/index.ts';
import { defineRule, type ComposeContext } from '../../lint/index.ts';
import type { TextEdit } from '../../text/index.ts';
import { placeInside } from '../shared/compose-places.ts';

const messages = {
  missing:
    '`{service}` lets programs gain rights through setuid files. Add `no-new-privileges:true` to `security_opt`.',
  off: '`{service}` lets programs gain rights through setuid files: this switches the protection off.',
  add: 'Add `no-new-privileges:true`',
  turnOn: 'Set `no-new-privileges` to true',
  setHere: 'It is set here.',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/no-new-privileges-missing',
  kind: 'security',
  severity: 'hint',
  refs: {
    cis: ['5.26', '2.14'],
    bench134: ['5.25', '2.18'],
    kics: ['no_new_privileges_not_set'],
    semgrep: ['no-new-privileges'],
    'compose-lint': ['CL-0003'],
    docksec: ['compose-no-new-privileges'],
  },
  title: 'Keep processes from gaining privileges',
  why: 'With no-new-privileges a setuid program such as sudo or su runs with the rights of its caller, so a stolen unprivileged process stays unprivileged. Images that start as root and change to another user keep working.',
  source: 'https://docs.docker.com/reference/cli/docker/container/run/#security-opt',
  bad: 'services:\n  web:\n    image: nginx:1.29\n',
  good: 'services:\n  web:\n    image: nginx:1.29\n    security_opt:\n      - no-new-privileges:true\n',
  messages,
  on: {
    compose(file, ctx) {
      const look: Look = { byName: new Map(file.services.map((one) => [one.name, one])), inherited: new Map() };
      for (const service of file.services) check(service, look, ctx);
    },
  },
});

function check(service: ComposeService, look: Look, ctx: Context): void {
  // A provider runs no container, and a Windows container knows no setuid.
  if (service.node.kind !== 'map' || service.find('provider') || service.find('isolation')) return;
  const state = readState(service, look);
  if (state === 'on' || state === 'unknown') return;
  const options = service.find('security_opt');
  if (state !== 'missing' && options) {
    const { at, origins } = placeInside(options, state.item.span);
    const related = origins.map((span) => ({ at: span, message: 'setHere' as const }));
    const edit = options.value.origin === null ? turnOn(state.item) : undefined;
    const fix = edit && ({ title: 'turnOn', edits: [edit], safe: false } as const);
    ctx.report({ at, message: 'off', data: { service: service.name }, related, fix });
    return;
  }
  const edits = addOption(ctx.file, service.node, options);
  // Programs that rely on setuid files (sudo, some mail servers) stop working, so this is never applied unasked.
  const fix = edits && ({ title: 'add', edits, safe: false } as const);
  ctx.report({ at: service.nameSpan, message: 'missing', data: { service: service.name }, fix });
}

type State = 'on' | 'missing' | 'unknown' | { readonly item: ComposeNode };

type Inherited = 'on' | 'missing' | 'unknown';

/** All services, and what is known already of those that say nothing themselves. */
interface Look {
  readonly byName: ReadonlyMap<string, ComposeService>;
  readonly inherited: Map<ComposeService, Inherited>;
}

/** What the service says, or the services it extends; one that stands in another file may say anything. */
function readState(service: ComposeService, look: Look): State {
  return readOwn(service) ?? readInherited(service, look);
}

function readOwn(service: ComposeService): State | undefined {
  for (const item of listItems(service.find('security_opt')?.value)) {
    const text = textOfNode(item);
    if (text === undefined) return 'unknown';
    const option = /^no-new-privileges(?:[:=](.*))?$/i.exec(text.trim());
    if (option) return /^(false|0|f)$/i.test(option[1] ?? '') ? { item } : 'on';
  }
  return undefined;
}

/** Each service is passed once, without recursion: thousands may extend one another. */
function readInherited(service: ComposeService, { byName, inherited }: Look): Inherited {
  const passed = new Set<ComposeService>();
  let current = service;
  let found = inherited.get(service);
  while (found === undefined) {
    passed.add(current);
    const parent = findParent(current, byName);
    if (typeof parent === 'string') found = parent;
    else {
      const own = readOwn(parent);
      found = passed.has(parent) ? 'unknown' : typeof own === 'object' ? 'missing' : (own ?? inherited.get(parent));
      current = parent;
    }
  }
  for (const one of passed) inherited.set(one, found);
  return found;
}

function findParent(service: ComposeService, byName: Look['byName']): ComposeService | 'missing' | 'unknown' {
  const base = service.find('extends');
  if (!base) return 'missing';
  if (findEntry(base.value, 'file')) return 'unknown';
  const name = textOfNode(base.value) ?? textOfNode(findEntry(base.value, 'service')?.value);
  return (name === undefined ? undefined : byName.get(name)) ?? 'unknown';
}

function turnOn(item: ComposeNode): TextEdit | undefined {
  const at = item.kind === 'scalar' ? item.raw.search(/[:=]/) : -1;
  return at < 0 ? undefined : replaceInside(item, at + 1, 'true');
}

function addOption(file: ComposeFile, service: ComposeNode, options: MapEntry | undefined): TextEdit[] | undefined {
  const quoted = '"no-new-privileges:true"';
  if (!options) {
    const flow = service.kind === 'map' && service.flow;
    return insertList(file, service, 'security_opt', flow ? quoted : 'no-new-privileges:true');
  }
  if (options.value.kind !== 'seq' || options.merged) return undefined;
  return appendItem(file, options.value, options.value.flow ? quoted : 'no-new-privileges:true');
}
