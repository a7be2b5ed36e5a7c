import { message } from '../../../text/index.ts';
import type { Evidence } from '../../model.ts';
import { parseCommand, type PlainCommand } from '../../read/command.ts';
import { lineOfKey } from '../../read/lines.ts';
import { parseJson, textAt } from '../../read/manifest.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import { developmentTools, entryFiles, type NodeFramework } from './frameworks.data.ts';
import { script, type NodeProject } from './project.ts';

export interface StartCommand {
  readonly start: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly evidence: Evidence;
  /** The development dependencies are needed to run it. */
  readonly needsDev: boolean;
}

/** What the container runs: the real program behind `npm start`, never npm itself, so that signals arrive. */
export async function findStart(
  project: NodeProject,
  framework: NodeFramework | undefined,
): Promise<StartCommand | undefined> {
  if (framework?.start) return frameworkStart(project, framework, framework.start);
  for (const name of ['start:prod', 'start:production', 'start', 'serve']) {
    const found = fromScript(project, name);
    if (found) return found;
  }
  return (await fromMain(project)) ?? fromCustom(project) ?? (await fromTypeScript(project));
}

function frameworkStart(project: NodeProject, { id }: NodeFramework, start: readonly string[]): StartCommand {
  const own = id === 'nestjs' ? fromScript(project, 'start:prod') : undefined;
  if (own) return own;
  const said = message('{framework} starts like this in production', { framework: id });
  return {
    start,
    env: {},
    needsDev: false,
    evidence: evidence('start', { path: project.path, line: 1 }, said, 'likely'),
  };
}

function fromScript(project: NodeProject, name: string): StartCommand | undefined {
  const command = unwrap(project, name, 0);
  const start = command && toExec(project, command);
  if (!command || !start) return undefined;
  const at = { path: project.path, line: lineOfKey(project.text, 'scripts', name) };
  const said = message('the script `{script}` runs it', { script: name });
  return { start, env: command.env, needsDev: false, evidence: evidence('start', at, said) };
}

/** Follows `npm run other` to the command in the end; five steps are enough for every honest project. */
function unwrap(project: NodeProject, name: string, depth: number): PlainCommand | undefined {
  const command = parseCommand(script(project, name) ?? '');
  if (!command || depth > 5) return undefined;
  const [program = '', first = '', second = ''] = command.words;
  if (!/^(npm|yarn|pnpm|bun)$/.test(program)) return command;
  const next = first === 'run' || first === 'run-script' ? second : first;
  if (program === 'bun' && /\.[cm]?[jt]sx?$/.test(next))
    return { env: command.env, words: ['bun', ...command.words.slice(command.words.indexOf(next))] };
  if (script(project, next) === undefined) return undefined;
  const inner = unwrap(project, next, depth + 1);
  return inner && { env: { ...command.env, ...inner.env }, words: inner.words };
}

function toExec(project: NodeProject, { words }: PlainCommand): readonly string[] | undefined {
  const [program = '', ...rest] = words;
  if (program === 'node' || program === 'bun') return rest.length > 0 ? ['node', ...rest].with(0, program) : undefined;
  if (program === '' || developmentTools.includes(program)) return undefined;
  // A program of a dependency: fastify of fastify-cli, remix-serve of @remix-run/serve.
  const packages = Object.keys(project.dependencies);
  const owner = packages.some(
    (each) =>
      each === program || each === `${program}-cli` || each.endsWith(`/${program.replace('-', '/').split('/')[1]}`),
  );
  return owner && /^[\w.-]+$/.test(program) ? [`node_modules/.bin/${program}`, ...rest] : undefined;
}

async function fromMain(project: NodeProject): Promise<StartCommand | undefined> {
  const main = textAt(project.manifest, 'main')?.replace(/^\.\//, '');
  if (!main) return undefined;
  const file = [main, `${main}.js`, `${main}/index.js`].find((each) => project.survey.has(join(project.folder, each)));
  const text = file ? await project.survey.read(join(project.folder, file)) : undefined;
  // `main` is also how a library names what it exports: only a program that listens is started.
  if (!file || !/\.listen\(|createServer\(|serve\(|new Worker\(/.test(text ?? '')) return undefined;
  const at = { path: project.path, line: lineOfKey(project.text, 'main') };
  return {
    start: ['node', file],
    env: {},
    needsDev: false,
    evidence: evidence('start', at, message('`main` names {file}', { file })),
  };
}

function fromCustom(project: NodeProject): StartCommand | undefined {
  const watched = script(project, 'start') ?? script(project, 'dev') ?? '';
  const named = /(?:nodemon|node)\s+(?:-\S+\s+)*([\w./-]+\.[cm]?js)\b/.exec(watched)?.[1]?.replace(/^\.\//, '');
  const isOurs = (file: string): boolean => project.survey.has(join(project.folder, file));
  const file = named && isOurs(named) ? named : hasServerIntent(project) ? entryFiles.find(isOurs) : undefined;
  if (!file) return undefined;
  const at = { path: join(project.folder, file), line: 1 };
  const said = message('{file} is where such applications start', { file });
  return { start: ['node', file], env: {}, needsDev: false, evidence: evidence('start', at, said, 'likely') };
}

/** A TypeScript program: its compiled form when there is a build, else run through tsx with all dependencies. */
async function fromTypeScript(project: NodeProject): Promise<StartCommand | undefined> {
  const watched = [script(project, 'start'), script(project, 'dev')].join(' ');
  const named = /(?:ts-node|tsx|ts-node-dev|nodemon)\s+(?:(?:-\S+|watch)\s+)*([\w./-]+\.[cm]?ts)\b/.exec(watched)?.[1];
  const custom = ['src/index.ts', 'src/server.ts', 'src/main.ts', 'src/app.ts', 'index.ts', 'server.ts'];
  const isOurs = (file: string): boolean => project.survey.has(join(project.folder, file));
  const candidates = named ? [named.replace(/^\.\//, '')] : hasServerIntent(project) ? custom : [];
  const file = candidates.find(isOurs);
  if (!file) return undefined;
  const at = { path: join(project.folder, file), line: 1 };
  if (/\btsc\b/.test(script(project, 'build') ?? '')) {
    const compiled = await compiledName(project, file);
    const said = message('`tsc` compiles {source} to {file}', { source: file, file: compiled });
    return { start: ['node', compiled], env: {}, needsDev: false, evidence: evidence('start', at, said, 'likely') };
  }
  const hasTsx = 'tsx' in project.dependencies || 'tsx' in project.devDependencies;
  if (!hasTsx) return undefined;
  const said = message('{file} runs through tsx', { file });
  return {
    start: ['node', '--import', 'tsx', file],
    env: {},
    needsDev: !('tsx' in project.dependencies),
    evidence: evidence('start', at, said, 'likely'),
  };
}

async function compiledName(project: NodeProject, file: string): Promise<string> {
  const text = ((await project.survey.read(join(project.folder, 'tsconfig.json'))) ?? '').replace(/^\s*\/\/.*$/gm, '');
  const config = parseJson(text.replace(/,(\s*[}\]])/g, '$1'));
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
  return ['start', 'dev', 'serve', 'start:dev'].some((name) => script(project, name) !== undefined);
}
