import { booleanOfNode, findEntry, textOfNode, type ComposeService, type MapEntry } from '../../compose/index.ts';
import { defineRule, type ComposeContext } from '../../lint/index.ts';
import { findDeclared, originOf, placeInside } from '../shared/compose-places.ts';

const messages = {
  shared:
    '`{service}` shares the network of the host: it reaches what listens on localhost and can take any free port.',
  sharedWithPorts:
    '`{service}` shares the network of the host: it reaches what listens on localhost, and its `ports` are ignored.',
  joined: '`{service}` joins the built-in `host` network: it reaches what listens on localhost of the host.',
  build: 'The build of `{service}` runs in the network of the host and reaches what listens on localhost there.',
  ignored: 'These ports are not published.',
  setHere: 'It is set here.',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/host-network',
  kind: 'security',
  severity: 'error',
  refs: {
    cis: ['5.10'],
    bench134: ['5.9'],
    kics: ['shared_host_network_namespace'],
    'compose-lint': ['CL-0008'],
    docksec: ['compose-host-network'],
  },
  title: 'Give services a network of their own',
  why: 'On the network of the host nothing stands between the container and services that only listen on localhost, such as databases and control interfaces; published ports and network aliases have no effect.',
  source: 'https://docs.docker.com/engine/network/drivers/host/',
  bad: 'services:\n  web:\n    image: nginx:1.29\n    network_mode: host\n',
  good: 'services:\n  web:\n    image: nginx:1.29\n    ports:\n      - 127.0.0.1:8080:80\n',
  messages,
  on: {
    service(service, ctx) {
      checkMode(service, ctx);
      checkNetworks(service, ctx);
      checkBuild(service, ctx);
    },
  },
});

function checkMode(service: ComposeService, ctx: Context): void {
  const mode = service.find('network_mode');
  if (!mode || textOfNode(mode.value) !== 'host') return;
  const ports = service.find('ports');
  const origins = originOf(mode.value).map((at) => ({ at, message: 'setHere' as const }));
  const ignored = ports ? [{ at: ports.keySpan, message: 'ignored' as const }] : [];
  ctx.report({
    at: mode.span,
    message: ports ? 'sharedWithPorts' : 'shared',
    data: { service: service.name },
    related: [...origins, ...ignored],
  });
}

function checkNetworks(service: ComposeService, ctx: Context): void {
  const networks = service.find('networks');
  for (const { name, at } of joinedNetworks(networks)) {
    const declared = findDeclared(ctx.file, 'networks', name);
    if (!networks || !declared || !isHostNetwork(declared)) continue;
    const place = placeInside(networks, at);
    const related = [...place.origins, declared.keySpan].map((span) => ({ at: span, message: 'setHere' as const }));
    ctx.report({ at: place.at, message: 'joined', data: { service: service.name }, related });
  }
}

function joinedNetworks(networks: MapEntry | undefined) {
  if (networks?.value.kind === 'map') {
    return networks.value.entries.map(({ key, keySpan }) => ({ name: key, at: keySpan }));
  }
  if (networks?.value.kind !== 'seq') return [];
  return networks.value.items.map((item) => ({ name: textOfNode(item) ?? '', at: item.span }));
}

/** An external network whose true name is `host`: the one that the engine itself brings along. */
function isHostNetwork({ key, value }: MapEntry): boolean {
  const external = findEntry(value, 'external')?.value;
  const oldName = textOfNode(findEntry(external, 'name')?.value);
  if (oldName === undefined && booleanOfNode(external) !== true) return false;
  return (textOfNode(findEntry(value, 'name')?.value) ?? oldName ?? key) === 'host';
}

function checkBuild(service: ComposeService, ctx: Context): void {
  const build = service.find('build');
  const network = findEntry(build?.value, 'network');
  if (!build || !network || textOfNode(network.value) !== 'host') return;
  const { at, origins } = placeInside(build, network.span);
  const related = origins.map((span) => ({ at: span, message: 'setHere' as const }));
  // A build is over soon, and nobody outside can talk to it.
  ctx.report({ at, message: 'build', data: { service: service.name }, related, severity: 'warning' });
}
