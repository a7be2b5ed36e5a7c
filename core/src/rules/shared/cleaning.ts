import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import type { PlacedCall, RunScript } from '../../lint/index.ts';
import { insert, type TextEdit } from '../../text/index.ts';
import { getLineEnding, isOpenEnded } from './lines.ts';

/** True when a call removes one of these folders, or what is in it; also a script that is named for cleaning up. */
export function removesAny({ program, args }: PlacedCall, folders: readonly string[]): boolean {
  if (program !== 'rm' && program !== 'find') {
    // A script of the project's own or of its base image.
    return /clean/i.test(program);
  }
  // `find /var -name …` looks for something else.
  const depth = program === 'find' ? 2 : 1;
  return args.some(({ value }) =>
    value.startsWith('$')
      ? folders.some((folder) => value.includes(folder))
      : expandBraces(value).some((path) => folders.some((folder) => meets(path, folder, depth))),
  );
}

/** True for paths of which one holds the other: `/var/cache/*` and `/var/cache/yum`. */
function meets(path: string, folder: string, depth: number): boolean {
  if (!path.startsWith('/')) return false;
  const given = segmentsOf(path);
  const wanted = segmentsOf(folder);
  return (
    given.length >= depth &&
    given.slice(0, wanted.length).every((segment, index) => {
      const star = segment.search(/[*?[]/);
      return star < 0 ? segment === wanted[index] : (wanted[index] ?? '').startsWith(segment.slice(0, star));
    })
  );
}

function segmentsOf(path: string): readonly string[] {
  return path
    .replace(/\/[*.]*$/, '')
    .split('/')
    .filter((segment) => segment !== '');
}

/** `/var/{lib/apt,cache}/x` as the paths that it stands for; what nobody would write stays as it is. */
function expandBraces(text: string): readonly string[] {
  let paths = [text];
  for (let round = 0; round < 2 && text.length < 500; round++) {
    paths = paths.flatMap((path) => {
      const open = path.indexOf('{');
      const close = path.indexOf('}', open);
      if (open < 0 || close < 0) return [path];
      const choices = path.slice(open + 1, close).split(',', 30);
      return choices.map((choice) => path.slice(0, open) + choice + path.slice(close + 1));
    });
  }
  return paths;
}

/**
 * One more command at the end of a RUN, or undefined where the end of the script is no place for one. With `sudo` in
 * front when the commands before it have it.
 */
export function appendCommand(
  { run, script }: Pick<RunScript, 'run' | 'script'>,
  command: string,
  file: Dockerfile,
): TextEdit | undefined {
  if (!script.complete || run.json || isOpenEnded(run, file)) return undefined;
  // What is handed to another shell is tidied up there, by its author.
  if (run.script()?.commands.length !== script.commands.length) return undefined;
  return run.heredocs.length > 0 ? appendToHeredoc(run, command) : appendToLine(run, command, file);
}

function appendToHeredoc({ heredocs, args }: Instruction, command: string): TextEdit | undefined {
  const [heredoc] = heredocs;
  // Only a heredoc that is itself the script: `RUN cat <<EOF` would take the new line as data.
  // And only without heredocs of the script's own, whose data the line would become.
  const isScript = heredoc && heredocs.length === 1 && args.length === 1;
  if (!isScript || !heredoc.body.endsWith('\n') || heredoc.body.includes('<<')) return undefined;
  const lastLine = heredoc.body.slice(heredoc.body.trimEnd().lastIndexOf('\n') + 1);
  const indent = /^[ \t]*/.exec(lastLine)?.[0] ?? '';
  const lineEnd = heredoc.body.endsWith('\r\n') ? '\r\n' : '\n';
  return insert(heredoc.bodySpan.end, `${indent}${command}${lineEnd}`);
}

function appendToLine(run: Instruction, command: string, { text, escape }: Dockerfile): TextEdit | undefined {
  const { end } = run.argsSpan;
  if (!canBeContinued(run)) return undefined;
  const lastBreak = text.lastIndexOf('\n', end - 1);
  if (lastBreak < run.span.start) return insert(end, ` && ${command}`);
  const indent = /^[ \t]*/.exec(text.slice(lastBreak + 1, end))?.[0] || '    ';
  return insert(end, ` ${escape}${getLineEnding(text)}${indent}&& ${command}`);
}

/** False behind `;`, `&` or a shell comment, where a joined command would be read differently. */
export function canBeContinued({ code, span, argsSpan }: Instruction): boolean {
  const written = code.slice(argsSpan.start - span.start, argsSpan.end - span.start);
  return !/[;&|\\]$/.test(written.trimEnd()) && !/(?:^|[\s;&|()])#/.test(written);
}
