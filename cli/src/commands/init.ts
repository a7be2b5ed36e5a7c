import {
  findTableAge,
  message,
  planTree,
  type Answers,
  type Facts,
  type FileTree,
  type Message,
  type Plan,
  type PlannedFile,
} from '#core';
import { lstat, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { exitCodes, type CliIo } from '../io.ts';
import { printable, renderDifference } from './init/difference.ts';
import { readDiskTree } from './init/disk-tree.ts';
import { parseInitOptions, type InitOptions } from './init/options.ts';
import { toJson, toText } from './init/report.ts';

interface Work {
  readonly io: CliIo;
  readonly root: string;
  readonly options: InitOptions;
}

const usage = `drydock init [PATH] [--dry-run] [--yes] [--force] [--format text|json] [--answer ID=VALUE]\n`;

/** `drydock init`: the wizard without a window. Exit 0 done, 1 nothing to write or files in the way, 2 could not look. */
export async function runInit(args: readonly string[], io: CliIo): Promise<number> {
  const options = parseInitOptions(args);
  if ('template' in options) {
    io.stderr(`${io.translate(options)}\n${usage}`);
    return exitCodes.trouble;
  }
  if (options.help) {
    io.stdout(usage);
    return exitCodes.ok;
  }
  const root = path.resolve(io.cwd, options.path);
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return fail(io, message('{path} is not a folder that can be read.', { path: options.path }));
  return run({ io, root, options });
}

async function run(work: Work): Promise<number> {
  const { io, options } = work;
  const tree = await readDiskTree(work.root);
  const first = await planTree(tree, options.answers);
  const answers = await answerOpen(first.plan, work);
  const { facts, plan } = answers === options.answers ? first : await planTree(tree, answers);
  const age = findTableAge(today());
  const notes = age ? [...plan.notes, age] : plan.notes;
  if (options.format === 'json') io.stdout(toJson({ facts, plan }, io));
  else io.stdout(toText(facts, io));
  // The JSON on standard output keeps its shape; what a reader should know goes beside it.
  const tell = (text: string): void => (options.format === 'json' ? io.stderr(text) : io.stdout(text));
  for (const note of notes) tell(`${printable(io.translate(note))}\n`);
  if (options.dryRun) return showFiles(plan, tree, work);
  if (facts.apps.length === 0) return nothingToWrite(facts, work);
  return write({ tree, plan }, work);
}

async function write({ tree, plan }: { tree: FileTree; plan: Plan }, work: Work): Promise<number> {
  const { io, options } = work;
  const changes = plan.files.filter(({ action }) => action !== 'keep');
  const different = changes.filter(({ action }) => action === 'change');
  for (const file of different) io.stderr(`${printable(file.path)}:\n${await differenceOf(tree, file, io)}`);
  if (different.length > 0 && !options.force) {
    const paths = different.map((file) => printable(file.path)).join(', ');
    io.stderr(
      `${io.translate(message('Nothing was written: {paths} would change. Add --force to replace what is there.', { paths }))}\n`,
    );
    return exitCodes.findings;
  }
  if (changes.length === 0) {
    io.stderr(`${io.translate(message('Everything is already as it should be.'))}\n`);
    return exitCodes.ok;
  }
  if (!options.yes && !(await agrees(changes, io))) {
    io.stderr(
      `${io.translate(message('Nothing was written. Add --yes to write these files, or --dry-run to read them.'))}\n`,
    );
    return exitCodes.ok;
  }
  return writeFiles(changes, work);
}

/** Looks at every target before the first byte is written, so that a refusal leaves nothing half done. */
async function writeFiles(files: readonly PlannedFile[], { io, root, options }: Work): Promise<number> {
  for (const file of files) {
    const trouble = await findTrouble(path.join(root, file.path), file);
    if (trouble) return fail(io, trouble);
  }
  for (const { path: name, action, content } of files) {
    const target = path.join(root, name);
    try {
      await mkdir(path.dirname(target), { recursive: true });
      // `wx` refuses a file that appeared since it was looked for.
      await writeFile(target, content, { flag: action === 'create' ? 'wx' : 'w' });
    } catch (error) {
      return fail(io, message('{path} could not be written: {reason}', { path: name, reason: String(error) }));
    }
    if (options.format === 'text') io.stdout(`${io.translate(message('wrote {path}', { path: printable(name) }))}\n`);
  }
  return exitCodes.ok;
}

async function findTrouble(target: string, { path: name, action }: PlannedFile): Promise<Message | undefined> {
  const found = await lstat(target).catch(() => undefined);
  if (found && !found.isFile()) return message('{path} is not a plain file, so it is left alone.', { path: name });
  if (found && action === 'create')
    return message('{path} has appeared in the meantime. Run this again.', { path: name });
  return undefined;
}

async function differenceOf(tree: FileTree, { path: name, content }: PlannedFile, io: CliIo): Promise<string> {
  const before = await tree.read(name);
  return before === undefined
    ? `  ${io.translate(message('{path} is there, but it is no text.', { path: printable(name) }))}\n`
    : renderDifference(before, content);
}

/** New files whole, changed ones by what changes, and the others by their name. */
async function showFiles(plan: Plan, tree: FileTree, { io, options }: Work): Promise<number> {
  if (options.format === 'json') return exitCodes.ok;
  for (const file of plan.files) {
    const text = { create: () => file.content, keep: () => '', change: () => differenceOf(tree, file, io) };
    io.stdout(
      `\n--- ${printable(file.path)} (${io.translate(actionNames[file.action])})\n${await text[file.action]()}`,
    );
  }
  return exitCodes.ok;
}

const actionNames = { create: message('new'), change: message('changed'), keep: message('unchanged') } as const;

function nothingToWrite({ refusals }: Facts, { io, options }: Work): number {
  const reasons = options.format === 'json' ? refusals.map(({ reason }) => `${printable(io.translate(reason))}\n`) : [];
  io.stderr(
    `${reasons.join('')}${io.translate(message('Nothing was written: there is no application to put into a container.'))}\n`,
  );
  return exitCodes.findings;
}

/** Questions go to a person at a terminal; everybody else takes the defaults. */
async function answerOpen({ questions }: Plan, { io, options }: Work): Promise<Answers> {
  const open = questions.filter(({ id }) => options.answers[id] === undefined);
  if (open.length === 0 || options.yes || options.dryRun || options.format === 'json' || !isAtTerminal())
    return options.answers;
  const answers: Record<string, string> = { ...options.answers };
  for (const { id, message: said, choices, default: usual } of open) {
    const offered = choices.length > 0 ? ` (${choices.join(', ')})` : '';
    answers[id] = (await ask(`${printable(io.translate(said))}${offered} [${usual}] `)).trim() || usual;
  }
  return answers;
}

async function agrees(files: readonly PlannedFile[], io: CliIo): Promise<boolean> {
  if (!isAtTerminal()) return false;
  const paths = files.map((file) => printable(file.path)).join(', ');
  const answer = await ask(`${io.translate(message('Write {paths}? [y/N]', { paths }))} `);
  return /^(y|yes|o|oui)$/i.test(answer.trim());
}

function isAtTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

function fail(io: CliIo, sentence: Message): number {
  io.stderr(`${printable(io.translate(sentence))}\n`);
  return exitCodes.trouble;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
