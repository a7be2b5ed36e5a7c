import type { Instruction, Keyword } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert, remove, replace, type TextEdit } from '../../text/index.ts';
import { readLooseArray, type LooseArray, type LooseItem } from '../shared/loose-array.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = {
  quotes: '{keyword} takes this as plain text, brackets and all: JSON wants double quotes.',
  unquoted: '{keyword} takes this as plain text, brackets and all: JSON wants every string in double quotes.',
  escape: '{keyword} takes this as plain text, brackets and all: JSON wants a backslash written twice.',
  comma:
    '{keyword} takes this as plain text, brackets and all: JSON wants one comma between two strings and none at the end.',
  bracket: '{keyword} takes this as plain text, brackets and all: the closing bracket is missing.',
  behind: '{keyword} takes this as plain text, brackets and all: nothing may stand behind the closing bracket.',
  repair: 'Write as a valid JSON array',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/invalid-json-form',
  kind: 'practice',
  severity: 'error',
  refs: { tally: ['invalid-json-form'], 'dockerfile-utils': ['JSON_IN_SINGLE_QUOTES'] },
  title: 'Write arrays as valid JSON',
  why: "What is not valid JSON is not refused: it silently becomes shell text, or a list of file names, with brackets, quotes and commas as part of it. `CMD ['node', 'app.js']` looks for a program called `[node,`.",
  source: 'https://docs.docker.com/reference/dockerfile/#exec-form',
  bad: "FROM node:22.21-alpine\nCMD ['node', 'server.js']\n",
  good: 'FROM node:22.21-alpine\nCMD ["node", "server.js"]\n',
  messages,
  on: onEach(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN', 'VOLUME'], checkInstruction),
});

function checkInstruction(instruction: Instruction, ctx: Context): void {
  checkArray(instruction.keyword === 'HEALTHCHECK' ? instruction.inner : instruction, instruction.keyword, ctx);
}

function checkArray(instruction: Instruction | null, keyword: Keyword | null, ctx: Context): void {
  if (!instruction || instruction.json || instruction.heredocs.length > 0) return;
  const { argsSpan, code, span } = instruction;
  if (code.charAt(argsSpan.start - span.start) !== '[') return;
  const array = readLooseArray(code.slice(argsSpan.start - span.start, argsSpan.end - span.start));
  if (!array || !looksMeant(array, instruction.keyword)) return;
  const fix = array.rest === '' ? repair(array, argsSpan.start) : undefined;
  ctx.report({ at: argsSpan, message: findReason(array), data: { keyword: keyword ?? '' }, fix });
}

/** `[ -f /etc/issue ]`, `["$a" = "$b" ]` and `[a-z]*` are tests and patterns of the shell. */
function looksMeant({ items, commas, isTight, isClosed, rest }: LooseArray, keyword: Keyword | null): boolean {
  const [first] = items;
  if (!first) return false;
  const isList = commas > 0 && (first.quote !== '' || (isClosed && keyword !== 'RUN'));
  if (!isClosed || rest !== '') return isList && first.quote !== '';
  return isList || (isTight && items.every(({ quote }) => quote !== ''));
}

function findReason({ items, isClosed, rest }: LooseArray) {
  if (rest !== '') return 'behind' as const;
  if (!isClosed) return 'bracket' as const;
  const broken = items.filter(({ isValid }) => !isValid);
  if (broken.some(({ quote }) => quote !== '' && quote !== '"')) return 'quotes' as const;
  if (broken.some(({ quote }) => quote === '')) return 'unquoted' as const;
  return broken.length > 0 ? ('escape' as const) : ('comma' as const);
}

/** Never safe: the words reach the program without a shell from now on, as they were meant to. */
function repair({ items, isClosed, end }: LooseArray, offset: number): ReportedFix<Messages> {
  const edits = items.flatMap((item, index) => repairItem(item, index === items.length - 1, offset));
  if (!isClosed) edits.push(insert(offset + end, ']'));
  return { title: 'repair', edits, safe: false };
}

function repairItem({ start, end, content, isValid, comma }: LooseItem, isLast: boolean, offset: number): TextEdit[] {
  const edits: TextEdit[] = [];
  if (!isValid) edits.push(replace({ start: offset + start, end: offset + end }, JSON.stringify(content)));
  if (comma === null && !isLast) edits.push(insert(offset + end, ','));
  if (comma !== null && isLast) edits.push(remove({ start: offset + comma, end: offset + comma + 1 }));
  return edits;
}
