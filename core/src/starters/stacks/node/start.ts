import { message } from '../../../text/index.ts';
import type { Evidence } from '../../model.ts';
import { lineOfKey } from '../../read/lines.ts';
import { parseJson, textAt } from '../../read/manifest.ts';
import { findProcess } from '../../read/procfile.ts';
import { join } from '../../survey.ts';
import { evidence, isSideFolder } from '../evidence.ts';
import { entryFiles, entryFilesTypeScript, type NodeFramework } from './frameworks.data.ts';
import { launchOf, launchOfText, type Launch } from './launch.ts';
import { script, type NodeProject } from './project.ts';

export interface StartCommand {
  readonly start: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
  /** The development dependencies are needed to run it. */
  readonly needsDev: boolean;
  /** The framework's own command, not one of the project. */
  readonly isFrameworks: boolean;
}

/** What the container runs: the real program behind `npm start`, never npm itself, so that signals arrive. */
export async function findStart(
  project: NodeProject,
  framework: NodeFramework | undefined,
): Promise<StartCommand | undefined> {
  if (framework?.start) return frameworkStart(project, framework, framework.start);
  for (const name of ['start:prod', 'start:production', 'start', 'serve', 'prod', 'production', 'start:server']) {
    const found = fromScript(project, name);
    if (found) return found;
  }
  return (
    (await fromProcfile(project)) ??
    (await fromMain(project)) ??
    (await fromTool(project)) ??
    (await fromCustom(project, framework)) ??
    (await fromTypeScript(project, framework))
  );
}

/** A framework decides its command, unless the project has a server of its own around it. */
function frameworkStart(project: NodeProject, { id }: NodeFramework, start: readonly string[]): StartCommand {
  for (const name of ['start:prod', 'start:production', 'start']) {
    const own = fromScript(project, name);
    const isServer = own?.start[0] === 'node' && !own.start.some((word) => /(^|\/)(\.next|next)\//.test(word));
    if (own && (isServer || /\/(remix|react-router)-serve$/.test(own.start[0] ?? ''))) return own;
  }
  const said = message('{framework} starts like this in production', { framework: id });
  return {
    start,
    env: {},
    needsDev: false,
    isFrameworks: true,
    evidence: evidence('start', { path: project.path, line: 1 }, said, 'likely'),
  };
}

function fromScript(project: NodeProject, name: string): StartCommand | undefined {
  const launch = launchOf(project, name);
  if (launch?.kind !== 'exec') return undefined;
  const at = { path: project.path, line: lineOfKey(project.text, 'scripts', name) };
  return toStart(launch, evidence('start', at, message('the script `{script}` runs it', { script: name })));
}

function toStart({ start, env }: Extract<Launch, { kind: 'exec' }>, proof: Evidence): StartCommand {
  return { start, env, needsDev: false, isFrameworks: false, evidence: proof };
}

async function fromProcfile(project: NodeProject): Promise<StartCommand | undefined> {
  const found = await findProcess(project.survey, project.folder);
  const launch = found && launchOfText(project, found.text);
  if (!found || launch?.kind !== 'exec') return undefined;
  const said = message('{path} runs it as `{process}`', { path: found.path, process: found.process });
  return toStart(launch, evidence('start', found, said));
}

/** What only a program that serves, waits or works in the background says; a library does not. */
const runs =
  /\.listen\(|createServer\(|\bserve\(|Bun\.serve|new Worker\(|\.login\(|\.launch\(|\bsetInterval\(|startStandaloneServer\(|\.process\(|\bcron\b/;

async function fromMain(project: NodeProject): Promise<StartCommand | undefined> {
  const main = textAt(project.manifest, 'main')?.replace(/^\.\//, '');
  if (!main) return undefined;
  const file = [main, `${main}.js`, `${main}/index.js`].find((each) => project.survey.has(join(project.folder, each)));
  // `main` is also how a library names what it exports: only a program that runs on is started.
  if (!file || /tsx?$/.test(file) || !(await isProgram(project, file))) return undefined;
  return fromFile(project, file, {
    at: { path: project.path, line: lineOfKey(project.text, 'main') },
    said: message('`main` names {file}', { file }),
  });
}

async function isProgram({ survey, folder }: NodeProject, file: string): Promise<boolean> {
  return runs.test((await survey.read(join(folder, file))) ?? '');
}

/** A file that a watcher or another tool of the desk starts: run by Node alone, compiled, or by that tool. */
async function fromTool(project: NodeProject): Promise<StartCommand | undefined> {
  for (const name of ['start', 'serve', 'dev', 'start:dev', 'server', 'develop', 'watch']) {
    const launch = launchOf(project, name);
    if (!launch) continue;
    if (launch.kind === 'tool') {
      const found = await fromToolFile(project, launch);
      if (found) return found;
    } else if (launch.start[0] !== 'node' || project.survey.has(join(project.folder, launch.start.at(-1) ?? ''))) {
      return fromScript(project, name);
    }
  }
  return undefined;
}

async function fromToolFile(
  project: NodeProject,
  { tool, file }: Extract<Launch, { kind: 'tool' }>,
): Promise<StartCommand | undefined> {
  if (!project.survey.has(join(project.folder, file))) return undefined;
  const isTypeScript = /tsx?$/.test(file);
  if (isTypeScript) return fromTypeScriptFile(project, file, tool);
  if (tool === 'babel-node') return runThrough(project, file, tool);
  const said = message('{file} is where such applications start', { file });
  return fromFile(project, file, { at: { path: join(project.folder, file), line: 1 }, said });
}

function fromFile(
  _project: NodeProject,
  file: string,
  { at, said }: { at: { path: string; line: number }; said: Evidence['message'] },
): StartCommand {
  return {
    start: ['node', file],
    env: {},
    needsDev: false,
    isFrameworks: false,
    evidence: evidence('start', at, said, 'likely'),
  };
}

async function fromCustom(
  project: NodeProject,
  framework: NodeFramework | undefined,
): Promise<StartCommand | undefined> {
  if (!hasServerIntent(project) && !framework) return undefined;
  // A start script that only a shell understands still names its file.
  const named = /\bnode\s+(?:-\S+\s+)*([\w./-]+\.[cm]?js)\b/.exec(script(project, 'start') ?? '')?.[1];
  for (const file of [...(named ? [named.replace(/^\.\//, '')] : []), ...entryFiles]) {
    if (isSideFolder(file) || !project.survey.has(join(project.folder, file)) || !(await isProgram(project, file)))
      continue;
    const said = message('{file} is where such applications start', { file });
    return fromFile(project, file, { at: { path: join(project.folder, file), line: 1 }, said });
  }
  return undefined;
}

async function fromTypeScript(
  project: NodeProject,
  framework: NodeFramework | undefined,
): Promise<StartCommand | undefined> {
  if (!hasServerIntent(project) && !framework) return undefined;
  for (const file of entryFilesTypeScript) {
    if (project.survey.has(join(project.folder, file)) && (await isProgram(project, file)))
      return fromTypeScriptFile(project, file, 'tsx');
  }
  return undefined;
}

/** A TypeScript program: its compiled form when there is a build, else run through the tool that is there. */
async function fromTypeScriptFile(
  project: NodeProject,
  file: string,
  wanted: string,
): Promise<StartCommand | undefined> {
  const build = script(project, 'build') ?? '';
  if (/\b(tsc|tsup|swc|esbuild|tsdown|ncc|pkgroll|unbuild|rollup|webpack)\b/.test(build)) {
    const compiled = /\btsc\b/.test(build) ? await compiledName(project, file) : bundledName(file, build);
    const said = message('`{tool}` compiles {source} to {file}', {
      tool: /\btsc\b/.test(build) ? 'tsc' : 'build',
      source: file,
      file: compiled,
    });
    return fromFile(project, compiled, { at: { path: join(project.folder, file), line: 1 }, said });
  }
  const all = { ...project.dependencies, ...project.devDependencies };
  const own = [wanted, 'tsx', 'ts-node'].find((name) => /^(tsx|ts-node)$/.test(name) && Object.hasOwn(all, name));
  return own ? runThrough(project, file, own) : undefined;
}

function runThrough(project: NodeProject, file: string, tool: string): StartCommand | undefined {
  const said = message('{file} runs through {tool}', { file, tool });
  const start = tool === 'tsx' ? ['node', '--import', 'tsx', file] : [`node_modules/.bin/${tool}`, file];
  return {
    start,
    env: {},
    needsDev: !Object.hasOwn(project.dependencies, tool),
    isFrameworks: false,
    evidence: evidence('start', { path: join(project.folder, file), line: 1 }, said, 'likely'),
  };
}

/** Bundlers put what they make into `dist`, by the name of the source. */
function bundledName(file: string, build: string): string {
  const folder = /(?:--out-?dir|-d|--outdir)[= ]([\w./-]+)/.exec(build)?.[1]?.replace(/^\.\//, '').replace(/\/$/, '');
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/tsx?$/, 'js');
  return `${folder ?? 'dist'}/${base}`;
}

async function compiledName(project: NodeProject, file: string): Promise<string> {
  const text = ((await project.survey.read(join(project.folder, 'tsconfig.json'))) ?? '').replace(/^\s*\/\/.*$/gm, '');
  const config = parseJson(text.replace(/\/\*[^*]*\*\//g, '').replace(/,(\s*[}\]])/g, '$1'));
  const options = config.ok ? config.value : {};
  const clean = (path: string): string => path.replace(/^\.\//, '').replace(/\/$/, '');
  const outDir = clean(textAt(options, 'compilerOptions', 'outDir') ?? '');
  const rootDir = clean(textAt(options, 'compilerOptions', 'rootDir') ?? (file.startsWith('src/') ? 'src' : ''));
  const below = rootDir && file.startsWith(`${rootDir}/`) ? file.slice(rootDir.length + 1) : file;
  const compiled = below.replace(/ts$/, 'js');
  return outDir && outDir !== '.' ? `${outDir}/${compiled}` : file.replace(/ts$/, 'js');
}

/** A script that starts something, though by a development tool: the author means it to run. */
function hasServerIntent(project: NodeProject): boolean {
  return ['start', 'dev', 'serve', 'start:dev', 'server'].some((name) => script(project, name) !== undefined);
}
