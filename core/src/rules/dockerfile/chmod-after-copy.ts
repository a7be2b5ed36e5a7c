import type { Instruction, Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type ReportedFix } from '../../lint/index.ts';
import { insert, remove, type TextEdit } from '../../text/index.ts';
import { isOpenEnded } from '../shared/lines.ts';
import { getSections } from '../shared/stages.ts';

const messages = {
  twice: 'This layer stores `{path}` a second time: COPY --chmod={mode} sets the mode at once.',
  merge: 'Set the mode with --chmod={mode} above',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/chmod-after-copy',
  kind: 'practice',
  severity: 'off',
  strict: 'hint',
  refs: { tally: ['prefer-copy-chmod'] },
  title: 'Set the mode of a file while copying it',
  why: 'A layer that changes the mode of a file holds the whole file again. With --chmod it is stored once.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  bad: 'FROM alpine:3.23\nCOPY start.sh /usr/bin/start\nRUN chmod 755 /usr/bin/start\n',
  good: 'FROM alpine:3.23\nCOPY --chmod=755 start.sh /usr/bin/start\n',
  messages,
  on: { dockerfile: (file, ctx) => getSections(file).forEach(({ instructions }) => checkSection(instructions, ctx)) },
});

function checkSection(instructions: readonly Instruction[], ctx: Context): void {
  for (const [index, copy] of instructions.entries()) {
    const run = instructions[index + 1];
    if (copy.keyword !== 'COPY' || run?.keyword !== 'RUN') continue;
    if (copy.flags.some(({ name }) => name === 'chmod')) continue;
    checkRun({ copy, run }, ctx);
  }
}

interface Pair {
  readonly copy: Instruction;
  readonly run: Instruction;
}

function checkRun({ copy, run }: Pair, ctx: Context): void {
  const call = findFirstChmod(run, ctx);
  const [mode, path, more] = call?.args.filter(({ value }) => !/^-(R|-recursive|[vcf]+)$/.test(value)) ?? [];
  if (!call || !mode?.literal || !path?.literal || more) return;
  if (!isOctal(mode.value) || !isCopied(path.value, copy)) return;
  const data = { mode: mode.value };
  const edits = merge({ copy, run }, call, data.mode, ctx);
  const fix: ReportedFix<Messages> | undefined = edits && { title: 'merge', data, safe: false, edits };
  const at = { start: call.word.span.start, end: mode.span.end };
  ctx.report({ at, message: 'twice', data: { path: path.value, ...data }, fix });
}

/** Only as the first thing a RUN does is it about the files as they were copied. */
function findFirstChmod(run: Instruction, ctx: Context): PlacedCall | undefined {
  const [call] = ctx.calls.in(run)?.calls ?? [];
  const isFirst = call?.index === 0 && call.script.commands[0]?.span.start === call.word.span.start;
  return isFirst && call.program === 'chmod' ? call : undefined;
}

function isOctal(mode: string): boolean {
  return /^0?[0-7]{3,4}$/.test(mode);
}

function isCopied(path: string, { json, args }: Instruction): boolean {
  const words = json ?? args;
  const destination = words.at(-1)?.value ?? '';
  if (destination === path) return true;
  if (!destination.endsWith('/')) return false;
  return words.slice(0, -1).some((source) => `${destination}${baseName(source)}` === path);
}

function baseName({ value }: Word): string {
  return value.slice(value.lastIndexOf('/') + 1);
}

/** Where a RUN only changes the mode of the one file it goes; a folder gets other modes this way, so it is not safe. */
function merge({ copy, run }: Pair, call: PlacedCall, mode: string, { file, text }: Context): TextEdit[] | undefined {
  const isAlone = call.script.commands.length === 1 && call.script.complete && run.heredocs.length === 0;
  const isOneSource = (copy.json ?? copy.args).length === 2;
  const isClose = text.slice(copy.span.end, run.span.start).trim() === '' && !isOpenEnded(copy, file);
  if (!isAlone || !isOneSource || !isClose || run.flags.length > 0) return undefined;
  return [insert(copy.keywordSpan.end, ` --chmod=${mode}`), remove({ start: copy.span.end, end: run.span.end })];
}
