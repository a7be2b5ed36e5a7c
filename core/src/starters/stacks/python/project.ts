import { message, type Message } from '../../../text/index.ts';
import { isTable, listAt, parseToml, tableAt, textAt, type Manifest, type Table } from '../../read/manifest.ts';
import { lineOf, escapeRegExp } from '../../read/lines.ts';
import { compareText, isBelow, join, type Survey } from '../../survey.ts';

/** A package that the project names, normalised as pip does, with the place where it is named. */
export interface PythonPackage {
  readonly name: string;
  readonly extras: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly optional: boolean;
}

export interface PythonProject {
  readonly survey: Survey;
  readonly folder: string;
  readonly pyproject: Table;
  readonly pyprojectText: string;
  readonly pipfile: Table;
  readonly pipfileText: string;
  /** The requirements file that an installation reads, relative to the folder. */
  readonly requirements: string | null;
  readonly packages: readonly PythonPackage[];
  readonly warnings: readonly Message[];
}

const requirementFiles = [
  'requirements.txt',
  'requirements/production.txt',
  'requirements/prod.txt',
  'requirements/base.txt',
  'requirements-prod.txt',
  'requirements.in',
];

/** Reads the manifests of a folder; the message says which one is broken. */
export async function readPythonProject(survey: Survey, folder: string): Promise<PythonProject | Message> {
  const pyprojectPath = join(folder, 'pyproject.toml');
  const pipfilePath = join(folder, 'Pipfile');
  const pyproject = await readToml(survey, pyprojectPath);
  const pipfile = await readToml(survey, pipfilePath);
  for (const [path, { manifest }] of [
    [pyprojectPath, pyproject],
    [pipfilePath, pipfile],
  ] as const) {
    if (manifest === undefined)
      return message('{path} cannot be read as text: it is binary, or larger than 1 MB.', { path });
    if (!manifest.ok)
      return message('{path} is not valid TOML: look at line {line}.', { path, line: String(manifest.line) });
  }
  const requirements = requirementFiles.find((name) => survey.has(join(folder, name))) ?? null;
  if (requirements && (await survey.read(join(folder, requirements))) === undefined) {
    return message('{path} cannot be read as text: it is binary, or larger than 1 MB.', {
      path: join(folder, requirements),
    });
  }
  const project = {
    survey,
    folder,
    pyproject: valueOf(pyproject.manifest),
    pyprojectText: pyproject.text,
    pipfile: valueOf(pipfile.manifest),
    pipfileText: pipfile.text,
    requirements,
    warnings: [],
  };
  const packages = [
    ...(requirements ? await readRequirements(survey, join(folder, requirements), 0) : []),
    ...readPyproject(project, pyprojectPath),
    ...Object.keys(tableAt(project.pipfile, 'packages')).map((name) =>
      fromTable({ path: pipfilePath, text: pipfile.text }, tableAt(project.pipfile, 'packages'), name),
    ),
  ];
  return { ...project, packages };
}

async function readToml(survey: Survey, path: string): Promise<{ text: string; manifest: Manifest | undefined }> {
  if (!survey.has(path)) return { text: '', manifest: { ok: true, value: {} } };
  const text = await survey.read(path);
  return { text: text ?? '', manifest: text === undefined ? undefined : parseToml(text) };
}

function valueOf(manifest: Manifest | undefined): Table {
  return manifest?.ok ? manifest.value : {};
}

/** Lines such as `Celery[redis]==5.4 ; python_version > "3.8"`, and those of `-r other.txt`. */
async function readRequirements(survey: Survey, path: string, depth: number): Promise<PythonPackage[]> {
  const text = (await survey.read(path)) ?? '';
  const found: PythonPackage[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const other = /^\s*(?:-r|--requirement)[ =]*(\S+)/.exec(raw)?.[1];
    if (other && depth < 3) {
      const target = join(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.', other.replace(/^\.\//, ''));
      found.push(...(await readRequirements(survey, target, depth + 1)));
    }
    const named = parseRequirement(raw);
    if (named) found.push({ ...named, path, line: index + 1, optional: false });
  }
  return found;
}

function parseRequirement(text: string): { name: string; extras: readonly string[] } | undefined {
  const match = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?\s*(?:$|[=<>!~;@#(\s])/.exec(text);
  if (!match) return undefined;
  const extras = (match[2] ?? '').split(',').map((extra) => extra.trim().toLowerCase());
  return { name: normalise(match[1] ?? ''), extras: extras.filter((extra) => extra !== '') };
}

function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function readPyproject(
  { pyproject, pyprojectText: text }: Pick<PythonProject, 'pyproject' | 'pyprojectText'>,
  path: string,
): PythonPackage[] {
  const found: PythonPackage[] = [];
  const add = (requirement: string, optional: boolean): void => {
    const named = parseRequirement(requirement);
    if (named) found.push({ ...named, path, line: lineOf(text, JSON.stringify(requirement).slice(1, -1)), optional });
  };
  for (const requirement of listAt(pyproject, 'project', 'dependencies')) add(requirement, false);
  const extras = tableAt(pyproject, 'project', 'optional-dependencies');
  for (const extra of Object.keys(extras)) for (const requirement of listAt(extras, extra)) add(requirement, true);
  const poetry = tableAt(pyproject, 'tool', 'poetry', 'dependencies');
  for (const name of Object.keys(poetry)) if (name !== 'python') found.push(fromTable({ path, text }, poetry, name));
  return found;
}

function fromTable({ path, text }: { path: string; text: string }, table: Table, name: string): PythonPackage {
  const value = table[name];
  const extras = isTable(value) ? listAt(value, 'extras') : [];
  const optional = isTable(value) && value['optional'] === true;
  const line = lineOf(text, new RegExp(`^\\s*["']?${escapeRegExp(name)}["']?\\s*=`, 'm'));
  return { name: normalise(name), extras: extras.map((extra) => extra.toLowerCase()), path, line, optional };
}

export function findPackage(project: PythonProject, ...names: readonly string[]): PythonPackage | undefined {
  return project.packages.find(({ name, optional }) => !optional && names.includes(name));
}

/** Whether the project is made for others to install: an index's classifiers, a command, or a `setup.py`. */
export function isPublished({ survey, folder, pyproject }: PythonProject): boolean {
  const isBuilt = Object.keys(tableAt(pyproject, 'build-system')).length > 0;
  return (
    listAt(pyproject, 'project', 'classifiers').length > 0 ||
    listAt(pyproject, 'tool', 'poetry', 'classifiers').length > 0 ||
    survey.has(join(folder, 'setup.py')) ||
    survey.has(join(folder, 'setup.cfg')) ||
    (isBuilt && Object.keys(tableAt(pyproject, 'project', 'scripts')).length > 0) ||
    (isBuilt && Object.keys(tableAt(pyproject, 'tool', 'poetry', 'scripts')).length > 0)
  );
}

export function hasTool(project: PythonProject, name: string): boolean {
  return (
    textAt(project.pyproject, 'tool', name) !== undefined ||
    Object.keys(tableAt(project.pyproject, 'tool', name)).length > 0
  );
}

/** Python sources of the folder, nearest first, without tests and without projects inside it; at most 400. */
export function pythonSources({ survey, folder }: Pick<PythonProject, 'survey' | 'folder'>): readonly string[] {
  const manifests = ['pyproject.toml', 'requirements.txt', 'Pipfile'];
  const isProject = (names: ReadonlySet<string>): boolean => manifests.some((name) => names.has(name));
  const inner = survey.folders.filter(
    (each) => each !== folder && isBelow(each, folder) && isProject(survey.names(each)),
  );
  return survey.paths
    .filter(
      (path) =>
        isBelow(path, folder) &&
        path.endsWith('.py') &&
        !/(^|\/)(tests?|testing|docs?|docs_src|examples?|samples?|demos?|benchmarks?|scripts|tutorials?|templates?|migrations|\.venv|venv)\/|(^|\/)(test_[^/]*|[^/]*_test|tests|conftest|setup|noxfile)\.py$/.test(
          folder === '.' ? path : path.slice(folder.length + 1),
        ),
    )
    .filter((path) => !inner.some((each) => isBelow(path, each)))
    .sort((a, b) => a.split('/').length - b.split('/').length || compareText(a, b))
    .slice(0, 400);
}
