import { message } from '../../../text/index.ts';
import { lineAt } from '../../read/lines.ts';
import { findInSources, type Source } from '../../read/sources.ts';
import { serviceOfPackage } from '../../services/index.ts';
import { evidence } from '../evidence.ts';
import type { ServiceUse } from '../stack.ts';
import { findPackage, type PythonProject } from './project.ts';

/** Services by packages and their extras, and by what Django's settings say. */
export function findPythonServices(project: PythonProject, sources: readonly Source[]): readonly ServiceUse[] {
  const uses: ServiceUse[] = [];
  for (const { name, extras, path, line, optional } of project.packages) {
    const written = [name, ...extras.map((extra) => `${name}[${extra}]`)];
    const proof = written.find((each) => serviceOfPackage('python', each));
    const service = proof && serviceOfPackage('python', proof);
    if (!proof || !service) continue;
    const said = message('`{package}` in {section}', { package: proof, section: path });
    const need = optional ? 'optional' : 'required';
    uses.push({
      service: service.id,
      need,
      evidence: evidence('service', { path, line }, said, optional ? 'guess' : 'certain'),
    });
  }
  return [...uses, ...fromSources(project, sources)];
}

const textual: readonly (readonly [RegExp, string, 'required' | 'embedded'])[] = [
  [
    /['"]ENGINE['"]\s*:\s*['"]django\.(?:db\.backends|contrib\.gis\.db\.backends)\.(postgresql|postgis)\w*['"]/,
    'postgres',
    'required',
  ],
  [/['"]ENGINE['"]\s*:\s*['"](django\.db\.backends\.sqlite3)['"]/, 'sqlite', 'embedded'],
  [/['"](sqlite(?:\+\w+)?:\/\/\/)[^'"]*['"]/, 'sqlite', 'embedded'],
  [/^\s*import (sqlite3)\b/m, 'sqlite', 'embedded'],
];

function fromSources(project: PythonProject, sources: readonly Source[]): ServiceUse[] {
  const uses: ServiceUse[] = [];
  const broker: readonly (readonly [RegExp, string, 'required'])[] = findPackage(project, 'celery')
    ? [[/['"](rediss?):\/\//, 'redis', 'required']]
    : [];
  for (const [pattern, service, need] of [...textual, ...broker]) {
    const found = findInSources(sources, [pattern]);
    if (!found) continue;
    const at = { path: found.source.path, line: lineAt(found.source.text, found.match.index) };
    uses.push({
      service,
      need,
      evidence: evidence('service', at, message('the code names `{name}`', { name: found.match[1] ?? service })),
    });
  }
  return uses;
}

/** The scheme by which SQLAlchemy finds the driver that the project has. */
export function findPostgresScheme(project: PythonProject): string | null {
  if (!findPackage(project, 'sqlalchemy', 'flask-sqlalchemy', 'sqlmodel')) return null;
  if (findPackage(project, 'psycopg2', 'psycopg2-binary')) return null;
  if (findPackage(project, 'asyncpg')) return 'postgresql+asyncpg';
  return findPackage(project, 'psycopg', 'psycopg-binary') ? 'postgresql+psycopg' : null;
}
