import { parseCommand, type PlainCommand } from '../../read/command.ts';
import { isSideFolder } from '../evidence.ts';
import { developmentTools } from './frameworks.data.ts';
import { script, type NodeProject } from './project.ts';

/** What a script runs in the end: a program as it is, or a file handed to a tool of the development loop. */
export type Launch =
  | { readonly kind: 'exec'; readonly start: readonly string[]; readonly env: PlainCommand['env'] }
  | { readonly kind: 'tool'; readonly tool: string; readonly file: string; readonly env: PlainCommand['env'] };

/** Follows a script through other scripts, wrappers and watchers to the program in the end. */
export function launchOf(project: NodeProject, name: string): Launch | undefined {
  return launchOfText(project, script(project, name) ?? '');
}

export function launchOfText(project: NodeProject, text: string): Launch | undefined {
  const command = parseCommand(text);
  return command && follow(project, command, 0);
}

/** Eight steps are enough for every honest project; a ring of scripts ends here. */
function follow(project: NodeProject, command: PlainCommand, depth: number): Launch | undefined {
  const [program = '', ...rest] = command.words;
  if (depth > 8 || program === '') return undefined;
  const next = (words: readonly string[], env: PlainCommand['env'] = {}): Launch | undefined =>
    follow(project, { env: { ...command.env, ...env }, words }, depth + 1);
  const texts = (each: readonly string[]): Launch | undefined => {
    for (const text of each) {
      const inner = parseCommand(text);
      const found = inner && next(inner.words, inner.env);
      if (found) return found;
    }
    return undefined;
  };
  const isFile = /\.[cm]?[jt]sx?$/.test(rest[0] ?? '');
  if (/^(npm|yarn|pnpm|bun)$/.test(program) && !(program === 'bun' && isFile))
    return followManager(project, command, { next, texts });
  if (parallel.includes(program))
    return texts(rest.filter((word) => !word.startsWith('-')).map((word) => named(project, program, word)));
  if (wrappers.includes(program)) return next(afterOptions(rest, program === 'env-cmd' || program === 'dotenv'));
  if (program === 'nodemon') return followNodemon(rest, { next, texts }, command);
  if (fileTools.includes(program)) return withFile(project, program, command);
  return toExec(project, command);
}

interface Ways {
  readonly next: (words: readonly string[], env?: PlainCommand['env']) => Launch | undefined;
  readonly texts: (texts: readonly string[]) => Launch | undefined;
}

const parallel = ['concurrently', 'npm-run-all', 'run-p', 'run-s', 'run-all'];
const wrappers = [
  'npx',
  'bunx',
  'env-cmd',
  'dotenv',
  'dotenvx',
  'dotenv-run-script',
  'cross-env',
  'cross-env-shell',
  'doppler',
  'infisical',
  'sudo',
  'time',
  'nohup',
];
const fileTools = [
  'ts-node',
  'ts-node-dev',
  'ts-node-esm',
  'tsnd',
  'tsx',
  'esno',
  'babel-node',
  'pm2',
  'pm2-runtime',
  'forever',
  'supervisor',
  'node-dev',
  'swc-node',
];

/** What an argument of `concurrently "npm:server"` or `run-p server` means as a command. */
function named(project: NodeProject, program: string, word: string): string {
  const name = word.replace(/^npm:/, '');
  if (word !== name || (program !== 'concurrently' && script(project, name) !== undefined))
    return script(project, name) ?? '';
  return word;
}

function followManager(project: NodeProject, { words }: PlainCommand, { next, texts }: Ways): Launch | undefined {
  const [program = '', first = ''] = words;
  // `npm start --prefix client` starts something else, which is looked at where it lies.
  if (words.some((word) => /^(--prefix|--cwd|-C|--filter|-F|-w|--workspace|workspace)\b/.test(word))) return undefined;
  if (/^(exec|dlx|x)$/.test(first)) return next(words.slice(words[2] === '--' ? 3 : 2));
  const isRun = /^run(-script)?$/.test(first);
  const at = program === 'bun' ? words.findIndex((word) => /\.[cm]?[jt]sx?$/.test(word)) : -1;
  if (at > 0) return next(['bun', ...words.slice(at)]);
  const name = isRun ? (words[2] ?? '') : first;
  const text = script(project, name);
  if (text !== undefined) return texts([text]);
  // `yarn serve-it` also runs a program of a dependency.
  return program === 'yarn' && !isRun && name !== '' ? next(words.slice(1)) : undefined;
}

/** The command behind the options of a wrapper; `--` ends them where it stands. */
function afterOptions(words: readonly string[], hasValues: boolean): readonly string[] {
  const end = words.indexOf('--');
  if (end >= 0) return words.slice(end + 1);
  let at = 0;
  while (at < words.length && (words[at]?.startsWith('-') || words[at] === 'run' || /^\w+=/.test(words[at] ?? ''))) {
    at += hasValues && /^-(f|e|-file|-environments)$/.test(words[at] ?? '') ? 2 : 1;
  }
  return words.slice(at);
}

const nodemonValues = /^(-w|--watch|-e|--ext|-i|--ignore|-d|--delay|-V|--config|-s|--signal)$/;

function followNodemon(words: readonly string[], { next, texts }: Ways, command: PlainCommand): Launch | undefined {
  let run = 'node';
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--exec' || word === '-x') run = words[++at] ?? '';
    else if (nodemonValues.test(word)) at++;
    else if (!word.startsWith('-')) {
      if (run === 'node')
        return /\.[cm]?tsx?$/.test(word) ? tool('ts-node', word, command) : next(['node', ...words.slice(at)]);
      return /^[\w./-]+$/.test(word) ? texts([`${run} ${word}`]) : undefined;
    }
  }
  return run === 'node' ? undefined : texts([run]);
}

function withFile(project: NodeProject, program: string, command: PlainCommand): Launch | undefined {
  const file = command.words
    .slice(1)
    .find((word) => /\.[cm]?[jt]sx?$/.test(word) && !/(^|\/)ecosystem\.config\./.test(word));
  if (!file || isSideFolder(folderPart(file))) return undefined;
  if (/^(pm2|pm2-runtime|forever|supervisor|node-dev)$/.test(program) && !/tsx?$/.test(file))
    return toExec(project, { env: command.env, words: ['node', file] });
  return tool(program, file, command);
}

function tool(name: string, file: string, { env }: PlainCommand): Launch {
  return { kind: 'tool', tool: name, file: file.replace(/^\.\//, ''), env };
}

/** Without what only the author's desk needs: watching, debugging, and settings that no image may hold. */
function deskOptions(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (/^--env-file(-if-exists)?$/.test(word)) at++;
    else if (!/^--(watch|inspect|env-file)/.test(word)) kept.push(word);
  }
  return kept;
}

function toExec(project: NodeProject, { words, env }: PlainCommand): Launch | undefined {
  const [program = '', ...rest] = words;
  if (program === 'node' || program === 'bun') return nodeExec({ words: [program, ...deskOptions(rest)], env });
  if (program === '' || developmentTools.includes(program) || !/^[\w.-]+$/.test(program)) return undefined;
  const isOwned = Object.keys(project.dependencies).some((each) => brings(each, program));
  return isOwned ? { kind: 'exec', start: [`node_modules/.bin/${program}`, ...rest], env } : undefined;
}

/** `node` or `bun` with its options and file; a loader of TypeScript makes it a tool of the desk. */
function nodeExec({ words, env }: PlainCommand): Launch | undefined {
  const isValue = (at: number): boolean =>
    /^(-r|--require|--import|--loader|--experimental-loader)$/.test(words[at - 1] ?? '');
  const at = words.findIndex((word, index) => index > 0 && !word.startsWith('-') && !isValue(index));
  const file = words[at];
  if (words.length < 2 || (file !== undefined && isSideFolder(folderPart(file)))) return undefined;
  const loaded = /(ts-node|tsx)/.exec(words.slice(0, Math.max(at, 0)).join(' '))?.[1];
  return loaded && file
    ? { kind: 'tool', tool: loaded, file: file.replace(/^\.\//, ''), env }
    : { kind: 'exec', start: words, env };
}

/** Whether a package of this name has a program of that name: fastify-cli, @strapi/strapi, @remix-run/serve. */
function brings(name: string, program: string): boolean {
  const dash = program.lastIndexOf('-');
  return (
    name === program ||
    name === `${program}-cli` ||
    name.endsWith(`/${program}`) ||
    (dash > 0 && name.startsWith(`@${program.slice(0, dash)}`) && name.endsWith(`/${program.slice(dash + 1)}`))
  );
}

function folderPart(file: string): string {
  const clean = file.replace(/^\.\//, '');
  return clean.includes('/') ? clean.slice(0, clean.lastIndexOf('/')) : '.';
}
