import type { Dockerfile, Instruction, Keyword, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { readLooseArray } from '../shared/loose-array.ts';
import { getSections, type Section } from '../shared/stages.ts';
import { onlyHadolint, ownView } from '../shared/views.ts';

const messages = {
  shellForm: 'A shell runs this {keyword} and does not pass signals on: write it as a JSON array.',
  healthInShell: 'A shell runs this health check: hadolint asks for a JSON array here too.',
  healthShell: 'This health check needs no shell: write it as a JSON array.',
  convert: 'Write as a JSON array',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/exec-form-recommended',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3025'],
    buildkit: ['JSONArgsRecommended'],
    kics: ['not_using_json_in_cmd_and_entrypoint_arguments'],
    semgrep: ['prefer-json-notation'],
  },
  title: 'Start the main process without a shell',
  why: 'In shell form the shell is process 1. It keeps the stop signal to itself, so `docker stop` waits ten seconds and then kills the program. A JSON array starts the program itself. Where a shell is needed, put `exec` in front of the last command.',
  source: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',
  bad: 'FROM node:22.21-alpine\nCMD node server.js\n',
  good: 'FROM node:22.21-alpine\nCMD ["node", "server.js"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const withShell = new Set<Stage>();
  const starts = findStarts(file);
  for (const section of getSections(file)) {
    const { stage } = section;
    // A SHELL of one's own is a decision, and it holds for the stages built upon this one.
    const inherits = stage?.base.kind === 'stage' && withShell.has(stage.base.stage);
    const own = { CMD: has(section, 'CMD'), ENTRYPOINT: has(section, 'ENTRYPOINT') };
    const hasShell = checkSection(section, { starts: (stage && starts.get(stage)) ?? own, hasShell: inherits }, ctx);
    if (stage && hasShell) withShell.add(stage);
  }
}

interface Around {
  readonly starts: Starts;
  readonly hasShell: boolean;
}

/** Gives whether a SHELL is set in the end. */
function checkSection({ instructions }: Section, { starts, hasShell }: Around, ctx: Context): boolean {
  let isSet = hasShell;
  for (const instruction of instructions) {
    if (instruction.keyword === 'SHELL') isSet = true;
    if (instruction.keyword === 'HEALTHCHECK') checkHealth(instruction, isSet, ctx);
    else checkStart(instruction, { starts, hasShell: isSet }, ctx);
  }
  return isSet;
}

function has({ instructions }: Pick<Section, 'instructions'>, keyword: Keyword): boolean {
  return instructions.some((instruction) => instruction.keyword === keyword);
}

/** Which of the two start instructions a stage has, its parents' included. */
interface Starts {
  readonly CMD: boolean;
  readonly ENTRYPOINT: boolean;
}

const noStart: Starts = { CMD: false, ENTRYPOINT: false };

function findStarts(file: Dockerfile): ReadonlyMap<Stage, Starts> {
  const starts = new Map<Stage, Starts>();
  for (const stage of file.stages) {
    const inherited = (stage.base.kind === 'stage' ? starts.get(stage.base.stage) : undefined) ?? noStart;
    starts.set(stage, {
      CMD: inherited.CMD || has(stage, 'CMD'),
      ENTRYPOINT: inherited.ENTRYPOINT || has(stage, 'ENTRYPOINT'),
    });
  }
  return starts;
}

function checkStart(instruction: Instruction, { starts, hasShell }: Around, ctx: Context): void {
  const { keyword, json, argsSpan } = instruction;
  if ((keyword !== 'CMD' && keyword !== 'ENTRYPOINT') || json) return;
  const data = { keyword };
  if (argsSpan.start === argsSpan.end) {
    // Nothing is started at all, but BuildKit counts the empty line as shell form.
    if (!hasShell) ctx.report({ at: instruction.keywordSpan, message: 'shellForm', data, presets: ['buildkit'] });
    return;
  }
  // `exec node server.js` replaces the shell, so signals arrive.
  const passesSignals = instruction.script()?.commands.some(({ name }) => name?.value === 'exec') ?? false;
  const words = hasShell ? undefined : findPlainWords(instruction);
  // With both of them the array form changes how they are put together, so only the author can say.
  const isAlone = !starts[keyword === 'CMD' ? 'ENTRYPOINT' : 'CMD'];
  const fix = words && isAlone ? convert(instruction, words) : undefined;
  // What was meant as an array already is told as that.
  const presets = isMeantAsArray(instruction) ? peersView : viewsOf({ hasShell, passesSignals });
  ctx.report({ at: argsSpan, message: 'shellForm', data, fix, presets });
}

function isMeantAsArray({ code, span, argsSpan }: Instruction): boolean {
  const written = code.slice(argsSpan.start - span.start, argsSpan.end - span.start);
  return written.startsWith('[') && (readLooseArray(written)?.items.length ?? 0) > 0;
}

const peersView = ['buildkit', 'hadolint'] as const;

/** hadolint asks for the array always, BuildKit unless a SHELL was chosen; we also accept `exec`. */
function viewsOf({ hasShell, passesSignals }: { hasShell: boolean; passesSignals: boolean }) {
  if (hasShell) return ['hadolint'] as const;
  return passesSignals ? (['strict', 'buildkit', 'hadolint'] as const) : undefined;
}

/** Signals do not matter here, so BuildKit is silent; the shell is a needless process and missing in small images. */
function checkHealth({ inner: command, keywordSpan }: Instruction, hasShell: boolean, ctx: Context): void {
  if (!command || command.json || command.argsSpan.start === command.argsSpan.end) return;
  const words = findPlainWords(command);
  const fix = words && !hasShell ? convert(command, words) : undefined;
  // hadolint asks for the array whether a shell is needed or not, at the line of the HEALTHCHECK.
  ctx.report({ at: keywordSpan, message: 'healthInShell', fix, presets: onlyHadolint });
  if (fix) ctx.report({ at: command.argsSpan, message: 'healthShell', fix, severity: 'hint', presets: ownView });
}

function convert({ argsSpan }: Instruction, words: readonly string[]): ReportedFix<Messages> {
  const array = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return { title: 'convert', edits: [replace(argsSpan, array)] };
}

/** The words of a command in which a shell would change nothing: no variables, patterns, quotes within, or built-ins. */
function findPlainWords({ code, span, argsSpan }: Instruction): readonly string[] | undefined {
  const written = code.slice(argsSpan.start - span.start, argsSpan.end - span.start).trim();
  if (!plainCommand.test(written)) return undefined;
  const words = written.match(plainWord)?.map((word) => word.replace(/^(["'])(.*)\1$/, '$2')) ?? [];
  const [program = ''] = words;
  return program === '' || program.includes('=') || builtins.has(program) ? undefined : words;
}

const plainWord = /[\w./:=@%+,-]+|"[^"$`\\]*"|'[^'\\]*'/g;
const plainCommand = /^(?:(?:[\w./:=@%+,-]+|"[^"$`\\]*"|'[^'\\]*')(?:\s+|$))+$/;
const builtins = new Set(
  '. : alias bg cd command eval exec exit export fg for function hash if jobs read readonly return set shift source test time times trap type ulimit umask unset until wait while case'.split(
    ' ',
  ),
);
