import type { AppFacts } from '../model.ts';
import type { Service } from '../services/service.ts';
import { findStack } from '../stacks/index.ts';
import { literal, renderYaml, type YamlMap } from './yaml.ts';

export interface ComposeInput {
  /** Name of the project: lower-case letters, digits and dashes. */
  readonly project: string;
  readonly apps: readonly AppFacts[];
  /** Services with the paths of the applications that use them. */
  readonly services: readonly { readonly service: Service; readonly apps: readonly string[] }[];
  /** The Dockerfile of an application, relative to its context. */
  readonly dockerfileOf: (app: AppFacts) => string;
}

/** compose.yaml: every part hardened, databases on a network of their own that leads nowhere. */
export function renderCompose(input: ComposeInput): string {
  const { apps, services, project } = input;
  const hostPorts = assignHostPorts(apps);
  const blocks: Record<string, YamlMap> = {};
  for (const app of apps) blocks[app.name] = appBlock(input, app, hostPorts.get(app));
  for (const { service } of services) blocks[service.id] = serviceBlock(service);
  const volumes = [...services.map(({ service }) => service.volume.name), ...apps.filter(hasData).map(dataVolume)];
  const parts = [
    `name: ${project}\n`,
    `services:\n${Object.entries(blocks)
      .map(([name, block]) => renderYaml({ [name]: block }, '  '))
      .join('\n')}`,
    `networks:\n  frontend:\n    driver: bridge\n${services.length > 0 ? '  # No way out: what stores data needs no internet.\n  backend:\n    internal: true\n' : ''}`,
    ...(volumes.length > 0 ? [`volumes:\n${volumes.map((name) => `  ${name}:\n    driver: local\n`).join('')}`] : []),
  ];
  return `# Written by Drydock. Start everything with \`docker compose up --build --wait\`.\n${parts.join('\n')}`;
}

function appBlock({ services, dockerfileOf }: ComposeInput, app: AppFacts, hostPort: number | undefined): YamlMap {
  const needs = findStack(app.stack)?.needs(app) ?? { user: '1000:1000', scratch: ['/tmp'] };
  const used = services.filter(({ apps }) => apps.includes(app.path)).map(({ service }) => service);
  const context = app.context === '.' ? '.' : `./${app.context}`;
  const dockerfile = dockerfileOf(app);
  const [uid, gid] = needs.user.split(':');
  return {
    build: { context: literal(context), dockerfile: dockerfile === 'Dockerfile' ? undefined : literal(dockerfile) },
    init: true,
    restart: 'unless-stopped',
    environment: environmentOf(app, used),
    ports: hostPort === undefined || app.port === null ? undefined : [`127.0.0.1:${hostPort}:${app.port}`],
    depends_on:
      used.length > 0 ? Object.fromEntries(used.map(({ id }) => [id, { condition: 'service_healthy' }])) : undefined,
    networks: used.length > 0 ? ['frontend', 'backend'] : ['frontend'],
    volumes: hasData(app) ? [`${dataVolume(app)}:/data`] : undefined,
    tmpfs: needs.scratch.map((path) => (path === '/tmp' ? path : `${literal(path)}:uid=${uid},gid=${gid},mode=0755`)),
    ...hardening({ memory: '512M', cpus: '1.0', pids: 200 }),
    develop: { watch: [{ action: 'rebuild', path: literal(context) }] },
  };
}

function serviceBlock(service: Service): YamlMap {
  const { image, user, ...rest } = service.compose();
  return {
    image,
    user,
    restart: 'unless-stopped',
    ...rest,
    networks: ['backend'],
    volumes: [`${service.volume.name}:${service.volume.path}`],
    ...hardening({ memory: '512M', cpus: '1.0', pids: 200 }),
  };
}

function environmentOf(app: AppFacts, used: readonly Service[]): YamlMap | undefined {
  const found: Record<string, string> = {};
  for (const service of used) {
    const setting = {
      scheme: app.traits.find((trait) => trait.startsWith(`${service.id}-scheme=`))?.split('=')[1] ?? null,
    };
    const own = app.env.filter((name) => service.valueOf(name, setting) !== undefined);
    for (const name of own.length > 0 ? own : service.defaultEnv) {
      const value = service.valueOf(name, setting);
      if (value !== undefined) found[name] = value;
    }
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function hardening(limits: YamlMap): YamlMap {
  return {
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    deploy: { resources: { limits } },
    logging: { driver: 'json-file', options: { 'max-size': '10m', 'max-file': '3' } },
  };
}

/** Each application keeps its port on the host too, unless another took it or only root may listen there. */
function assignHostPorts(apps: readonly AppFacts[]): ReadonlyMap<AppFacts, number> {
  const taken = new Set<number>();
  const ports = new Map<AppFacts, number>();
  for (const app of apps) {
    if (app.port === null) continue;
    let port = app.port < 1024 ? app.port + 8000 : app.port;
    while (taken.has(port)) port++;
    taken.add(port);
    ports.set(app, port);
  }
  return ports;
}

/** Whether the application keeps a database file: it gets a volume at /data, since all else is read-only. */
function hasData({ traits }: AppFacts): boolean {
  return traits.includes('data');
}

function dataVolume({ name }: AppFacts): string {
  return `${name}-data`;
}
