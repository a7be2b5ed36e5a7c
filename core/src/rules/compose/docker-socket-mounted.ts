import {
  booleanOfNode,
  listItems,
  findEntry,
  mountsOf,
  textOfNode,
  type ComposeFile,
  type ComposeService,
  type MapEntry,
  type ServiceMount,
} from '../../compose/index.ts';
import { defineRule, type ComposeContext } from '../../lint/index.ts';
import { findDeclared, placeInside } from '../shared/compose-places.ts';

const messages = {
  mounted:
    '`{path}` controls the engine: whoever holds it in `{service}` is root on the host. Read-only does not help.',
  parent: '`{path}` holds the sockets of the engine and of other daemons of the host, so `{service}` can control them.',
  api: '`use_api_socket` hands `{service}` the control socket of the engine, which makes it root on the host.',
  leads: 'The path is given here.',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/docker-socket-mounted',
  kind: 'security',
  severity: 'error',
  refs: {
    cis: ['5.32'],
    bench134: ['5.31'],
    kics: ['docker_socket_mounted_in_container'],
    semgrep: ['exposing-docker-socket-volume', 'dockerfile-dockerd-socket-mount'],
    'compose-lint': ['CL-0001'],
    docksec: ['compose-docker-socket-mount'],
  },
  title: 'Keep the control socket of the engine out of containers',
  why: 'Through the socket a container can start another one with the whole host mounted. `:ro` only protects the file, not what is said through it. A proxy that lets few requests through, or a rootless engine, limits the damage.',
  source: 'https://docs.docker.com/engine/security/protect-access/',
  bad: 'services:\n  proxy:\n    image: traefik:v3.5\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n',
  good: 'services:\n  proxy:\n    image: traefik:v3.5\n    volumes:\n      - ./traefik.yml:/etc/traefik/traefik.yml:ro\n',
  messages,
  on: {
    service(service, ctx) {
      checkMounts(service, ctx);
      checkApiSocket(service, ctx);
      for (const section of ['secrets', 'configs']) checkFiles(service, section, ctx);
    },
  },
});

function checkMounts(service: ComposeService, ctx: Context): void {
  const volumes = service.find('volumes');
  if (!volumes) return;
  for (const mount of mountsOf(service, ctx.file)) {
    const message = judgeMount(mount);
    if (!message) continue;
    const { at, origins } = placeInside(volumes, mount.at);
    const related = [...origins, ...(mount.device ? [mount.device] : [])];
    const path = showPath(mount.source ?? '');
    report(ctx, { service, at, message, path, related });
  }
}

function judgeMount({ source, type, target }: ServiceMount): 'mounted' | 'parent' | undefined {
  // What fills `${SOCKET}` nobody knows, but its place in the container gives it away.
  if (source === unknown) return judgePath(target ?? '');
  return source === null || type === 'volume' ? undefined : judgePath(source);
}

/** Stands for a variable whose value nobody knows. */
const unknown = '\u0000';

function checkFiles(service: ComposeService, section: string, ctx: Context): void {
  const entry = service.find(section);
  for (const item of listItems(entry?.value)) {
    const name = textOfNode(item) ?? textOfNode(findEntry(item, 'source')?.value);
    const file = name === undefined ? undefined : findFile(ctx.file, section, name);
    const path = textOfNode(file?.value);
    if (!entry || !file || path === undefined || judgePath(path) !== 'mounted') continue;
    const { at, origins } = placeInside(entry, item.span);
    report(ctx, { service, at, message: 'mounted', path, related: [...origins, file.span] });
  }
}

function findFile(file: ComposeFile, section: string, name: string): MapEntry | undefined {
  return findEntry(findDeclared(file, section, name)?.value, 'file');
}

function checkApiSocket(service: ComposeService, ctx: Context): void {
  const entry = service.find('use_api_socket');
  if (!entry || booleanOfNode(entry.value) !== true) return;
  ctx.report({ at: entry.span, message: 'api', data: { service: service.name } });
}

interface Found {
  readonly service: ComposeService;
  readonly at: { readonly start: number; readonly end: number };
  readonly message: 'mounted' | 'parent';
  readonly path: string;
  readonly related: readonly { readonly start: number; readonly end: number }[];
}

function report(ctx: Context, { service, at, message, path, related }: Found): void {
  ctx.report({
    at,
    message,
    data: { service: service.name, path },
    related: related.map((place) => ({ at: place, message: 'leads' })),
  });
}

const socketNames = new Set([
  'docker.sock',
  'docker_engine',
  'docker_engine_windows',
  'containerd.sock',
  'podman.sock',
  'crio.sock',
  'cri-dockerd.sock',
  'buildkitd.sock',
]);

/** A path whose last part is the name of a control socket, or one of the folders in which they all lie. */
function judgePath(source: string): 'mounted' | 'parent' | undefined {
  const parts = source.split(/[\\/]+/).filter((part) => part !== '' && part !== '.');
  if (socketNames.has((parts.at(-1) ?? '').toLowerCase())) return 'mounted';
  return /^\/(var\/)?run\/*$/.test(source) ? 'parent' : undefined;
}

/** A variable that nobody knows the value of is shown as dots. */
function showPath(source: string): string {
  return source.replaceAll(unknown, '…');
}
