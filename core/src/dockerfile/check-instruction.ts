import type { Span } from '../text/index.ts';
import { checkHealthcheck } from './check-healthcheck.ts';
import { checkRunFlags } from './check-mounts.ts';
import { parseHeredocWord } from './heredocs.ts';
import { readJsonStrings } from './json-form.ts';
import type { Instruction, Keyword } from './model.ts';
import type { Report } from './problems.ts';

type Check = (instruction: Instruction, report: Report) => void;

const checks: Readonly<Partial<Record<Keyword, Check>>> = {
  ADD: checkCopy,
  ARG: checkAssignments,
  COPY: checkCopy,
  ENV: checkAssignments,
  EXPOSE: needArguments,
  FROM: checkFrom,
  HEALTHCHECK: checkHealthcheck,
  LABEL: checkAssignments,
  MAINTAINER: needArgument,
  ONBUILD: checkOnbuild,
  RUN: checkRunFlags,
  SHELL: checkShell,
  STOPSIGNAL: needArgument,
  USER: needArgument,
  VOLUME: checkVolume,
  WORKDIR: needArgument,
};

/** Reports what is wrong with one instruction, whatever stands around it. */
export function checkInstruction(instruction: Instruction, report: Report): void {
  if (instruction.keyword !== null) checks[instruction.keyword]?.(instruction, report);
}

/** Where a missing argument is to be reported. */
function placeOf({ keywordSpan }: Instruction): Span {
  return keywordSpan;
}

function needArguments(instruction: Instruction, report: Report): void {
  const { keyword, args } = instruction;
  if (args.length === 0) report('missing-arguments', placeOf(instruction), { keyword: keyword ?? '' });
}

function needArgument(instruction: Instruction, report: Report): void {
  const { keyword, args } = instruction;
  if (args.length === 0) report('missing-argument', placeOf(instruction), { keyword: keyword ?? '' });
}

function checkCopy(instruction: Instruction, report: Report): void {
  const { keyword, args, json } = instruction;
  if (args.length < 2) {
    if (!isRefusedJson(instruction)) report('missing-destination', placeOf(instruction), { keyword: keyword ?? '' });
    return;
  }
  const last = args.at(-1);
  const heredoc = last && parseHeredocWord(json ? last.value : last.raw);
  if (heredoc && heredoc !== 'broken') report('heredoc-as-destination', last.span, { keyword: keyword ?? '' });
}

/** An array that is refused for what it holds needs no second complaint about what it lacks. */
function isRefusedJson({ json, code, span, argsSpan }: Instruction): boolean {
  return (
    json === null &&
    readJsonStrings(code.slice(argsSpan.start - span.start, argsSpan.end - span.start)) === 'not-strings'
  );
}

function checkAssignments(instruction: Instruction, report: Report): void {
  const { keyword, assignments, args } = instruction;
  if (args.length === 0) report('missing-arguments', placeOf(instruction), { keyword: keyword ?? '' });
  for (const { name, span } of assignments) {
    if (name.raw === '') report('blank-name', span, { keyword: keyword ?? '' });
  }
}

function checkFrom({ args, keywordSpan, argsSpan }: Instruction, report: Report): void {
  const [, as, name] = args;
  if (args.length === 3 && as?.raw.toLowerCase() === 'as') {
    if (name && !/^[a-z][a-z0-9-_.]*$/.test(name.raw.toLowerCase())) {
      report('invalid-stage-name', name.span, { name: name.raw });
    }
  } else if (args.length !== 1) report('invalid-from', args.length === 0 ? keywordSpan : argsSpan);
}

function checkOnbuild(instruction: Instruction, report: Report): void {
  const { inner } = instruction;
  if (!inner) {
    report('missing-arguments', placeOf(instruction), { keyword: 'ONBUILD' });
    return;
  }
  const trigger = inner.keyword;
  if (trigger === 'ONBUILD' || trigger === 'FROM' || trigger === 'MAINTAINER') {
    report('onbuild-trigger-invalid', inner.keywordSpan, { keyword: trigger });
  }
}

function checkShell(instruction: Instruction, report: Report): void {
  const { json, args } = instruction;
  if (json ? json.length === 0 : args.length === 0) {
    report('missing-arguments', placeOf(instruction), { keyword: 'SHELL' });
  } else if (!json && !isRefusedJson(instruction)) report('shell-not-json', instruction.argsSpan);
}

function checkVolume(instruction: Instruction, report: Report): void {
  if (!isRefusedJson(instruction)) needArguments(instruction, report);
  for (const { value, span } of instruction.args) if (value.trim() === '') report('blank-volume', span);
}
