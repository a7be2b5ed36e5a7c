import { message, type Message } from '../../text/index.ts';
import type { AppFacts } from '../model.ts';
import { lineOfKey } from '../read/lines.ts';
import { parseJson, textAt } from '../read/manifest.ts';
import { findHealthPath, readSources, type Source } from '../read/sources.ts';
import { knownVariables, namesInExample } from '../services/index.ts';
import { folderOf, isBelow, join, type Survey } from '../survey.ts';
import { evidence, isPlaceholder, isSideFolder } from './evidence.ts';
import { nodeFrameworks, type NodeFramework } from './node/frameworks.data.ts';
import { findManager, lockfiles, type NodeManager } from './node/manager.ts';
import { findManifests } from './node/manifests.ts';
import { findNodePort } from './node/port.ts';
import {
  hasFramework,
  isMember,
  makeProject,
  script,
  withEntry,
  workspacePatterns,
  type NodeProject,
} from './node/project.ts';
import { findExported, findOtherKind, findStatic, isPublished } from './node/refusals.ts';
import { nodeNeeds, renderNode } from './node/render.ts';
import { findNodeServices } from './node/services.ts';
import { findStart, type StartCommand } from './node/start.ts';
import { buildsAtRoot, findTraits } from './node/traits.ts';
import { findNodeVersion } from './node/version.ts';
import { refuseFolder } from './safe-path.ts';
import type { Detection, Stack } from './stack.ts';

/** Node.js applications: a package.json and something to start. */
export const node: Stack = {
  id: 'node',
  isHere: (names) => names.has('package.json'),
  detect: detectNode,
  renderDockerfile: renderNode,
  ignore: ignoreNode,
  needs: nodeNeeds,
};

/** What a build makes comes from the build, unless the project brings it ready-made. */
function ignoreNode({ build, traits }: AppFacts): readonly string[] {
  return [
    '**/node_modules',
    ...(build ? ['**/dist', '**/.next', '**/.nuxt', '**/.output'] : []),
    ...(traits.includes('npmrc-secret') ? ['**/.npmrc'] : []),
    '**/coverage',
    '**/.turbo',
    '**/*.log',
  ];
}

async function detectNode(survey: Survey, folder: string): Promise<Detection> {
  if (isSideFolder(folder)) return {};
  const path = join(folder, 'package.json');
  const text = await survey.read(path);
  if (text === undefined)
    return refuse(folder, message('{path} cannot be read as text: it is binary, or larger than 1 MB.', { path }));
  if (isPlaceholder(folder) || isPlaceholder(/"name"\s*:\s*"([^"\n]*)"/.exec(text)?.[1] ?? ''))
    return refuseTemplate(folder, path);
  const manifest = parseJson(text);
  if (!manifest.ok)
    return refuse(
      folder,
      message('{path} is not valid JSON: look at line {line}.', { path, line: String(manifest.line) }),
    );
  const unsafe = refuseFolder(folder);
  if (unsafe) return { refusal: unsafe };
  return judge(await findRoot(makeProject(survey, folder, { text, manifest: manifest.value })));
}

async function judge(project: NodeProject): Promise<Detection> {
  const framework = nodeFrameworks.find((each) => hasFramework(project, each));
  const other = await findOtherKind(project);
  if (other) return { refusal: other };
  const exported = framework && (await findExported(project, framework));
  if (exported) return { refusal: exported };
  const start = await findStart(project, framework);
  const isStatic = !framework && findStatic(project, start);
  if (isStatic) return { refusal: isStatic };
  if (!start || (!framework && (await isPublished(project, start)))) return refuseLibrary(project);
  return detectApp(project, framework, start);
}

async function detectApp(
  project: NodeProject,
  framework: NodeFramework | undefined,
  start: StartCommand,
): Promise<Detection> {
  const sources = await readSources(project.survey, withEntry(project, start));
  const [version, manager, uses] = await Promise.all([
    findNodeVersion(project),
    findManager(project),
    findNodeServices(project),
  ]);
  const found = await findNodePort(project, sources, { framework, start });
  const { traits, warnings } = await findTraits(project, { framework, start, sources, manager });
  const port = found ? (found.port < 1024 && traits.includes('reads-port') ? 8080 : found.port) : null;
  const app: AppFacts = {
    path: project.folder,
    stack: 'node',
    context: project.root,
    name: 'app',
    title: textAt(project.manifest, 'name') ?? folderName(project.folder),
    role: port === null ? 'worker' : 'web',
    language: 'node',
    framework: framework?.id ?? null,
    ...managerFacts(manager),
    version: version.version,
    port,
    start: traits.includes('standalone') ? ['node', 'server.js'] : start.start,
    build: findBuild(project),
    manifests: findManifests(project, manager),
    health: port === null ? null : findHealthPath(sources),
    env: await findVariables(project, sources),
    traits,
    evidence: [
      evidence(
        'language',
        { path: project.path, line: 1 },
        message('{path} describes a Node application', { path: project.path }),
      ),
      ...frameworkEvidence(project, framework),
      manager.evidence,
      version.evidence,
      start.evidence,
      ...(found ? [found.evidence] : []),
    ],
  };
  return { app, uses, warnings: [...version.warnings, ...manager.warnings, ...warnings] };
}

function managerFacts({
  id,
  version,
  lockfile,
}: NodeManager): Pick<AppFacts, 'packageManager' | 'packageManagerVersion' | 'lockfile'> {
  return { packageManager: id === 'yarn-berry' ? 'yarn' : id, packageManagerVersion: version, lockfile };
}

function frameworkEvidence(project: NodeProject, framework: NodeFramework | undefined): AppFacts['evidence'] {
  const found = framework && hasFramework(project, framework);
  if (!found) return [];
  const { name, section } = found;
  const at = { path: project.path, line: lineOfKey(project.text, section, name) };
  return [evidence('framework', at, message('`{package}` in {section}', { package: name, section }))];
}

/** `npm run build` of the workspace's root when it has one, since it knows the order; else the application's own. */
function findBuild(project: NodeProject): readonly string[] | null {
  return buildsAtRoot(project) || script(project, 'build') !== undefined ? ['run', 'build'] : null;
}

async function findVariables(project: NodeProject, sources: readonly Source[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { text } of sources) {
    for (const match of text.matchAll(/(?:process|Bun|import\.meta)\.env(?:\.|\[['"])([A-Z][A-Z0-9_]*)/g))
      names.push(match[1] ?? '');
    for (const match of text.matchAll(/\.get(?:OrThrow)?(?:<\w+>)?\(['"]([A-Z][A-Z0-9_]*)['"]/g))
      names.push(match[1] ?? '');
    for (const match of text.matchAll(/\{([^{}]*)\}\s*=\s*process\.env/g))
      names.push(...((match[1] ?? '').match(/[A-Z][A-Z0-9_]+/g) ?? []));
  }
  const schema = (await project.survey.read(join(project.folder, 'prisma/schema.prisma'))) ?? '';
  for (const match of schema.matchAll(/env\("([A-Z][A-Z0-9_]*)"\)/g)) names.push(match[1] ?? '');
  for (const name of ['.env.example', '.env.sample']) {
    names.push(...namesInExample((await project.survey.read(join(project.folder, name))) ?? ''));
  }
  return knownVariables(names);
}

/** The nearest folder above that counts this one among its workspaces. */
async function findRoot(project: NodeProject): Promise<NodeProject> {
  for (let at = project.folder; at !== '.';) {
    at = folderOf(at);
    const text = await project.survey.read(join(at, 'package.json'));
    const manifest = text === undefined ? undefined : parseJson(text);
    if (!manifest?.ok) continue;
    const patterns = workspacePatterns(manifest.value, await project.survey.read(join(at, 'pnpm-workspace.yaml')));
    if (hasLockfile(project.survey, project.folder) && !hasLockfile(project.survey, at)) continue;
    const relative = at === '.' ? project.folder : project.folder.slice(at.length + 1);
    if (isMember(relative, patterns)) return { ...project, root: at, rootManifest: manifest.value };
  }
  return project;
}

function hasLockfile(survey: Survey, folder: string): boolean {
  const names = survey.names(folder);
  return lockfiles.some(([name]) => names.has(name));
}

function refuseLibrary(project: NodeProject): Detection {
  const patterns = workspacePatterns(project.manifest, undefined);
  const isRoot = patterns.length > 0 || project.survey.names(project.folder).has('pnpm-workspace.yaml');
  const publishes = ['main', 'exports', 'module', 'bin'].some((key) => Object.hasOwn(project.manifest, key));
  const isMemberOfRoot = project.root !== project.folder;
  const parts = project.survey.folders.some(
    (each) =>
      each !== project.folder && isBelow(each, project.folder) && project.survey.names(each).has('package.json'),
  );
  const reason: Message = publishes
    ? message('{path} is a library: it exports code for others and has nothing to start.', { path: project.path })
    : message('{path} names nothing to start. Add a `start` script that runs the application.', { path: project.path });
  return {
    refusal: { path: project.folder, reason },
    quiet: isRoot || isMemberOfRoot || (!publishes && (parts || project.folder !== '.')),
  };
}

function refuse(path: string, reason: Message): Detection {
  return { refusal: { path, reason } };
}

function refuseTemplate(folder: string, path: string): Detection {
  return refuse(folder, message('{path} is a template with placeholders. Fill it in first.', { path }));
}

function folderName(folder: string): string {
  return folder === '.' ? 'app' : folder.slice(folder.lastIndexOf('/') + 1);
}
