import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';

const messages = {
  shellForm: 'A shell runs this {keyword} and does not pass signals on: write it as a JSON array.',
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
  for (const stage of file.stages) {
    // A SHELL of one's own is a decision, and it holds for the stages built upon this one.
    if (stage.base.kind === 'stage' && withShell.has(stage.base.stage)) withShell.add(stage);
    for (const instruction of stage.instructions) {
      if (instruction.keyword === 'SHELL') withShell.add(stage);
      const hasShell = withShell.has(stage);
      if (instruction.keyword === 'HEALTHCHECK' && instruction.inner) checkHealth(instruction.inner, hasShell, ctx);
      else checkStart(instruction, { starts: starts.get(stage) ?? noStart, hasShell }, ctx);
    }
  }
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
    const has = (keyword: 'CMD' | 'ENTRYPOINT'): boolean =>
      inherited[keyword] || stage.instructions.some((instruction) => instruction.keyword === keyword);
    starts.set(stage, { CMD: has('CMD'), ENTRYPOINT: has('ENTRYPOINT') });
  }
  return starts;
}

function checkStart(
  instruction: Instruction,
  { starts, hasShell }: { readonly starts: Starts; readonly hasShell: boolean },
  ctx: Context,
): void {
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
  ctx.report({ at: argsSpan, message: 'shellForm', data, fix, presets: viewsOf({ hasShell, passesSignals }) });
}

/** hadolint asks for the array always, BuildKit unless a SHELL was chosen; we also accept `exec`. */
function viewsOf({ hasShell, passesSignals }: { hasShell: boolean; passesSignals: boolean }) {
  if (hasShell) return ['hadolint'] as const;
  return passesSignals ? (['strict', 'buildkit', 'hadolint'] as const) : undefined;
}

/** Signals do not matter here, so BuildKit is silent; the shell is a needless process and missing in small images. */
function checkHealth(command: Instruction, hasShell: boolean, ctx: Context): void {
  if (command.json || hasShell) return;
  const words = findPlainWords(command);
  if (!words) return;
  const fix = convert(command, words);
  const presets = ['recommended', 'strict', 'cis', 'hadolint'] as const;
  ctx.report({ at: command.argsSpan, message: 'healthShell', fix, severity: 'hint', presets });
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
