import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { remove, span, type Span } from '../../text/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { isOpenEnded } from '../shared/lines.ts';

const messages = {
  empty: 'This empty line stands in the middle of {keyword}, which goes on below it.',
  open: '{keyword} ends with a line that is to be continued, and nothing follows.',
  remove: 'Remove the empty line',
} as const;

export default defineRule({
  id: 'dockerfile/empty-continuation',
  kind: 'practice',
  severity: 'warning',
  refs: { buildkit: ['NoEmptyContinuation'], 'dockerfile-utils': ['EMPTY_CONTINUATION_LINE'] },
  title: 'Leave no empty line inside a continued instruction',
  why: 'Readers take an empty line for the end of an instruction, the builder joins over it. Docker announces to refuse such files one day.',
  source: 'https://docs.docker.com/reference/build-checks/no-empty-continuation/',
  bad: 'FROM alpine:3.23\nRUN date > /built && \\\n\n    cat /built\n',
  good: 'FROM alpine:3.23\nRUN date > /built && \\\n    # to see it in the log\n    cat /built\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  for (const instruction of file.instructions) {
    const lines = findEmptyLines(instruction, file);
    const last = lines.at(-1);
    if (!last) continue;
    const data = { keyword: instruction.keywordText };
    const presets = viewsWithout('buildkit');
    const { end } = getCode(instruction);
    for (const at of lines) {
      if (at.start >= end) continue;
      const fix = { title: 'remove', edits: [remove(at)] } as const;
      ctx.report({ at, message: 'empty', data, fix, presets });
    }
    if (last.start >= end) ctx.report({ at: span(end - 1, end), message: 'open', data, presets });
    ctx.report({ at: findLastLine(instruction, file), message: 'empty', data, presets: ['buildkit'] });
  }
}

/** The lines that the builder joins, without heredocs. */
function getCode({ span: whole, heredocs }: Instruction): Span {
  const body = heredocs[0]?.bodySpan.start;
  return body === undefined ? whole : span(whole.start, Math.min(whole.end, Math.max(whole.start, body - 1)));
}

/** Where the builder stops reading lines for an instruction; heredocs come later. */
function findStop(instruction: Instruction, file: Dockerfile): number {
  const code = getCode(instruction);
  // What is to be continued takes all the rest of the file, so only the last instruction can end like that.
  const isLast = instruction === file.instructions.at(-1) && instruction.heredocs.length === 0;
  if (!isLast || !isOpenEnded(instruction, file)) return code.end;
  const isEscaped = file.text.slice(code.start, code.end).trimEnd().endsWith(file.escape.repeat(2));
  return isEscaped ? code.end : file.text.length;
}

/** BuildKit says it once, on the last line that it read. */
function findLastLine(instruction: Instruction, file: Dockerfile): Span {
  const stop = findStop(instruction, file);
  const end = file.text.charAt(stop - 1) === '\n' ? stop - 1 : stop;
  return span(Math.max(instruction.span.start, file.text.lastIndexOf('\n', end - 1) + 1), stop);
}

/** Lines of white space between the first and the last line, or behind a last line that is to be continued. */
function findEmptyLines(instruction: Instruction, file: Dockerfile): readonly Span[] {
  const { text } = file;
  const code = getCode(instruction);
  const stop = findStop(instruction, file);
  const empty: Span[] = [];
  for (let at = text.indexOf('\n', code.start); at >= 0 && at + 1 < stop; at = text.indexOf('\n', at + 1)) {
    const next = text.indexOf('\n', at + 1);
    const end = next < 0 ? text.length : next + 1;
    if (isBlank(text, at + 1, end)) empty.push(span(at + 1, end));
  }
  return empty;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!' \t\n\v\f\r'.includes(text.charAt(at))) return false;
  return true;
}
