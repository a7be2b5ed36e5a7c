import { message } from '../../../text/index.ts';
import { lineOf, lineOfKey } from '../../read/lines.ts';
import { serviceOfPackage, serviceOfScheme } from '../../services/index.ts';
import { compareText, isBelow, join } from '../../survey.ts';
import { textAt } from '../../read/manifest.ts';
import { evidence, isSideFolder } from '../evidence.ts';
import type { ServiceUse } from '../stack.ts';
import { has, withWorkspaceParts, type NodeProject } from './project.ts';

const embedded: readonly string[] = [
  'sqlite3',
  'better-sqlite3',
  'sqlite',
  '@libsql/client',
  'nedb',
  'pg-mem',
  '@electric-sql/pglite',
];

/** Services by production dependencies; a driver that only the tests use is proposed switched off. */
export async function findNodeServices(project: NodeProject): Promise<readonly ServiceUse[]> {
  const uses: ServiceUse[] = [];
  for (const part of await withWorkspaceParts(project)) {
    uses.push(...fromPackages(part, 'dependencies', 'required'), ...(await fromPrisma(part)));
  }
  uses.push(...fromPackages(project, 'devDependencies', 'optional'));
  const chosen = (await isChoice(project)) ? ['postgres', ...(speaksToAll(project) ? ['redis'] : [])] : [];
  return uses.map((use) => (chosen.includes(use.service) ? toPerhaps(use) : use));
}

const otherDatabases: readonly string[] = [
  'mysql',
  'mysql2',
  'mariadb',
  'tedious',
  'mssql',
  'oracledb',
  'mongodb',
  'mongoose',
];

/** Drivers of several databases leave it to the settings which one is used, unless a file says PostgreSQL. */
async function isChoice(project: NodeProject): Promise<boolean> {
  if (!has(project, ...otherDatabases)) return false;
  for (const name of [
    '.env.example',
    '.env.sample',
    '.env',
    'docker-compose.yml',
    'compose.yaml',
    'docker-compose.yaml',
  ]) {
    const text = (await project.survey.read(join(project.folder, name))) ?? '';
    if (/postgres/i.test(text) && !/mysql|mariadb|mongo/i.test(text)) return false;
  }
  return true;
}

/** A program with drivers of many databases looks at those of others. */
function speaksToAll(project: NodeProject): boolean {
  const kinds = [/^(mysql2?|mariadb)$/, /^(tedious|mssql|oracledb)$/, /^mongo(db|ose)$/];
  return kinds.filter((kind) => Object.keys(project.dependencies).some((name) => kind.test(name))).length > 1;
}

function toPerhaps(use: ServiceUse): ServiceUse {
  if (use.need !== 'required') return use;
  return { ...use, need: 'optional', evidence: { ...use.evidence, confidence: 'guess' } };
}

function fromPackages(
  project: NodeProject,
  section: 'dependencies' | 'devDependencies',
  need: 'required' | 'optional',
): ServiceUse[] {
  const uses: ServiceUse[] = [];
  for (const name of Object.keys(project[section]).sort(compareText)) {
    const at = { path: project.path, line: lineOfKey(project.text, section, name) };
    const service = serviceOfPackage('node', name);
    const said = message('`{package}` in {section}', { package: name, section });
    if (service)
      uses.push({
        service: service.id,
        need,
        evidence: evidence('service', at, said, need === 'required' ? 'certain' : 'guess'),
      });
    const cloud = service ? undefined : serviceOfPackage('node', name, 'cloud');
    if (cloud) uses.push({ service: cloud.id, need: 'optional', evidence: evidence('service', at, said, 'guess') });
    if (need === 'required' && embedded.includes(name))
      uses.push({ service: 'sqlite', need: 'embedded', evidence: evidence('service', at, said) });
  }
  return uses;
}

function isOwnSchema({ folder }: NodeProject, path: string): boolean {
  return isBelow(path, folder) && path.endsWith('/schema.prisma') && !isSideFolder(path);
}

/** Prisma brings its own drivers: its schema names the database. */
async function fromPrisma(project: NodeProject): Promise<ServiceUse[]> {
  if (!has(project, '@prisma/client') && !Object.hasOwn(project.devDependencies, 'prisma')) return [];
  const own = textAt(project.manifest, 'prisma', 'schema') ?? '';
  const named = [own.replace(/^\.\//, ''), 'prisma/schema.prisma', 'schema.prisma', 'prisma/schema/schema.prisma'].map(
    (name) => join(project.folder, name),
  );
  const path = [...named, ...project.survey.paths.filter((each) => isOwnSchema(project, each))].find((each) =>
    project.survey.has(each),
  );
  const text = path ? await project.survey.read(path) : undefined;
  const pattern = /^\s*datasource\s+\w+\s*\{[^}]*?\bprovider\s*=\s*"(\w+)"/m;
  const provider = pattern.exec(text ?? '')?.[1];
  if (!path || !text || !provider) return [];
  const at = { path, line: lineOf(text, /\bprovider\s*=\s*"(?!prisma)/) };
  const said = message('the Prisma schema names `{provider}`', { provider });
  if (provider === 'sqlite') return [{ service: 'sqlite', need: 'embedded', evidence: evidence('service', at, said) }];
  const service = serviceOfScheme(provider);
  return service ? [{ service: service.id, need: 'required', evidence: evidence('service', at, said) }] : [];
}
