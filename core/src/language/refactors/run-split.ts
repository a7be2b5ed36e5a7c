import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { message, replace, textOf } from '../../text/index.ts';
import { changesShell, indentOf, lineBreakOf, readRunSteps, rewrite, type PlanRefactor } from './refactoring.ts';

/** A chain of commands as a RUN each. They become layers of their own, so the image is not quite the same. */
export const planSplit: PlanRefactor = ({ file, instruction }) => {
  const script = readRunSteps(file, instruction);
  if (!script || script.join !== '&&' || script.steps.length < 2 || script.steps.some(changesShell)) return [];
  if (!instruction.flags.every(isRepeatable)) return [];
  const { text } = file;
  const head = text.slice(instruction.span.start, instruction.argsSpan.start);
  if (head.includes('\n')) return [];
  const runs = script.steps
    .map((step) => `${head}${step.text}`)
    .join(`${lineBreakOf(file)}${indentOf(file, instruction)}`);
  const title = message('Split into {count} RUN instructions', { count: String(script.steps.length) });
  return [rewrite(title, [replace({ start: instruction.span.start, end: instruction.argsSpan.end }, runs)], false)];
};

/** What is written into the mount is gone with the command, so the next one would miss it. */
function isRepeatable({ name, value = '' }: Instruction['flags'][number]): boolean {
  return name !== 'mount' || !/(?:^|,)(?:type=tmpfs|rw|readwrite)(?:,|=|$)/.test(value);
}

/** This RUN and the next as one. */
export const planMerge: PlanRefactor = ({ file, instruction }) => {
  const next = findNext(file, instruction);
  const [first, second] = [readRunSteps(file, instruction), next && readRunSteps(file, next)];
  if (!next || !first || !second || first.join !== '&&' || second.join !== '&&') return [];
  if (!haveSameFlags(instruction, next) || first.steps.some(changesShell)) return [];
  const between = textOf(file.text, { start: instruction.argsSpan.end, end: next.span.start });
  const comments = between.split('\n').filter((line) => line.trim().startsWith('#'));
  const lines = [` && ${file.escape}`, ...comments.map((line) => line.trimEnd()), `${indentOf(file, instruction)}    `];
  const edit = replace({ start: instruction.argsSpan.end, end: next.argsSpan.start }, lines.join(lineBreakOf(file)));
  return [rewrite(message('Merge with the next RUN'), [edit], true)];
};

function findNext({ instructions }: Dockerfile, instruction: Instruction): Instruction | undefined {
  const next = instructions[instructions.indexOf(instruction) + 1];
  return next?.keyword === 'RUN' && instruction.keyword === 'RUN' ? next : undefined;
}

function haveSameFlags(a: Instruction, b: Instruction): boolean {
  const write = ({ flags }: Instruction): string =>
    JSON.stringify(flags.map(({ name, value }) => [name, value ?? null]));
  return write(a) === write(b) && a.flags.every(isRepeatable);
}
