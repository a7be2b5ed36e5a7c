import { message, type Message } from '../../../text/index.ts';
import type { Evidence } from '../../model.ts';
import { lineAt } from '../../read/lines.ts';
import { findInSources, type Source } from '../../read/sources.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { PythonFramework } from './frameworks.data.ts';
import { findPackage, type PythonProject } from './project.ts';

export interface PythonStart {
  readonly evidence: Evidence;
  readonly warnings: readonly Message[];
  /** The module lies below `src`. */
  readonly isInSrc: boolean;
  command(port: number): readonly string[];
}

interface Target {
  readonly source: Source;
  readonly line: number;
  /** `package.module` as Python imports it from the folder, or from its `src`. */
  readonly module: string;
  readonly isInSrc: boolean;
  /** The variable or call behind the colon. */
  readonly name: string;
}

/** How a framework's application is started; undefined when its object cannot be found. */
export function findPythonStart(
  project: PythonProject,
  framework: PythonFramework | undefined,
  sources: readonly Source[],
): PythonStart | undefined {
  switch (framework?.id) {
    case 'django':
      return startDjango(project, sources);
    case 'fastapi':
      return startFastApi(project, sources);
    case 'flask':
      return startFlask(project, sources);
    case 'streamlit':
      return startStreamlit(project, sources);
    default:
      return startPlain(project, sources);
  }
}

const serverMissing = (server: string): Message =>
  message(
    'The development server is used. Add {server} to the dependencies and run this again for one that is made for production.',
    { server },
  );

function startDjango(project: PythonProject, sources: readonly Source[]): PythonStart | undefined {
  const manage = sources.find(({ path }) => path === join(project.folder, 'manage.py'));
  if (!manage) return undefined;
  const settings = /DJANGO_SETTINGS_MODULE['"]\s*,\s*['"]([\w.]+)['"]/.exec(manage.text)?.[1];
  const wsgi = findInSources(sources, [/^WSGI_APPLICATION\s*=\s*['"]([\w.]+)\.(\w+)['"]/m])?.match;
  const asgi = findInSources(sources, [/^ASGI_APPLICATION\s*=\s*['"]([\w.]+)\.(\w+)['"]/m])?.match;
  const home = settings?.split('.')[0];
  const wsgiTarget = wsgi ? `${wsgi[1]}:${wsgi[2]}` : home && `${home}.wsgi:application`;
  const at = { path: manage.path, line: 1 };
  const start = {
    isInSrc: false,
    evidence: evidence('start', at, message('manage.py belongs to a Django project')),
    warnings: [],
  };
  if (asgi && findPackage(project, 'uvicorn'))
    return { ...start, command: (port) => uvicorn(`${asgi[1]}:${asgi[2]}`, port) };
  if (wsgiTarget && findPackage(project, 'gunicorn'))
    return { ...start, command: (port) => gunicorn(wsgiTarget, port) };
  if (home && findPackage(project, 'uvicorn'))
    return { ...start, command: (port) => uvicorn(`${home}.asgi:application`, port) };
  return {
    ...start,
    warnings: [serverMissing('gunicorn')],
    command: (port) => ['python', 'manage.py', 'runserver', '--noreload', `0.0.0.0:${port}`],
  };
}

function startFastApi(project: PythonProject, sources: readonly Source[]): PythonStart | undefined {
  const target =
    findTarget(project, sources, [/^(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*(?:fastapi\.)?FastAPI\(/m]) ??
    findFactory(project, sources, /FastAPI\(/);
  if (!target) return undefined;
  const server =
    findPackage(project, 'uvicorn') ??
    project.packages.find(
      ({ name, extras }) => name === 'fastapi' && extras.some((extra) => extra === 'standard' || extra === 'all'),
    );
  const warnings = server ? [] : [message('FastAPI needs a server: add uvicorn to the dependencies.')];
  const factory = target.name.endsWith('()') ? ['--factory'] : [];
  const spec = `${target.module}:${target.name.replace('()', '')}`;
  return { ...fromTarget(target), warnings, command: (port) => [...uvicorn(spec, port), ...factory] };
}

function startFlask(project: PythonProject, sources: readonly Source[]): PythonStart | undefined {
  const target =
    findTarget(project, sources, [
      /^(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*(?:flask\.)?Flask\(/m,
      /^(\w+)\s*=\s*create_app\(/m,
    ]) ?? findFactory(project, sources, /Flask\(/);
  if (!target) return undefined;
  const spec = `${target.module}:${target.name}`;
  if (findPackage(project, 'gunicorn'))
    return { ...fromTarget(target), warnings: [], command: (port) => gunicorn(spec, port) };
  if (findPackage(project, 'waitress')) {
    const call = target.name.endsWith('()') ? ['--call', spec.replace('()', '')] : [spec];
    return {
      ...fromTarget(target),
      warnings: [],
      command: (port) => ['waitress-serve', `--listen=0.0.0.0:${port}`, ...call],
    };
  }
  return {
    ...fromTarget(target),
    warnings: [serverMissing('gunicorn')],
    command: (port) => ['flask', '--app', spec, 'run', '--host', '0.0.0.0', '--port', String(port)],
  };
}

function startStreamlit(project: PythonProject, sources: readonly Source[]): PythonStart | undefined {
  const users = sources.filter(({ text }) => /^\s*(import streamlit|from streamlit)/m.test(text));
  const preferred = ['streamlit_app.py', 'app.py', 'main.py', 'Home.py'].map((name) => join(project.folder, name));
  const source =
    users.find(({ path }) => preferred.includes(path)) ?? users.find(({ path }) => !path.includes('/pages/'));
  if (!source) return undefined;
  const file = relative(project, source.path);
  return {
    isInSrc: false,
    warnings: [],
    evidence: evidence('start', { path: source.path, line: 1 }, message('{file} is a Streamlit page', { file })),
    command: (port) => [
      'streamlit',
      'run',
      file,
      '--server.address=0.0.0.0',
      `--server.port=${port}`,
      '--server.headless=true',
      '--browser.gatherUsageStats=false',
    ],
  };
}

/** A program without a framework: a module that runs when it is called, at a name by custom. */
function startPlain(project: PythonProject, sources: readonly Source[]): PythonStart | undefined {
  const names = [
    'main.py',
    'app.py',
    'server.py',
    'run.py',
    'worker.py',
    'bot.py',
    'src/main.py',
    'src/app.py',
    '__main__.py',
  ];
  const source =
    names
      .map((name) => sources.find(({ path }) => path === join(project.folder, name)))
      .find((each) => each !== undefined) ??
    sources.find(
      ({ path }) =>
        /^[^/]+\/__main__\.py$/.test(relative(project, path)) ||
        /^src\/[^/]+\/__main__\.py$/.test(relative(project, path)),
    );
  if (!source) return undefined;
  const file = relative(project, source.path);
  const module = /^(?:src\/)?([^/]+)\/__main__\.py$/.exec(file)?.[1];
  const said = message('{file} is where such programs start', { file });
  return {
    isInSrc: file.startsWith('src/'),
    warnings: [],
    evidence: evidence('start', { path: source.path, line: 1 }, said, 'likely'),
    command: () => (module ? ['python', '-m', module] : ['python', file]),
  };
}

function findTarget(
  project: PythonProject,
  sources: readonly Source[],
  patterns: readonly RegExp[],
): Target | undefined {
  const found = findInSources(sources, patterns);
  return found && toTarget(project, found.source, { at: found.match.index, name: found.match[1] ?? 'app' });
}

/** `def create_app(` in a module that makes the application object inside. */
function findFactory(project: PythonProject, sources: readonly Source[], made: RegExp): Target | undefined {
  const found = findInSources(
    sources.filter(({ text }) => made.test(text)),
    [/^def (create_app|make_app|get_app|build_app)\(/m],
  );
  return found && toTarget(project, found.source, { at: found.match.index, name: `${found.match[1]}()` });
}

function toTarget(
  project: PythonProject,
  source: Source,
  { at, name }: { at: number; name: string },
): Target | undefined {
  const file = relative(project, source.path);
  const isInSrc = file.startsWith('src/') && !project.survey.has(join(project.folder, 'src/__init__.py'));
  const module = (isInSrc ? file.slice(4) : file).replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
  // A path that Python could not import is no module; it also must not look like options of the server.
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(module)) return undefined;
  return { source, line: lineAt(source.text, at), module, isInSrc, name };
}

function fromTarget({ source, line, module, isInSrc, name }: Target): Pick<PythonStart, 'evidence' | 'isInSrc'> {
  return {
    isInSrc,
    evidence: evidence(
      'start',
      { path: source.path, line },
      message('the application is `{name}` in {module}', { name, module }),
    ),
  };
}

function gunicorn(target: string, port: number): readonly string[] {
  return ['gunicorn', '--bind', `0.0.0.0:${port}`, '--worker-tmp-dir', '/dev/shm', '--access-logfile', '-', target];
}

function uvicorn(target: string, port: number): readonly string[] {
  return ['uvicorn', target, '--host', '0.0.0.0', '--port', String(port)];
}

function relative({ folder }: PythonProject, path: string): string {
  return folder === '.' ? path : path.slice(folder.length + 1);
}
