import { message } from '../../../text/index.ts';
import { lineOf, lineOfKey } from '../../read/lines.ts';
import { serviceOfPackage, serviceOfScheme } from '../../services/index.ts';
import { compareText, join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { ServiceUse } from '../stack.ts';
import { has, type NodeProject } from './project.ts';

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
  return [
    ...fromPackages(project, 'dependencies', 'required'),
    ...fromPackages(project, 'devDependencies', 'optional'),
    ...(await fromPrisma(project)),
  ];
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

/** Prisma brings its own drivers: its schema names the database. */
async function fromPrisma(project: NodeProject): Promise<ServiceUse[]> {
  if (!has(project, '@prisma/client') && !Object.hasOwn(project.devDependencies, 'prisma')) return [];
  const path = ['prisma/schema.prisma', 'schema.prisma', 'prisma/schema/schema.prisma']
    .map((name) => join(project.folder, name))
    .find((each) => project.survey.has(each));
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
