import { message, type Message } from '../../../text/index.ts';
import { findInSources, readSources, type Source } from '../../read/sources.ts';
import { tableAt, textAt } from '../../read/manifest.ts';
import { join } from '../../survey.ts';
import type { NodeFramework } from './frameworks.data.ts';
import type { NodeManager } from './manager.ts';
import { has, script, type NodeProject } from './project.ts';
import type { StartCommand } from './start.ts';

export interface TraitInput {
  readonly framework: NodeFramework | undefined;
  readonly start: StartCommand;
  readonly sources: readonly Source[];
  readonly manager: NodeManager;
}

/** What the image must do differently, and what the user should hear. */
export async function findTraits(
  project: NodeProject,
  { framework, start, sources, manager }: TraitInput,
): Promise<{ traits: string[]; warnings: Message[] }> {
  const traits: string[] = [];
  const warnings: Message[] = [];
  const count = Object.keys(project.dependencies).length + Object.keys(project.devDependencies).length;
  if (count === 0) traits.push('no-dependencies');
  if (buildsAtRoot(project)) traits.push('build-at-root');
  if (start.needsDev) traits.push('needs-dev');
  if (['preinstall', 'install', 'postinstall', 'prepare'].some((name) => script(project, name) !== undefined))
    traits.push('install-scripts');
  if (readsPort(start, sources)) traits.push('reads-port');
  if (manager.id === 'yarn-berry') traits.push('yarn-berry');
  if (framework?.id === 'nextjs') await addNext(project, start, { traits, warnings });
  if (framework?.id === 'sveltekit') addSvelte(project, warnings);
  if (has(project, '@prisma/client')) addPrisma(project, traits);
  await addNpmrc(project, traits, warnings);
  addListening(framework, sources, warnings);
  return { traits, warnings };
}

/** Whether the program takes its port from the environment, so that the image can set it. */
function readsPort(start: StartCommand, sources: readonly Source[]): boolean {
  if (start.isFrameworks || /(?:remix|react-router)-serve$/.test(start.start[0] ?? '')) return true;
  const patterns = [
    /\benv(\.PORT\b|\[['"]PORT)|\bPORT\b[^}]*\}\s*=\s*process\.env/,
    /\(\s*['"]PORT['"]/,
    /\bPORT['"]?\s*:\s*[A-Za-z]\w*\b[.(]/,
  ];
  return findInSources(sources, patterns) !== undefined;
}

/** Whether a workspace's root has a build of its own. */
export function buildsAtRoot({ root, folder, rootManifest }: NodeProject): boolean {
  return root !== folder && textAt(tableAt(rootManifest, 'scripts'), 'build') !== undefined;
}

function addSvelte(project: NodeProject, warnings: Message[]): void {
  if (Object.hasOwn({ ...project.dependencies, ...project.devDependencies }, '@sveltejs/adapter-node')) return;
  warnings.push(
    message('SvelteKit needs @sveltejs/adapter-node to run in a container: add it and set it in svelte.config.js.'),
  );
}

async function addNext(
  project: NodeProject,
  start: StartCommand,
  { traits, warnings }: { traits: string[]; warnings: Message[] },
): Promise<void> {
  if (project.survey.paths.some((path) => path.startsWith(join(project.folder, 'public/')))) traits.push('public');
  if (!start.isFrameworks) return;
  const names = ['next.config.js', 'next.config.mjs', 'next.config.ts', 'next.config.cjs'].map((name) =>
    join(project.folder, name),
  );
  const [config] = await readSources(project.survey, names);
  if (/\boutput\s*:\s*['"]standalone['"]/.test(config?.text ?? '') && project.root === project.folder)
    traits.push('standalone');
  else
    warnings.push(
      message(
        "Set `output: 'standalone'` in the Next.js configuration and run this again: the image becomes several times smaller.",
      ),
    );
}

function addPrisma(project: NodeProject, traits: string[]): void {
  const schema = project.survey.has(join(project.folder, 'prisma/schema.prisma'));
  const tool = Object.hasOwn(project.devDependencies, 'prisma') || has(project, 'prisma');
  if (schema && tool) traits.push('prisma');
  const major = /\d+/.exec(textAt(project.dependencies, '@prisma/client') ?? '')?.[0];
  // Up to version 6 the query engine is a native library that asks for OpenSSL.
  if (major !== undefined && Number(major) < 7) traits.push('openssl');
}

async function addNpmrc(project: NodeProject, traits: string[], warnings: Message[]): Promise<void> {
  const path = join(project.root, '.npmrc');
  const text = await project.survey.read(path);
  if (text === undefined) return;
  if (/_auth|password|\/\/.+:_/i.test(text)) {
    traits.push('npmrc-secret');
    warnings.push(
      message(
        '{path} holds credentials, so it stays out of the image. Give it to the build as a secret if packages are private.',
        { path },
      ),
    );
  } else {
    traits.push('npmrc');
  }
}

/** In a container, an application that listens on the loopback address alone cannot be reached. */
function addListening(framework: NodeFramework | undefined, sources: readonly Source[], warnings: Message[]): void {
  const local = findInSources(sources, [
    /\.listen\([^)]*['"](?:127\.0\.0\.1|localhost)['"]/,
    /\bhost:\s*['"](?:127\.0\.0\.1|localhost)['"]/,
  ]);
  const fastify =
    framework?.id === 'fastify' ? findInSources(sources, [/\.listen\(\s*\{(?![^}]*\bhost\b)[^}]*\}/]) : undefined;
  const found = local ?? fastify;
  if (found)
    warnings.push(
      message('{path} listens on the loopback address alone. In a container it must listen on 0.0.0.0.', {
        path: found.source.path,
      }),
    );
}
