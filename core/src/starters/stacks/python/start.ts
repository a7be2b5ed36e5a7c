import { message } from '../../../text/index.ts';
import { parseCommand } from '../../read/command.ts';
import type { Process } from '../../read/procfile.ts';
import type { Source } from '../../read/sources.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import { startDjango } from './django.ts';
import type { PythonFramework } from './frameworks.data.ts';
import { findPackage, isPublished, type PythonProject } from './project.ts';
import { gunicorn, serverMissing, uvicorn } from './servers.ts';
import { findFactory, findTarget, fromTarget, relative, targetOfProcess, type PythonStart } from './target.ts';

/** How a framework's application is started; undefined when its object cannot be found. */
export function findPythonStart(
  project: PythonProject,
  framework: PythonFramework | undefined,
  { sources, process }: StartInput,
): PythonStart | undefined {
  switch (framework?.id) {
    case 'django':
      return startDjango(project, sources);
    case 'fastapi':
      return startFastApi(project, sources, process);
    case 'flask':
      return startFlask(project, sources, process);
    case 'streamlit':
      return startStreamlit(project, sources);
    default:
      return startProcess(project, sources, process) ?? startPlain(project, sources);
  }
}

interface StartInput {
  readonly sources: readonly Source[];
  /** The line of the project's Procfile. */
  readonly process: Process | undefined;
}

/** What a Procfile runs, when it is a server for a known object or a file of the project. */
function startProcess(
  project: PythonProject,
  sources: readonly Source[],
  process: Process | undefined,
): PythonStart | undefined {
  const target = targetOfProcess(project, sources, process);
  if (target && findPackage(project, 'gunicorn'))
    return {
      ...fromTarget(target),
      warnings: [],
      command: (port) => gunicorn(`${target.module}:${target.name}`, port),
    };
  const words = parseCommand(process?.text ?? '')?.words ?? [];
  const [program = '', file = ''] = words;
  if (!process || !/^python3?$/.test(program) || !sources.some(({ path }) => relative(project, path) === file))
    return undefined;
  const said = message('{path} runs it as `{process}`', { path: process.path, process: process.process });
  return {
    isInSrc: false,
    warnings: [],
    evidence: evidence('start', process, said),
    command: () => ['python', ...words.slice(1)],
  };
}

function startFastApi(
  project: PythonProject,
  sources: readonly Source[],
  process: Process | undefined,
): PythonStart | undefined {
  const target =
    targetOfProcess(project, sources, process) ??
    findTarget(project, sources, [/^(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*(?:fastapi\.)?FastAPI\(/m, madeByFactory]) ??
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

/** `app = create_app()`, `application = get_application()`, but no Celery. */
const madeByFactory =
  /^(app|application|api|server)\s*=\s*(?!\w*celery)(?:\w+\.)*(?:\w*_)?(?:app|application|server|api)(?:_\w+)?\(/m;

function startFlask(
  project: PythonProject,
  sources: readonly Source[],
  process: Process | undefined,
): PythonStart | undefined {
  const target =
    targetOfProcess(project, sources, process) ??
    findTarget(project, sources, [/^(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*(?:flask\.)?Flask\(/m, madeByFactory]) ??
    findFactory(project, sources, /Flask\(/);
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
    // A package that is published runs as a command for its users, not as a service.
    (isPublished(project)
      ? undefined
      : sources.find(({ path }) => /^(?:src\/)?[^/]+\/__main__\.py$/.test(relative(project, path))));
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
