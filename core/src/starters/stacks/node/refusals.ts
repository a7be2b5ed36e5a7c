import { message } from '../../../text/index.ts';
import type { Refusal } from '../../model.ts';
import { textAt } from '../../read/manifest.ts';
import { findInSources, readSources } from '../../read/sources.ts';
import { join } from '../../survey.ts';
import { nodeRefusals, type NodeFramework } from './frameworks.data.ts';
import { withEntry, type NodeProject } from './project.ts';
import type { StartCommand } from './start.ts';

export async function findOtherKind(project: NodeProject): Promise<Refusal | undefined> {
  if (textAt(project.manifest, 'engines', 'vscode') !== undefined)
    return {
      path: project.folder,
      reason: message('{path} is an extension of an editor: it runs inside that editor.', { path: project.path }),
    };
  for (const name of ['action.yml', 'action.yaml']) {
    const path = join(project.folder, name);
    if (/^\s+using:\s*['"]?node/m.test((await project.survey.read(path)) ?? ''))
      return {
        path: project.folder,
        reason: message('{path} describes an action of GitHub: the runner starts it there.', { path }),
      };
  }
  const all = { ...project.dependencies, ...project.devDependencies };
  const found = nodeRefusals.find(
    ({ kind, packages }) => kind !== 'static' && packages.some((name) => Object.hasOwn(all, name)),
  );
  if (found?.kind === 'mobile')
    return {
      path: project.folder,
      reason: message('{path} is a mobile application: it runs on a phone, not in a container.', {
        path: project.path,
      }),
    };
  if (found?.kind === 'desktop')
    return {
      path: project.folder,
      reason: message('{path} is a desktop application: it needs a screen, not a container.', { path: project.path }),
    };
  return undefined;
}

export function findStatic(project: NodeProject, start: StartCommand | undefined): Refusal | undefined {
  // A program that the project names itself is more than its pages.
  if (start?.evidence.confidence === 'certain') return undefined;
  const all = { ...project.dependencies, ...project.devDependencies };
  const packages = nodeRefusals.find(({ kind }) => kind === 'static')?.packages ?? [];
  const found = packages.find((name) => Object.hasOwn(all, name));
  return found ? refuseStatic(project, found) : undefined;
}

function refuseStatic(project: NodeProject, name: string): Refusal {
  const reason = message(
    '{path} builds a static site ({package}): any web server can serve it, and Drydock does not write that one yet.',
    { path: project.path, package: name },
  );
  return { path: project.folder, reason };
}

/** Frameworks that can also write plain files and leave: their settings say so. */
export async function findExported(project: NodeProject, { id }: NodeFramework): Promise<Refusal | undefined> {
  if (
    id === 'sveltekit' &&
    Object.hasOwn({ ...project.dependencies, ...project.devDependencies }, '@sveltejs/adapter-static')
  )
    return refuseStatic(project, '@sveltejs/adapter-static');
  const exported = exportedBy[id];
  if (!exported) return undefined;
  const configs = ['ts', 'mjs', 'js', 'cjs', 'mts'].map((ending) =>
    join(project.folder, `${exported.config}.${ending}`),
  );
  const found = findInSources(await readSources(project.survey, configs), [exported.pattern]);
  return found && refuseStatic(project, found.source.path);
}

const exportedBy: Readonly<Record<string, { readonly config: string; readonly pattern: RegExp }>> = {
  nextjs: { config: 'next.config', pattern: /\boutput\s*:\s*['"]export['"]/ },
  nuxt: {
    config: 'nuxt.config',
    pattern: /\bpreset\s*:\s*['"](?:static|github-pages|vercel-static|netlify-static)['"]/,
  },
  remix: { config: 'vite.config', pattern: /\bssr\s*:\s*false\b/ },
  'react-router': { config: 'react-router.config', pattern: /\bssr\s*:\s*false\b/ },
  astro: { config: 'astro.config', pattern: /\boutput\s*:\s*['"]static['"]/ },
};

/** A package for others, or a command: its start script only helps its author, unless it serves something. */
export async function isPublished(project: NodeProject, start: StartCommand): Promise<boolean> {
  const { manifest } = project;
  const isForOthers =
    Object.hasOwn(manifest, 'bin') ||
    (manifest['private'] !== true && ['files', 'publishConfig', 'exports'].some((key) => Object.hasOwn(manifest, key)));
  if (!isForOthers) return false;
  const sources = await readSources(project.survey, withEntry(project, start));
  return !findInSources(sources, [/\.listen\(|createServer\(|\bserve\(/]);
}
