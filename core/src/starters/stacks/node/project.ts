import { listAt, parseJson, tableAt, textAt, type Table } from '../../read/manifest.ts';
import { compareText, isBelow, join, type Survey } from '../../survey.ts';

/** One folder with a readable package.json. */
export interface NodeProject {
  readonly survey: Survey;
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  readonly manifest: Table;
  readonly dependencies: Table;
  readonly devDependencies: Table;
  readonly scripts: Table;
  /** The folder whose lockfile and workspaces rule this one. */
  readonly root: string;
  readonly rootManifest: Table;
}

export function has(project: NodeProject, ...packages: readonly string[]): string | undefined {
  return packages.find((name) => Object.hasOwn(project.dependencies, name));
}

/** The framework's package, where that framework is expected: see `isBundled`. */
export function hasFramework(
  project: NodeProject,
  { packages, isBundled }: { readonly packages: readonly string[]; readonly isBundled?: true },
): { readonly name: string; readonly section: 'dependencies' | 'devDependencies' } | undefined {
  const name = has(project, ...packages);
  if (name) return { name, section: 'dependencies' };
  const bundled = isBundled && packages.find((each) => Object.hasOwn(project.devDependencies, each));
  return bundled ? { name: bundled, section: 'devDependencies' } : undefined;
}

export function script(project: NodeProject, name: string): string | undefined {
  return textAt(project.scripts, name);
}

export function makeProject(survey: Survey, folder: string, parts: { text: string; manifest: Table }): NodeProject {
  const { manifest } = parts;
  return {
    survey,
    folder,
    path: join(folder, 'package.json'),
    ...parts,
    dependencies: tableAt(manifest, 'dependencies'),
    devDependencies: tableAt(manifest, 'devDependencies'),
    scripts: tableAt(manifest, 'scripts'),
    root: folder,
    rootManifest: manifest,
  };
}

/** The patterns of a workspace root: `packages/*`, `apps/api`. */
export function workspacePatterns(manifest: Table, pnpmWorkspace: string | undefined): readonly string[] {
  const own = listAt(manifest, 'workspaces');
  if (own.length > 0) return own;
  const nested = listAt(manifest, 'workspaces', 'packages');
  if (nested.length > 0) return nested;
  const list = /^packages:[ \t]*\n((?:[ \t]*-[^\n]*\n?|[ \t]*#[^\n]*\n|[ \t]*\n)*)/m.exec(
    (pnpmWorkspace ?? '').replaceAll('\r', ''),
  );
  return [...(list?.[1] ?? '').matchAll(/-\s*['"]?([^'"\n#]+?)['"]?\s*(?:#.*)?$/gm)].map((match) => match[1] ?? '');
}

export function isMember(folder: string, patterns: readonly string[]): boolean {
  const [excluded, included] = [
    patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
    patterns.filter((pattern) => !pattern.startsWith('!')),
  ];
  const names = folder.split('/');
  return included.some((each) => fits(names, partsOf(each))) && !excluded.some((each) => fits(names, partsOf(each)));
}

function partsOf(pattern: string): readonly string[] {
  return pattern
    .replace(/^\.?\//, '')
    .replace(/\/$/, '')
    .split('/');
}

/** `*` inside a name stands for any part of it, `**` for any number of folders. */
function fits(names: readonly string[], parts: readonly string[]): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return names.length === 0;
  if (part === '**') return names.some((_, at) => fits(names.slice(at), rest)) || rest.length === 0;
  const [name, ...others] = names;
  return name !== undefined && likeName(name, part) && fits(others, rest);
}

function likeName(name: string, pattern: string): boolean {
  const [head = '', ...tails] = pattern.split('*');
  const tail = tails.at(-1);
  if (tail === undefined) return name === head;
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

/** Source files of a project, without those of projects inside it, its tests and its declarations; at most 300. */
export function sourceFiles(project: NodeProject): readonly string[] {
  const { survey, folder } = project;
  const inner = survey.folders.filter(
    (each) => each !== folder && isBelow(each, folder) && survey.names(each).has('package.json'),
  );
  return survey.paths
    .filter((path) => isBelow(path, folder) && /\.([cm]?[jt]s|[jt]sx)$/.test(path))
    .filter((path) => !/\.(d|test|spec|stories|config)\./.test(path) || /(^|\/)(drizzle|orm)\.config\./.test(path))
    .filter((path) => !asides.test(path.slice(folder === '.' ? 0 : folder.length + 1)))
    .filter((path) => !inner.some((each) => isBelow(path, each)))
    .sort((a, b) => a.split('/').length - b.split('/').length || compareText(a, b))
    .slice(0, 300);
}

/** Folders whose code is no part of the running server. */
const asides =
  /(^|\/)(tests?|__tests__|__mocks__|mocks?|specs?|e2e|cypress|dist|build|public|static|coverage|scripts|tools|examples?|samples?|fixtures?|docs?|benchmarks?|playgrounds?|\.storybook)\//;

/** The sources with the file that is started in front, also when its name has no ending, such as `bin/www`. */
export function withEntry(project: NodeProject, { start }: { readonly start: readonly string[] }): readonly string[] {
  const files = sourceFiles(project);
  const entry = start
    .slice(1)
    .flatMap((word) => sourcesOf(word.replace(/^\.\//, '')))
    .map((name) => join(project.folder, name))
    .find((path) => project.survey.has(path));
  return entry ? [entry, ...files.filter((each) => each !== entry)] : files;
}

/** The file itself, or what it was compiled from by the customs of `tsc`, Babel and Nest. */
function sourcesOf(file: string): readonly string[] {
  const compiled = /^(?:dist|build|out|lib)\/(?:src\/)?(.+?)(?:\.[cm]?js)?$/.exec(file)?.[1];
  const plain = [file, `${file}.js`, `${file}.ts`, `${file}/index.js`];
  return compiled
    ? [file, ...['ts', 'mts', 'js'].map((ending) => `src/${compiled}.${ending}`), `${compiled}.ts`]
    : plain;
}

/** The project and the packages of its own workspace that it is made with, directly or through others. */
export async function withWorkspaceParts(project: NodeProject): Promise<readonly NodeProject[]> {
  if (project.root === project.folder) return [project];
  const members = await readMembers(project);
  const found = new Map<string, NodeProject>([[project.folder, project]]);
  for (const each of found.values()) {
    for (const name of Object.keys(each.dependencies)) {
      const member = members.get(name);
      if (member && !found.has(member.folder)) found.set(member.folder, member);
    }
  }
  return [...found.values()];
}

async function readMembers({ survey, root }: NodeProject): Promise<ReadonlyMap<string, NodeProject>> {
  const members = new Map<string, NodeProject>();
  for (const folder of survey.folders) {
    if (folder === root || !isBelow(folder, root) || !survey.names(folder).has('package.json')) continue;
    const text = (await survey.read(join(folder, 'package.json'))) ?? '';
    const manifest = parseJson(text);
    const name = manifest.ok ? textAt(manifest.value, 'name') : undefined;
    if (manifest.ok && name) members.set(name, makeProject(survey, folder, { text, manifest: manifest.value }));
  }
  return members;
}
