import { message } from '../../text/index.ts';
import type { AppFacts } from '../model.ts';
import { findProcess, type Process } from '../read/procfile.ts';
import { findHealthPath, readSources, type Source } from '../read/sources.ts';
import { tableAt, textAt } from '../read/manifest.ts';
import { knownVariables, namesInExample } from '../services/index.ts';
import { folderOf, isBelow, join, type Survey } from '../survey.ts';
import { evidence, isPlaceholder, isSideFolder } from './evidence.ts';
import { needsLibpq, pythonFrameworks, type PythonFramework } from './python/frameworks.data.ts';
import { findPythonManager, type PythonManager } from './python/manager.ts';
import { findPackage, pythonSources, readPythonProject, type PythonProject } from './python/project.ts';
import { findPythonPort } from './python/port.ts';
import { pythonNeeds, renderPython } from './python/render.ts';
import { findPostgresScheme, findPythonServices } from './python/services.ts';
import { findPythonStart } from './python/start.ts';
import type { PythonStart } from './python/target.ts';
import { findPythonVersion } from './python/version.ts';
import { refuseFolder } from './safe-path.ts';
import type { Detection, Stack } from './stack.ts';

const manifests = ['requirements.txt', 'requirements.in', 'pyproject.toml', 'Pipfile', 'setup.py', 'manage.py'];

/** Python applications: web frameworks, and programs with a main module. */
export const python: Stack = {
  id: 'python',
  isHere: (names) =>
    manifests.some((name) => names.has(name)) ||
    ['main.py', 'app.py'].some((name) => names.has(name)) ||
    [...names].some((name) => name.endsWith('.ipynb')),
  detect: detectPython,
  renderDockerfile: renderPython,
  ignore: () => [
    '**/.venv',
    '**/venv',
    '**/__pycache__',
    '**/*.pyc',
    '**/.pytest_cache',
    '**/.mypy_cache',
    '**/.ruff_cache',
    '**/*.sqlite3',
  ],
  needs: pythonNeeds,
};

async function detectPython(survey: Survey, folder: string): Promise<Detection> {
  const names = survey.names(folder);
  const hasManifest = manifests.some((name) => names.has(name));
  // A lone main.py below some other project is a part of it.
  if (isSideFolder(folder) || (folder !== '.' && !hasManifest)) return {};
  if (isPlaceholder(folder))
    return refuse(folder, message('{path} is a template with placeholders. Fill it in first.', { path: folder }));
  const project = await readPythonProject(survey, folder);
  if ('template' in project) return refuse(folder, project);
  if (isPlaceholder(textAt(project.pyproject, 'project', 'name') ?? ''))
    return refuse(
      folder,
      message('{path} is a template with placeholders. Fill it in first.', { path: join(folder, 'pyproject.toml') }),
    );
  if (isPartOfOther(survey, folder)) return {};
  const sources = await readSources(survey, pythonSources(project));
  const process = await findProcess(survey, folder);
  const found = findFramework(project, sources, process);
  if (!found) return refuseOther(project, hasManifest);
  const unsafe = refuseFolder(folder);
  return unsafe ? { refusal: unsafe } : detectApp(project, found);
}

/** A Django project whose packages are named in a folder above it is looked at from there. */
function isPartOfOther(survey: Survey, folder: string): boolean {
  const holds = (at: string): boolean =>
    ['requirements.txt', 'pyproject.toml', 'Pipfile'].some((name) => survey.has(join(at, name)));
  if (folder === '.' || holds(folder)) return false;
  for (let at = folder; at !== '.';) {
    at = folderOf(at);
    if (holds(at)) return true;
  }
  return false;
}

/** The first framework of the project whose application is really there; frozen lists also name what others bring. */
function findFramework(
  project: PythonProject,
  sources: readonly Source[],
  process: Process | undefined,
): Found | undefined {
  const named = pythonFrameworks.filter(({ packages }) => findPackage(project, ...packages));
  const django = djangoByManage(project);
  const candidates = named.length > 0 || !django ? named : [django];
  for (const framework of candidates) {
    const start = findPythonStart(project, framework, { sources, process });
    if (start) return { framework, sources, start, process };
  }
  const start = findPythonStart(project, undefined, { sources, process });
  const framework = candidates.find(({ id }) => id !== 'django' && sources.some(({ text }) => usesFramework(text, id)));
  return start && { framework, sources, start, process };
}

function usesFramework(text: string, id: PythonFramework['id']): boolean {
  return new RegExp(`^\\s*(?:from|import)\\s+${id}\\b`, 'm').test(text);
}

interface Found {
  readonly framework: PythonFramework | undefined;
  readonly sources: readonly Source[];
  readonly start: PythonStart;
  readonly process: Process | undefined;
}

async function detectApp(project: PythonProject, parts: Found): Promise<Detection> {
  const { framework, sources, start } = parts;
  const { survey, folder } = project;
  const [manager, version] = await Promise.all([findPythonManager(project), findPythonVersion(project)]);
  const found = await findPythonPort(project, parts);
  const traits = findTraits(project, { manager, start, sources });
  const port = found ? (found.port < 1024 ? (framework?.port ?? found.port) : found.port) : null;
  const manifest = manifests.find((name) => survey.names(folder).has(name)) ?? 'main.py';
  const app: AppFacts = {
    path: folder,
    stack: 'python',
    context: folder,
    name: 'app',
    title:
      textAt(project.pyproject, 'project', 'name') ??
      textAt(project.pyproject, 'tool', 'poetry', 'name') ??
      folderName(folder),
    role: port === null ? 'worker' : 'web',
    language: 'python',
    framework: framework?.id ?? null,
    packageManager: manager.id,
    packageManagerVersion: manager.version,
    lockfile: manager.lockfile,
    version: version.version,
    port,
    start: start.command(port ?? 8000),
    build: null,
    manifests: await findManifests(project, manager),
    health: port === null ? null : findHealthPath(sources),
    env: await findVariables(project, sources),
    traits,
    evidence: [
      evidence(
        'language',
        { path: join(folder, manifest), line: 1 },
        message('{path} describes a Python application', { path: join(folder, manifest) }),
      ),
      ...frameworkEvidence(project, framework),
      manager.evidence,
      version.evidence,
      start.evidence,
      ...(found ? [found.evidence] : []),
    ],
  };
  const warnings = [...version.warnings, ...manager.warnings, ...start.warnings];
  return { app, uses: findPythonServices(project, sources), warnings };
}

function djangoByManage(project: PythonProject): PythonFramework | undefined {
  return project.survey.has(join(project.folder, 'manage.py'))
    ? pythonFrameworks.find(({ id }) => id === 'django')
    : undefined;
}

function frameworkEvidence(project: PythonProject, framework: PythonFramework | undefined): AppFacts['evidence'] {
  const named = framework && findPackage(project, ...framework.packages);
  if (!named) return [];
  return [
    evidence('framework', named, message('`{package}` in {section}', { package: named.name, section: named.path })),
  ];
}

function findTraits(
  project: PythonProject,
  { manager, start, sources }: { manager: PythonManager; start: PythonStart; sources: readonly Source[] },
): string[] {
  const traits: string[] = [];
  const isInstallable = project.packages.length > 0 || manager.lockfile !== null;
  if (!isInstallable) traits.push('no-dependencies');
  if (start.isInSrc) traits.push('src');
  if (Object.keys(tableAt(project.pyproject, 'build-system')).length > 0) traits.push('packaged');
  const library = project.packages.find(
    ({ name, extras, optional }) =>
      !optional && needsLibpq.includes(name) && !extras.some((extra) => extra === 'binary' || extra === 'c'),
  );
  if (library) traits.push('libpq');
  if (sources.some(({ text }) => /(environ|getenv)[^\n]*['"]PORT['"]/.test(text))) traits.push('reads-port');
  const scheme = findPostgresScheme(project);
  if (scheme) traits.push(`postgres-scheme=${scheme}`);
  return traits;
}

/** What the installation reads, by fixed names; a requirements file that names local paths or others needs the tree. */
async function findManifests(
  { survey, folder, requirements }: PythonProject,
  manager: PythonManager,
): Promise<readonly string[]> {
  if (manager.id !== 'pip') {
    const own = manager.id === 'pipenv' ? 'Pipfile' : 'pyproject.toml';
    return manager.lockfile ? [own, manager.lockfile] : [own];
  }
  if (!requirements) return ['.'];
  const text = (await survey.read(join(folder, requirements))) ?? '';
  if (/^\s*(-e|--editable|\.|file:|\/)/m.test(text)) return ['.'];
  if (requirements.includes('/')) return ['requirements'];
  return /^\s*(-r|-c|--requirement|--constraint)/m.test(text) ? ['.'] : [requirements];
}

async function findVariables(
  { survey, folder }: PythonProject,
  sources: readonly Source[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { text } of sources) {
    for (const match of text.matchAll(/(?:environ|getenv|env|config|Env)(?:\.\w+)?[[(]\s*['"]([A-Z][A-Z0-9_]*)['"]/g))
      names.push(match[1] ?? '');
    // pydantic's settings read the upper-case form of a field's name.
    if (/BaseSettings/.test(text))
      for (const match of text.matchAll(/^\s+([a-zA-Z]\w*)\s*:\s*[\w.[\]| ]+(?:=|$)/gm))
        names.push((match[1] ?? '').toUpperCase());
    if (/dj_database_url\.config\(|env\.db\(\s*\)/.test(text)) names.push('DATABASE_URL');
  }
  for (const name of ['.env.example', '.env.sample']) {
    names.push(...namesInExample((await survey.read(join(folder, name))) ?? ''));
  }
  return knownVariables(names);
}

function refuseOther({ survey, folder, packages, pyproject }: PythonProject, hasManifest: boolean): Detection {
  const notebooks = survey.paths.filter((path) => isBelow(path, folder) && path.endsWith('.ipynb'));
  if (notebooks.length > 0) {
    return refuse(
      folder,
      message('{path} is a notebook: it is explored by hand and has no server to start.', {
        path: notebooks[0] ?? folder,
      }),
    );
  }
  if (!hasManifest) return {};
  const path = join(folder, manifests.find((name) => survey.names(folder).has(name)) ?? '.');
  const reason =
    packages.length > 0 && !survey.names(folder).has('setup.py') && !survey.has(join(folder, 'src/__init__.py'))
      ? message('{path} names no program that Drydock recognises: a library, or a start that only its author knows.', {
          path,
        })
      : message('{path} is a library: it exports code for others and has nothing to start.', { path });
  // A pyproject.toml that only holds settings of tools, or the root of a workspace, is no failure beside an application.
  const isNamed = packages.length > 0 || textAt(pyproject, 'project', 'name') !== undefined;
  return { refusal: { path: folder, reason }, quiet: !isNamed && !survey.has(join(folder, 'setup.py')) };
}

function refuse(path: string, reason: ReturnType<typeof message>): Detection {
  return { refusal: { path, reason } };
}

function folderName(folder: string): string {
  return folder === '.' ? 'app' : folder.slice(folder.lastIndexOf('/') + 1);
}
