import { isWrittenAsIs, type Dockerfile, type Instruction, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset } from '../../lint/index.ts';
import type { ShellScript, ShellWord } from '../../shell/index.ts';
import { insert } from '../../text/index.ts';
import { hasOption } from '../shared/command-line.ts';
import { keepsOutOfLayer } from '../shared/mounts.ts';
import { findPipInstalls, type PipInstall } from '../shared/pip.ts';
import { findShippedStages } from '../shared/shipped.ts';
import { getSections } from '../shared/stages.ts';
import { onlyHadolint, strictAndHadolint } from '../shared/views.ts';

const messages = {
  kept: 'pip leaves what it downloads in this layer as well: add `--no-cache-dir`.',
  insert: 'Insert --no-cache-dir',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/pip-cache',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3042'],
    kics: ['pip_install_keeping_cached_packages'],
    semgrep: ['missing-pip-no-cache-dir'],
  },
  title: 'Keep the cache of pip out of the image',
  why: 'pip keeps every download below `~/.cache/pip` for the next time. In an image there is no next time; the packages are just stored twice.',
  source: 'https://pip.pypa.io/en/stable/topics/caching/#disabling-caching',
  bad: 'FROM python:3.14\nRUN pip install flask==3.1.2\n',
  good: 'FROM python:3.14\nRUN pip install --no-cache-dir flask==3.1.2\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const installs = findPipInstalls(ctx);
  if (installs.length === 0) return;
  const switchedOff = findSwitchedOff(file, ctx);
  const shipped = findShippedStages(file);
  const habits = new Map<ShellScript, Habits>();
  for (const install of installs) {
    const { run, script, word } = install.call;
    if (switchedOff.has(run) || hasOwnSwitch(install) || keepsOutOfLayer(run, /\.cache\/pip/)) continue;
    const known = habits.get(script) ?? readHabits(script);
    habits.set(script, known);
    if (known.exportedAt < install.call.index) continue;
    const { verb } = install;
    const isPlain = isWrittenAsIs(verb, ctx.text);
    ctx.report({
      at: isPlain ? { start: word.span.start, end: verb.span.end } : verb.span,
      message: 'kept',
      fix: isPlain ? { title: 'insert', edits: [insert(verb.span.end, ' --no-cache-dir')] } : undefined,
      presets: viewsOf(install, { isShipped: shipped.has(run.stage), cleanedAt: known.cleanedAt }),
    });
  }
}

function viewsOf(
  { call: { run, index } }: PipInstall,
  { isShipped, cleanedAt }: { isShipped: boolean; cleanedAt: number },
): readonly Preset[] | undefined {
  if (cleanedAt > index || keepsOutOfLayer(run, /\.cache(\/|$)|\/pip\b/)) return onlyHadolint;
  return isShipped ? undefined : strictAndHadolint;
}

/** What else a script does about the cache, by index of the command. */
interface Habits {
  /** The first `export PIP_NO_CACHE_DIR=1`. */
  readonly exportedAt: number;
  /** The last command that empties the cache. */
  readonly cleanedAt: number;
}

function readHabits({ commands }: ShellScript): Habits {
  const exportedAt = commands.findIndex(({ name, args }) => name?.value === 'export' && args.some(isSwitch));
  const cleanedAt = commands.findLastIndex(({ name, args }) => {
    const words = args.map(({ value }) => value);
    if (name?.value === 'rm') return words.some((word) => word.includes('.cache'));
    return words.includes('cache') && words.includes('purge');
  });
  return { exportedAt: exportedAt < 0 ? Infinity : exportedAt, cleanedAt };
}

/** The option on this call, or the variable in front of it: `PIP_NO_CACHE_DIR=1 pip install`, `env PIP_NO_CACHE_DIR=1 pip …` */
function hasOwnSwitch({ call, line, before }: PipInstall): boolean {
  if ([line, before].some((each) => hasOption(each, 'no-cache-dir', 'help', 'h', 'dry-run'))) return true;
  const command = call.script.commands[call.index];
  return command ? [...command.assignments, ...command.args].some(isSwitch) : false;
}

function isSwitch({ value }: ShellWord): boolean {
  return value.startsWith(`${variable}=`) && isTrue(value.slice(variable.length + 1));
}

/** The RUN instructions in whose environment PIP_NO_CACHE_DIR is set, by ENV, ARG, the base image or pip's settings. */
function findSwitchedOff(file: Dockerfile, ctx: Context): ReadonlySet<Instruction> {
  const off = new Set<Instruction>();
  const offAtEnd = new Set<Stage>();
  for (const { stage, instructions } of getSections(file)) {
    let isOff = stage !== null && isOffAtStart(stage, offAtEnd, ctx);
    for (const instruction of instructions) {
      isOff = readSwitch(instruction) ?? isOff;
      if (isOff) off.add(instruction.keyword === 'ONBUILD' ? (instruction.inner ?? instruction) : instruction);
    }
    if (isOff && stage) offAtEnd.add(stage);
  }
  return off;
}

function isOffAtStart({ base, resolvedImage }: Stage, offAtEnd: ReadonlySet<Stage>, { knowledge }: Context): boolean {
  if (base.kind === 'stage') return offAtEnd.has(base.stage);
  return isTrue(knowledge.image(resolvedImage ?? '')?.env?.[variable]);
}

const variable = 'PIP_NO_CACHE_DIR';

function readSwitch({ keyword, assignments, code }: Instruction): boolean | undefined {
  if (keyword === 'ENV' || keyword === 'ARG') {
    const found = assignments.findLast(({ name }) => name.value === variable);
    return found && isTrue(found.value?.value);
  }
  return keyword === 'RUN' && /\bpip[\d.]* config (--\w+ )?set [\w.]*no-cache-dir (true|1|yes|on)/.test(code)
    ? true
    : undefined;
}

/** As Python's distutils reads a switch. A variable is taken for yes: somebody thought of it. */
function isTrue(value: string | undefined): boolean {
  return value !== undefined && (/^(1|true|on|yes|y|t)$/i.test(value) || value.includes('$'));
}
