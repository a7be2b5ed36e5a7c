/** The commands of a package manager, as they stand in a RUN. */
export interface ManagerCommands {
  /** With the lockfile, to the letter. */
  readonly locked: string;
  /** Without one. */
  readonly loose: string;
  /** Added to either so that development dependencies stay away. */
  readonly production: string;
  /** Removes development dependencies after a build; null when the manager has no sure way. */
  readonly prune: string | null;
  readonly run: string;
  readonly cache: string;
}

export const managerCommands: Readonly<Record<string, ManagerCommands>> = {
  npm: {
    locked: 'npm ci',
    loose: 'npm install --no-audit --no-fund',
    production: ' --omit=dev',
    prune: 'npm prune --omit=dev',
    run: 'npm',
    cache: '--mount=type=cache,target=/root/.npm',
  },
  yarn: {
    locked: 'yarn install --frozen-lockfile --non-interactive',
    loose: 'yarn install --non-interactive',
    production: ' --production',
    prune: 'yarn install --frozen-lockfile --non-interactive --production --ignore-scripts --prefer-offline',
    run: 'yarn',
    cache: '--mount=type=cache,target=/usr/local/share/.cache/yarn,sharing=locked',
  },
  'yarn-berry': {
    locked: 'yarn install --immutable',
    loose: 'yarn install',
    production: '',
    prune: 'yarn workspaces focus --production',
    run: 'yarn',
    cache: '--mount=type=cache,target=/root/.yarn/berry/cache,sharing=locked',
  },
  pnpm: {
    locked: 'pnpm install --frozen-lockfile',
    loose: 'pnpm install --no-frozen-lockfile',
    production: ' --prod',
    prune: 'pnpm prune --prod',
    run: 'pnpm',
    cache: '--mount=type=cache,target=/root/.local/share/pnpm/store',
  },
  bun: {
    locked: 'bun install --frozen-lockfile',
    loose: 'bun install',
    production: ' --production',
    prune: null,
    run: 'bun',
    cache: '--mount=type=cache,target=/root/.bun/install/cache',
  },
};
