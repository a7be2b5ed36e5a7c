import { listAt, tableAt, textAt, type Table } from '../../read/manifest.ts';
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
  const list = /^packages:[ \t]*\n((?:[ \t]*-[^\n]*\n?|[ \t]*#[^\n]*\n|[ \t]*\n)*)/m.exec(pnpmWorkspace ?? '');
  return [...(list?.[1] ?? '').matchAll(/-\s*['"]?([^'"\n#]+?)['"]?\s*(?:#.*)?$/gm)].map((match) => match[1] ?? '');
}

export function isMember(folder: string, patterns: readonly string[]): boolean {
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  return included.some((pattern) => {
    const parts = pattern.replace(/^\.\//, '').replace(/\/$/, '').split('/');
    const names = folder.split('/');
    const deep = parts.includes('**');
    if (!deep && parts.length !== names.length) return false;
    return parts.every((part, at) => part === '*' || part === '**' || part === names[at]);
  });
}

/** Source files of a project, without those of projects inside it, its tests and its declarations; at most 300. */
export function sourceFiles(project: NodeProject): readonly string[] {
  const { survey, folder } = project;
  const inner = survey.folders.filter(
    (each) => each !== folder && isBelow(each, folder) && survey.names(each).has('package.json'),
  );
  return survey.paths
    .filter((path) => isBelow(path, folder) && /\.([cm]?[jt]s|[jt]sx)$/.test(path))
    .filter((path) => !/\.(d|test|spec)\.|(^|\/)(tests?|__tests__|e2e|dist|build|public|coverage)\//.test(path))
    .filter((path) => !inner.some((each) => isBelow(path, each)))
    .sort((a, b) => a.split('/').length - b.split('/').length || compareText(a, b))
    .slice(0, 300);
}
