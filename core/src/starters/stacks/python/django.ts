import { message } from '../../../text/index.ts';
import { findInSources, type Source } from '../../read/sources.ts';
import { evidence } from '../evidence.ts';
import { findPackage, type PythonProject } from './project.ts';
import { gunicorn, serverMissing, uvicorn } from './servers.ts';
import { relative, type PythonStart } from './target.ts';

/** The site of a manage.py, by its settings and the server that the project has. */
export function startDjango(project: PythonProject, sources: readonly Source[]): PythonStart | undefined {
  const candidates = sources.filter(({ path }) => /^(?:[\w.-]+\/){0,2}manage\.py$/.test(relative(project, path)));
  const [manage] = candidates;
  if (!manage || (candidates.length > 1 && relative(project, manage.path) !== 'manage.py')) return undefined;
  const below = relative(project, manage.path).replace(/\/?manage\.py$/, '');
  const settings = /DJANGO_SETTINGS_MODULE['"]\s*,\s*['"]([\w.]+)['"]/.exec(manage.text)?.[1];
  const wsgi = findInSources(sources, [/^WSGI_APPLICATION\s*=\s*['"]([\w.]+)\.(\w+)['"]/m])?.match;
  const asgi = findInSources(sources, [/^ASGI_APPLICATION\s*=\s*['"]([\w.]+)\.(\w+)['"]/m])?.match;
  const home = settings?.split('.')[0];
  const at = { path: manage.path, line: 1 };
  const start = {
    isInSrc: false,
    evidence: evidence('start', at, message('manage.py belongs to a Django project')),
    warnings: [],
  };
  const server = findServer(project, {
    home,
    wsgi: wsgi && `${wsgi[1]}:${wsgi[2]}`,
    asgi: asgi && `${asgi[1]}:${asgi[2]}`,
  });
  if (server) return { ...start, command: (port) => within(below, server(port)) };
  return {
    ...start,
    warnings: [serverMissing('gunicorn')],
    command: (port) => ['python', relative(project, manage.path), 'runserver', '--noreload', `0.0.0.0:${port}`],
  };
}

interface Targets {
  readonly home: string | undefined;
  readonly wsgi: string | undefined;
  readonly asgi: string | undefined;
}

/** The server that the project has, for the interface that its settings name. */
function findServer(
  project: PythonProject,
  { home, wsgi, asgi }: Targets,
): ((port: number) => readonly string[]) | undefined {
  const [hasUvicorn, hasGunicorn] = [findPackage(project, 'uvicorn'), findPackage(project, 'gunicorn')];
  const wsgiTarget = wsgi ?? (home && `${home}.wsgi:application`);
  const asgiTarget = asgi ?? (home && `${home}.asgi:application`);
  if (asgi && hasUvicorn) return (port) => uvicorn(asgi, port);
  if (wsgiTarget && hasGunicorn) return (port) => gunicorn(wsgiTarget, port);
  return asgiTarget && hasUvicorn ? (port) => uvicorn(asgiTarget, port) : undefined;
}

/** Django's own folder may lie below the one that names its packages. */
function within(folder: string, [server = '', ...options]: readonly string[]): readonly string[] {
  if (folder === '') return [server, ...options];
  return server === 'gunicorn' ? [server, '--chdir', folder, ...options] : [server, '--app-dir', folder, ...options];
}
