import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix, type ShellcheckComment } from '../../lint/index.ts';
import { replace, type Span } from '../../text/index.ts';
import { isWindowsImage } from '../shared/images.ts';
import { eachShell } from '../shared/run-shell.ts';
import { findShellSource, findSpan, type ShellSource } from '../shared/shell-source.ts';
import { findBaseImage } from '../shared/stages.ts';
import { onlyHadolint } from '../shared/views.ts';

const messages = {
  says: '{code}: {text}',
  apply: 'Change as ShellCheck proposes ({code})',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/shellcheck',
  kind: 'practice',
  severity: 'info',
  refs: { hadolint: ['SC*'], tally: ['shellcheck/*'] },
  title: 'Heed what ShellCheck says of the scripts in RUN',
  why: 'A RUN is a shell script, with all the traps of one: words that split, patterns that match nothing, failures that nobody sees. Where the program `shellcheck` is installed, Drydock asks it for every RUN and shows its answers in place; without it, this rule is silent.',
  source: 'https://www.shellcheck.net/wiki/',
  bad: 'FROM debian:12\nRUN folder=$(mktemp -d) && cd $folder\n',
  good: 'FROM debian:12\nRUN folder=$(mktemp -d) && cd "$folder"\n',
  messages,
  needs: 'shellcheck',
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!ctx.knowledge.shellcheck) return;
  const scopes = new Map<Stage | null, Scope>();
  eachShell(file, (instruction, shell, { stage }) => {
    const scope = scopes.get(stage) ?? createScope(stage, scopes, file);
    scopes.set(stage, scope);
    const { keyword, assignments } = instruction.inner ?? instruction;
    if (keyword === 'ENV' || keyword === 'ARG') for (const { name } of assignments) scope.own.add(name.value);
    const run = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
    // Without a SHELL a script on Windows is one for cmd.
    if (scope.isWindows && !shell) return;
    const source =
      run?.keyword === 'RUN' ? findShellSource(run, { shell, variables: scope, text: ctx.text }) : undefined;
    if (run && source && source.script.text.length <= longest) checkSource(source, run, ctx);
  });
}

/** The names that ENV and ARG set in a stage and in those it builds on. */
interface Scope {
  readonly own: Set<string>;
  readonly depth: number;
  readonly isWindows: boolean;
  has(name: string): boolean;
}

function createScope(stage: Stage | null, scopes: ReadonlyMap<Stage | null, Scope>, file: Dockerfile): Scope {
  const parent = stage?.base.kind === 'stage' ? scopes.get(stage.base.stage) : undefined;
  const image = stage ? findBaseImage(stage, file) : undefined;
  const own = new Set<string>();
  const depth = (parent?.depth ?? 0) + 1;
  // In a chain longer than anybody writes every name may be set, and no look-up goes through all of it.
  const has = (name: string): boolean =>
    own.has(name) || (depth > deepestChain ? true : (parent?.has(name) ?? proxies.has(name)));
  return { own, depth, isWindows: parent?.isWindows ?? (image !== undefined && isWindowsImage(image)), has };
}

const deepestChain = 100;
/** Characters; nobody writes such a script by hand, and ShellCheck would take long. */
const longest = 100_000;

/** Set by the builder when the user gives them. */
const proxies = new Set(['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy']);

function checkSource(source: ShellSource, run: Instruction, ctx: Context): void {
  for (const comment of ctx.knowledge.shellcheck?.(source.script) ?? []) {
    const at = findSpan(source, comment);
    if (!at) continue;
    const code = `SC${comment.code}`;
    ctx.report({
      at: at.end > at.start ? at : widen(at, run),
      message: 'says',
      data: { code, text: comment.message },
      severity: severities[comment.level],
      refs: { hadolint: [code], tally: [`shellcheck/${code}`] },
      fix: planFix(comment, source, code),
      // Files that a script reads lie in the image, where ShellCheck does not see them.
      presets: comment.code === 1091 ? onlyHadolint : undefined,
    });
  }
}

/** Its errors stop no build, so they are no errors here. */
const severities = { error: 'warning', warning: 'warning', info: 'info', style: 'hint' } as const;

/** A place between two characters marks the next one, or the last one of the instruction. */
function widen({ start }: Span, { span }: Instruction): Span {
  return start < span.end ? { start, end: start + 1 } : { start: Math.max(span.start, start - 1), end: start };
}

/** With quotes a word no longer splits: what was meant to does something else then. */
function planFix({ fix }: ShellcheckComment, source: ShellSource, code: string): ReportedFix<Messages> | undefined {
  const edits = fix.flatMap((part) => {
    const area = findSpan(source, part);
    return area ? [replace(area, part.replacement)] : [];
  });
  if (edits.length === 0 || edits.length < fix.length) return undefined;
  return { title: 'apply', data: { code }, edits, safe: false };
}
