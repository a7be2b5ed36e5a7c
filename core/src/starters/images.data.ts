/**
 * Base images, tags, tools and their ends of support, as the vendors announced them at `date`. A release whose `end` is
 * past is still rendered when a project pins it, and the user is told.
 */
export interface Release {
  /** As it stands in facts: `24`, `3.14`, `18`. */
  readonly version: string;
  readonly image: string;
  /** `YYYY-MM-DD`, the last day with security fixes. */
  readonly end: string;
  /** Long-term support: what a project without any pin gets. */
  readonly lts: boolean;
}

export interface ReleaseTable {
  readonly source: string;
  /** Newest first. */
  readonly releases: readonly Release[];
}

/** The day on which the tables below were compared with their sources. */
export const imagesDate = '2026-11-15';

export const nodeReleases: ReleaseTable = {
  source: 'https://endoflife.date/nodejs',
  releases: [
    { version: '26', image: 'node:26-trixie-slim', end: '2029-04-30', lts: true },
    { version: '25', image: 'node:25-trixie-slim', end: '2026-06-01', lts: false },
    { version: '24', image: 'node:24-trixie-slim', end: '2028-04-30', lts: true },
    { version: '22', image: 'node:22-trixie-slim', end: '2027-04-30', lts: true },
    { version: '20', image: 'node:20-trixie-slim', end: '2026-04-30', lts: true },
    { version: '18', image: 'node:18-bookworm-slim', end: '2025-04-30', lts: true },
    { version: '16', image: 'node:16-bullseye-slim', end: '2023-09-11', lts: true },
  ],
};

/** Code names of Node's long-term releases, as `.nvmrc` writes them (`lts/krypton`). */
export const nodeCodenames: Readonly<Record<string, string>> = {
  gallium: '16',
  hydrogen: '18',
  iron: '20',
  jod: '22',
  krypton: '24',
};

export const pythonReleases: ReleaseTable = {
  source: 'https://endoflife.date/python',
  releases: [
    { version: '3.14', image: 'python:3.14-slim-trixie', end: '2030-10-31', lts: true },
    { version: '3.13', image: 'python:3.13-slim-trixie', end: '2029-10-31', lts: true },
    { version: '3.12', image: 'python:3.12-slim-trixie', end: '2028-10-31', lts: true },
    { version: '3.11', image: 'python:3.11-slim-trixie', end: '2027-10-31', lts: true },
    { version: '3.10', image: 'python:3.10-slim-trixie', end: '2026-10-31', lts: true },
    { version: '3.9', image: 'python:3.9-slim-trixie', end: '2025-10-31', lts: true },
    { version: '3.8', image: 'python:3.8-slim-bookworm', end: '2024-10-07', lts: true },
  ],
};

/** The same Python with a compiler and headers, for packages without a wheel. */
export const pythonBuilderSuffix: Readonly<Record<string, string>> = {
  'slim-trixie': 'trixie',
  'slim-bookworm': 'bookworm',
};

export const postgresReleases: ReleaseTable = {
  source: 'https://endoflife.date/postgresql',
  releases: [
    { version: '18', image: 'postgres:18-trixie', end: '2030-11-14', lts: true },
    { version: '17', image: 'postgres:17-trixie', end: '2029-11-08', lts: true },
    { version: '16', image: 'postgres:16-trixie', end: '2028-11-09', lts: true },
    { version: '15', image: 'postgres:15-trixie', end: '2027-11-11', lts: true },
    { version: '14', image: 'postgres:14-trixie', end: '2026-11-12', lts: true },
  ],
};

export const redisReleases: ReleaseTable = {
  source: 'https://endoflife.date/redis',
  releases: [{ version: '8', image: 'redis:8-trixie', end: '2028-12-31', lts: true }],
};

/** Package managers that a build stage installs by exact version when the project pins none. */
export const tools = {
  bunImage: { prefix: 'oven/bun:', default: '1.4.0', suffix: '-slim' },
  uvImage: { prefix: 'ghcr.io/astral-sh/uv:', default: '0.9.5' },
  yarnClassic: '1.22.22',
  yarnBerry: '4.18.1',
  poetry: '2.2.1',
  pdm: '2.26.0',
  pipenv: '2025.0.4',
} as const;

/** Which pnpm wrote a lockfile of a version; exact releases. */
export const pnpmByLockfile: readonly { readonly lockfile: string; readonly version: string }[] = [
  { lockfile: '9', version: '10.34.8' },
  { lockfile: '6', version: '8.15.9' },
  { lockfile: '5.4', version: '7.33.7' },
  { lockfile: '5', version: '6.35.1' },
];
export const pnpmDefault = '10.34.8';
