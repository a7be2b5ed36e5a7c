import { nodeReleases, tools } from '../../images.data.ts';
import type { AppFacts } from '../../model.ts';
import { findRelease } from '../../read/version.ts';
import { apt, copyManifests, exec, from, header, healthcheck, lines } from '../../render/dockerfile.ts';
import type { ContainerNeeds } from '../stack.ts';
import { managerCommands, type ManagerCommands } from './managers.data.ts';

/** The image's own unprivileged user: `node` in its images, `bun` in Bun's. */
const user = '1000:1000';

export function nodeNeeds(app: AppFacts): ContainerNeeds {
  const home = workdir(app);
  return { user, scratch: app.framework === 'nextjs' ? ['/tmp', `${home}/.next/cache`] : ['/tmp'] };
}

/** Two stages: one with the tools that install and build, one with what runs. */
export function renderNode(app: AppFacts): string {
  const commands = commandsOf(app);
  const isBare = app.traits.includes('no-dependencies') && !app.build;
  return lines(header, isBare ? [] : [...renderBuild(app, commands), ''], renderFinal(app, isBare));
}

function commandsOf({ packageManager, traits }: AppFacts): ManagerCommands {
  const id = traits.includes('yarn-berry') ? 'yarn-berry' : (packageManager ?? 'npm');
  return managerCommands[id] ?? (managerCommands['npm'] as ManagerCommands);
}

function fromNode({ version }: AppFacts, as?: string): readonly string[] {
  const release = findRelease(nodeReleases, version);
  return from(release?.image ?? `node:${version}-trixie-slim`, { release, ...(as === undefined ? {} : { as }) });
}

function bunImage({ packageManager, packageManagerVersion }: AppFacts): string {
  const version = packageManager === 'bun' ? packageManagerVersion : null;
  return `${tools.bunImage.prefix}${version ?? tools.bunImage.default}${tools.bunImage.suffix}`;
}

function workdir({ path, context }: AppFacts): string {
  const below = context === '.' ? path : path.slice(context.length + 1);
  return path === context ? '/app' : `/app/${below}`;
}

function renderBuild(app: AppFacts, commands: ManagerCommands): readonly string[] {
  const whole = app.manifests.includes('.');
  const needsAll =
    app.build !== null || app.traits.includes('install-scripts') || app.traits.includes('needs-dev') || whole;
  const install = (app.lockfile ? commands.locked : commands.loose) + (needsAll ? '' : commands.production);
  return [
    ...(app.packageManager === 'bun' ? from(bunImage(app), { as: 'build' }) : fromNode(app, 'build')),
    ...(app.traits.includes('yarn-berry') ? ['ENV YARN_NODE_LINKER=node-modules YARN_ENABLE_GLOBAL_CACHE=true'] : []),
    ...(app.packageManager === 'pnpm' ? ['ENV CI=true'] : []),
    ...(app.traits.includes('openssl') ? apt(['openssl']) : []),
    ...renderManager(app),
    'WORKDIR /app',
    ...(whole ? ['COPY . .'] : copyManifests(app.manifests)),
    `RUN ${commands.cache} ${npmrc(app)}\\`,
    `    ${install}`,
    ...(app.build || app.traits.includes('prisma') ? renderBuildSteps(app, commands, whole) : []),
    ...(needsAll ? renderPrune(app, commands) : []),
  ];
}

/** Public settings of npm reach the installation without becoming part of a layer. */
function npmrc(app: AppFacts): string {
  const isMounted = app.traits.includes('npmrc') && !app.manifests.includes('.');
  return isMounted ? '--mount=type=bind,source=.npmrc,target=.npmrc ' : '';
}

/** Neither Corepack nor Yarn is part of the newest images any more, so the manager is installed by exact version. */
function renderManager(app: AppFacts): readonly string[] {
  const { packageManager, packageManagerVersion: version } = app;
  if (packageManager === 'pnpm') return installGlobally(`pnpm@${version}`);
  if (packageManager !== 'yarn') return [];
  if (app.traits.includes('yarn-berry')) {
    return app.manifests.includes('.yarn/releases')
      ? yarnClassic(app)
      : installGlobally(`--force @yarnpkg/cli-dist@${version}`);
  }
  return yarnClassic(app);
}

function installGlobally(what: string): readonly string[] {
  return ['RUN --mount=type=cache,target=/root/.npm \\', `    npm install --global ${what}`];
}

/** Images before 26 bring it; it also hands over to the release that a project carries in `.yarn/releases`. */
function yarnClassic({ version }: AppFacts): readonly string[] {
  return Number(version) >= 26 ? installGlobally(`yarn@${tools.yarnClassic}`) : [];
}

function renderBuildSteps(app: AppFacts, { run }: ManagerCommands, whole: boolean): readonly string[] {
  const home = workdir(app);
  const atRoot = app.traits.includes('build-at-root');
  return [
    ...(whole ? [] : ['COPY . .']),
    ...(home === '/app' || atRoot ? [] : [`WORKDIR ${home}`]),
    ...(app.traits.includes('prisma') ? ['RUN npx prisma generate'] : []),
    ...(app.build ? [`RUN ${run} ${app.build.join(' ')}`] : []),
    ...(home === '/app' || atRoot ? [] : ['WORKDIR /app']),
  ];
}

function renderPrune(app: AppFacts, { prune, cache }: ManagerCommands): readonly string[] {
  const isWorkspace = app.path !== app.context;
  // What these builds bring along is already pruned.
  if (app.traits.includes('standalone') || app.framework === 'nuxt') return [];
  if (!prune || app.traits.includes('needs-dev') || (isWorkspace && app.packageManager !== 'npm')) return [];
  if (app.traits.includes('yarn-berry') && !/^[4-9]/.test(app.packageManagerVersion ?? '')) return [];
  return [`RUN ${cache} \\`, `    ${app.lockfile ? prune : prune.replace(' --frozen-lockfile', '')}`];
}

function renderFinal(app: AppFacts, isBare: boolean): readonly string[] {
  const isBun = app.start[0] === 'bun';
  const home = workdir(app);
  return [
    ...(isBun ? from(bunImage(app), {}) : fromNode(app)),
    `ENV NODE_ENV=production${renderEnv(app)}`,
    ...(app.traits.includes('openssl') ? apt(['openssl']) : []),
    `WORKDIR ${home}`,
    ...renderProduct(app, isBare),
    ...(app.traits.includes('data') ? [`RUN install -d -o 1000 -g 1000 /data`] : []),
    `USER ${user}`,
    ...(app.port === null ? [] : [`EXPOSE ${app.port}`]),
    ...healthcheck(app.port === null ? null : probe(app, isBun)),
    `CMD ${exec(app.start)}`,
  ];
}

function renderEnv(app: AppFacts): string {
  const port = app.port !== null && app.traits.includes('reads-port') ? ` PORT=${app.port}` : '';
  const host =
    app.framework === 'nextjs'
      ? ' HOSTNAME=0.0.0.0 NEXT_TELEMETRY_DISABLED=1'
      : app.framework === 'nuxt'
        ? ' HOST=0.0.0.0'
        : app.framework === 'sveltekit' || app.framework === 'astro' || app.framework === 'strapi'
          ? ' HOST=0.0.0.0'
          : '';
  return port + host;
}

function renderProduct(app: AppFacts, isBare: boolean): readonly string[] {
  if (app.traits.includes('standalone')) {
    return [
      ...(app.traits.includes('public') ? ['COPY --from=build /app/public ./public'] : []),
      'COPY --from=build /app/.next/standalone ./',
      'COPY --from=build /app/.next/static ./.next/static',
    ];
  }
  if (app.framework === 'nuxt' && app.path === app.context) return ['COPY --from=build /app/.output ./.output'];
  const isBuilt = app.build !== null || app.manifests.includes('.') || app.traits.includes('prisma');
  if (isBuilt && !isBare) return ['COPY --from=build /app /app'];
  return [...(isBare ? [] : ['COPY --from=build /app/node_modules ./node_modules']), 'COPY . .'];
}

/** Asks the application itself, by the runtime that is there anyway. */
function probe({ port, health }: AppFacts, isBun: boolean): readonly string[] {
  const isWell = health ? 'r.ok' : 'r.status<500';
  const url = JSON.stringify(`http://127.0.0.1:${port}${health ?? '/'}`).replaceAll('"', "'");
  return [isBun ? 'bun' : 'node', '-e', `fetch(${url}).then(r=>process.exit(${isWell}?0:1),()=>process.exit(1))`];
}
