import { join } from '../../survey.ts';
import type { NodeManager } from './manager.ts';
import { script, type NodeProject } from './project.ts';

const files = ['package.json', '.yarnrc.yml', 'pnpm-workspace.yaml', 'bunfig.toml'];
const folders = ['.yarn/releases', '.yarn/patches', '.yarn/plugins', 'patches', 'prisma'];

/** What the install step reads. All names are from the lists above; a workspace needs its whole tree. */
export function findManifests(project: NodeProject, manager: NodeManager): readonly string[] {
  if (project.root !== project.folder || needsWholeTree(project)) return ['.'];
  const names = project.survey.names(project.root);
  const own = files.filter((name) => names.has(name));
  if (manager.lockfile) own.splice(1, 0, manager.lockfile);
  const inside = folders.filter((folder) =>
    project.survey.paths.some((path) => path.startsWith(`${join(project.root, folder)}/`)),
  );
  return [...own, ...inside];
}

/** Scripts that run during an installation may read anything; local packages lie anywhere. */
function needsWholeTree(project: NodeProject): boolean {
  if (['preinstall', 'install', 'postinstall', 'prepare'].some((name) => script(project, name) !== undefined))
    return true;
  const versions = Object.values({ ...project.dependencies, ...project.devDependencies });
  return versions.some((version) => typeof version === 'string' && /^(file|link|workspace|portal):/.test(version));
}
