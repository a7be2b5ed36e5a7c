import { message } from '../../text/index.ts';
import { imagesDate, postgresReleases } from '../images.data.ts';
import { newestRelease } from '../read/version.ts';
import type { Service } from './service.ts';

const name = 'app';
const password = '${POSTGRES_PASSWORD:?set it in .env}';

const values: Readonly<Record<string, string>> = {
  HOST: 'postgres',
  PORT: '5432',
  USER: name,
  USERNAME: name,
  PASSWORD: password,
  PASS: password,
  DB: name,
  NAME: name,
  DATABASE: name,
};

/**
 * PostgreSQL under its own user from the start, so that it needs no capability at all. The application needs the password
 * inside a URL and cannot read it from a file, so both get it from one variable that is never written down.
 */
export const postgres: Service = {
  id: 'postgres',
  drivers: {
    node: [
      'pg',
      'postgres',
      'pg-promise',
      'pg-native',
      'pg-boss',
      'pg-pool',
      'connect-pg-simple',
      'graphile-worker',
      'postgraphile',
      '@fastify/postgres',
      '@payloadcms/db-postgres',
      'slonik',
      '@prisma/adapter-pg',
      '@mikro-orm/postgresql',
    ],
    python: [
      'psycopg',
      'psycopg2',
      'psycopg2-binary',
      'psycopg-binary',
      'psycopg2cffi',
      'asyncpg',
      'aiopg',
      'pg8000',
      'psycopg-pool',
      'databases[postgresql]',
      'databases[asyncpg]',
      'databases[aiopg]',
      'tortoise-orm[asyncpg]',
      'tortoise-orm[psycopg]',
      'sqlalchemy[postgresql]',
      'sqlalchemy[postgresql-asyncpg]',
      'sqlalchemy[postgresql-psycopg]',
      'piccolo[postgres]',
    ],
  },
  cloud: { node: ['@neondatabase/serverless', '@vercel/postgres', '@prisma/adapter-neon'] },
  schemes: ['postgres', 'postgresql'],
  volume: {
    name: 'postgres-data',
    // From 18 on the image keeps a folder per major release below this one.
    path:
      Number(newestRelease(postgresReleases, imagesDate).version) >= 18
        ? '/var/lib/postgresql'
        : '/var/lib/postgresql/data',
  },
  compose: () => ({
    image: newestRelease(postgresReleases, imagesDate).image,
    user: '999:999',
    environment: { POSTGRES_DB: name, POSTGRES_USER: name, POSTGRES_PASSWORD: password },
    healthcheck: {
      test: ['CMD', 'pg_isready', '-U', name, '-d', name, '-h', '127.0.0.1'],
      interval: '10s',
      timeout: '5s',
      retries: 5,
      start_period: '30s',
    },
    stop_grace_period: '1m',
    shm_size: '128m',
    tmpfs: ['/tmp', '/var/run/postgresql:uid=999,gid=999,mode=0755'],
  }),
  defaultEnv: ['DATABASE_URL'],
  valueOf(variable, { scheme }) {
    const part =
      /^(?:PG|POSTGRES_|POSTGRESQL_|DB_|DATABASE_|SQL_)(HOST|PORT|USER|USERNAME|PASSWORD|PASS|DB|NAME|DATABASE)$/.exec(
        variable,
      )?.[1];
    if (part) return values[part];
    if (
      !/^(DATABASE_URL|DATABASE_URI|POSTGRES(QL)?_(URL|URI)|PG_?URL|DB_URL|DB_URI|SQLALCHEMY_DATABASE_UR[IL])$/.test(
        variable,
      )
    )
      return undefined;
    return `${scheme ?? 'postgresql'}://${name}:${password}@postgres:5432/${name}`;
  },
  secrets: { POSTGRES_PASSWORD: 'replace-with-a-long-random-word' },
  note: message(
    'Copy .env.example to .env and choose a password in it (letters and digits, for example from `openssl rand -hex 24`). Keep .env out of version control.',
  ),
};
