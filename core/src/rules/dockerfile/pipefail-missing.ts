import type { Dockerfile, ImageReference, Instruction, Word } from '../../dockerfile/index.ts';
import {
  defineRule,
  type DockerfileContext,
  type PlacedCall,
  type Preset,
  type ReportedFix,
  type RunScript,
} from '../../lint/index.ts';
import { insert, type Span } from '../../text/index.ts';
import { getImageName, isWindowsImage } from '../shared/images.ts';
import { beginsLine, getLineEnding, insertAbove, matchCase } from '../shared/lines.ts';
import {
  eachShell,
  findScriptHeredoc,
  getHeredocStart,
  getShellName,
  topOfHeredoc,
  type RunShell,
} from '../shared/run-shell.ts';
import { findBaseImage, type Section } from '../shared/stages.ts';
import { notHadolint } from '../shared/views.ts';

const messages = {
  hidden: 'Only the last command of this pipe decides whether the RUN fails: set `pipefail`.',
  set: 'Set pipefail with {shell}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/pipefail-missing',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL4006'],
    kics: ['shell_running_a_pipe_without_pipefail_flag'],
    semgrep: ['set-pipefail'],
  },
  title: 'Let a RUN fail when any part of its pipe fails',
  why: 'A shell takes the exit code of a pipe from its last command. When a download in front of it fails, the build goes on with half a file or none. `pipefail` makes the whole pipe fail.',
  source: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
  bad: 'FROM debian:12\nRUN wget -qO- https://example.org/data.csv | sort > /data.csv\n',
  good: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN wget -qO- https://example.org/data.csv | sort > /data.csv\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!ctx.calls.runs.some(({ script }) => script.commands.some(({ pipe }) => pipe))) return;
  const fixed = new Set<Section>();
  const images = new Map<Section, ImageReference | undefined>();
  const asHadolint = new Map<Section, boolean>();
  eachShell(file, (instruction, shell, section) => {
    if (instruction.keyword === 'SHELL') asHadolint.set(section, isEnoughForHadolint(shell));
    if (!images.has(section)) images.set(section, section.stage ? findBaseImage(section.stage, file) : undefined);
    const run = ctx.calls.in(instruction);
    if (!run) return;
    const found = findHidden(run, { shell, text: ctx.text });
    const image = images.get(section);
    const presets = viewsOf(found, { image, isPeerQuiet: asHadolint.get(section) ?? false });
    const at = found.certain ?? found.any;
    if (!at || !presets) return;
    // What one SHELL repairs is not offered a second time below it.
    const isOpen = !fixed.has(section) && found.certain && !found.isInner;
    const fix = isOpen ? planFix(run.run, { shell, section, instruction, image }, ctx) : undefined;
    if (fix) fixed.add(section);
    ctx.report({ at, message: 'hidden', fix, presets: presets === 'all' ? undefined : presets });
  });
}

interface Hidden {
  /** The first pipe that hides a failure which may well happen. */
  readonly certain: Span | undefined;
  /** The first pipe without pipefail. */
  readonly open: Span | undefined;
  /** The first pipe of all. */
  readonly any: Span | undefined;
  /** True when the certain one stands in a script for another shell: `bash -c "…"`. */
  readonly isInner: boolean;
}

/** hadolint looks at SHELL alone, and begins anew with each FROM; we also read the script, and who stands in the pipe. */
function viewsOf(
  { certain, open, any }: Hidden,
  { image, isPeerQuiet }: { image: ImageReference | undefined; isPeerQuiet: boolean },
): readonly Preset[] | 'all' | undefined {
  const isWindows = image !== undefined && isWindowsImage(image);
  const peer: readonly Preset[] = isPeerQuiet || !any ? [] : ['hadolint'];
  if (isWindows || !open) return peer.length > 0 ? peer : undefined;
  if (certain) return isPeerQuiet ? notHadolint : 'all';
  return ['strict', ...peer];
}

function isEnoughForHadolint(shell: RunShell): boolean {
  const words = shell?.map(({ value }) => value) ?? [];
  return /^(bash|zsh|ash)$/.test(getShellName(words[0] ?? '')) && words.includes('pipefail');
}

function findHidden({ run, script, calls }: RunScript, { shell, text }: { shell: RunShell; text: string }): Hidden {
  const callAt = new Map(calls.map((call) => [call.index, call]));
  const pipes = listPipes(script.commands, callAt, { isSet: startsWithPipefail(run, shell), text });
  const open = pipes.filter(({ isSet }) => !isSet);
  const certain = open.find(({ index }) => canHide(script.commands, callAt, index));
  return { certain: certain?.at, open: open[0]?.at, any: pipes[0]?.at, isInner: certain?.isInner ?? false };
}

type Commands = RunScript['script']['commands'];

interface Pipe {
  readonly at: Span;
  /** Index of the command behind it. */
  readonly index: number;
  readonly isSet: boolean;
  readonly isInner: boolean;
}

function listPipes(
  commands: Commands,
  callAt: ReadonlyMap<number, PlacedCall>,
  { isSet, text }: { isSet: boolean; text: string },
): readonly Pipe[] {
  const outer = { until: Infinity, isSet };
  let current = outer;
  return commands.flatMap(({ span, pipe }, index): Pipe[] => {
    if (span.start >= current.until) current = outer;
    const call = callAt.get(index);
    if (call?.program === 'set') current.isSet = readSet(call) ?? current.isSet;
    const found = pipe ? [{ at: pipe, index, isSet: current.isSet, isInner: current !== outer }] : [];
    if (call && isShellCall(call)) current = readInner(call, text) ?? current;
    return found;
  });
}

/** SHELL, the `#!` line of a heredoc, or the words in front of it switch pipefail on for the whole script. */
function startsWithPipefail(run: Instruction, shell: RunShell): boolean {
  const heredoc = findScriptHeredoc(run);
  const start = heredoc ? getHeredocStart(run, heredoc.body) : '';
  if (start !== '') return /\bpipefail\b/.test(start);
  return shell?.some(({ value }) => value === 'pipefail') ?? false;
}

/** `set -euxo pipefail`, `set +o pipefail` */
function readSet({ args }: PlacedCall): boolean | undefined {
  const at = args.findIndex(({ value }) => value === 'pipefail');
  if (at < 1) return undefined;
  return !(args[at - 1]?.value.startsWith('+') ?? false);
}

function isShellCall({ program }: PlacedCall): boolean {
  return /^(ba|z|k|a|da)?sh$/.test(program);
}

/** `bash -o pipefail -c "…"` is a shell of its own: what holds around it does not hold inside. */
function readInner({ args }: PlacedCall, text: string): { until: number; isSet: boolean } | undefined {
  const script = args.findIndex(({ span }) => /^["']/.test(text.slice(span.start, span.start + 1)));
  const word = args[script];
  return word && { until: word.span.end, isSet: args.slice(0, script).some(({ value }) => value === 'pipefail') };
}

/** False for `echo y | …`, where nothing in front can fail, and for a pipe whose failure is forgiven: `… || true`. */
function canHide(commands: Commands, callAt: ReadonlyMap<number, PlacedCall>, index: number): boolean {
  const before = callAt.get(index - 1)?.program;
  if (commands[index]?.pipelinePosition === 1 && before !== undefined && neverFails.has(before)) return false;
  const next = callAt.get(index + 1)?.program;
  return !(commands[index + 1]?.after === '||' && (next === 'true' || next === ':'));
}

/** With pipefail `yes | …` would even fail, since `yes` ends by a broken pipe. */
const neverFails = new Set(['echo', 'printf', 'yes', 'true', ':']);

interface Place {
  readonly shell: RunShell;
  readonly section: Section;
  readonly instruction: Instruction;
  readonly image: ImageReference | undefined;
}

function planFix(
  run: Instruction,
  { shell, section, instruction, image }: Place,
  { file, text }: Context,
): ReportedFix<Messages> | undefined {
  const heredoc = findScriptHeredoc(run);
  const start = heredoc ? getHeredocStart(run, heredoc.body) : '';
  if (heredoc && start !== '') {
    if (!/\b(ba|z|k|a)sh\b/.test(start)) return undefined;
    const line = `set -o pipefail${getLineEnding(text)}`;
    return toFix('set', insert(topOfHeredoc(heredoc), line));
  }
  if (instruction !== run || !beginsLine(run, text)) return undefined;
  if (shell) return amendShell(shell, section);
  if (!image || /busybox|distroless|nanoserver|static/.test(getImageName(image))) return undefined;
  const isAlpine = /alpine/.test(`${getImageName(image)}:${image.tag ?? ''}`);
  const path = isAlpine ? '/bin/ash' : '/bin/bash';
  const line = `${matchCase('SHELL', run)} ["${path}", "-o", "pipefail", "-c"]`;
  return toFix(path, insertAbove(run, file, line));
}

function amendShell(shell: readonly Word[], { stage }: Section): ReportedFix<Messages> | undefined {
  const [program] = shell;
  const last = shell.at(-1);
  if (!program || last?.value !== '-c' || shell.some(({ value }) => value === 'pipefail')) return undefined;
  // Only the words of this stage can be changed without changing another one.
  const isOwn = program.span.start > (stage?.from.span.end ?? 0);
  if (!isOwn || !/^(bash|zsh|ash|ksh)$/.test(getShellName(program.value))) return undefined;
  return toFix(program.value, insert(last.span.start, '"-o", "pipefail", '));
}

/** A pipe that failed unseen stops the build from now on, so this is no safe fix. */
function toFix(shell: string, edit: ReturnType<typeof insert>): ReportedFix<Messages> {
  return { title: 'set', data: { shell }, edits: [edit], safe: false };
}
