import {
  findBodyVariables,
  findVariables,
  type Assignment,
  type Dockerfile,
  type Heredoc,
  type Instruction,
} from '../dockerfile/index.ts';
import { parseShell } from '../shell/index.ts';
import type { Span } from '../text/index.ts';
import { splitMount } from './flag-places.ts';

/** A place where an instruction reads a variable, or sets one of its shell. */
export interface VariablePlace {
  readonly name: string;
  /** The name alone. */
  readonly span: Span;
  /** `$NAME` or `${NAME…}`. */
  readonly area: Span;
  readonly write: boolean;
}

/** What the builder itself fills in. */
export function findBuilderUses(instruction: Instruction, { escape }: Dockerfile): readonly VariablePlace[] {
  const { keyword, heredocs } = instruction;
  const bodies = keyword === 'COPY' || keyword === 'ADD' ? heredocs.flatMap(findBodyVariables) : [];
  return [...findVariables(instruction, escape), ...bodies].map(({ name, nameSpan, span }) => ({
    name,
    span: nameSpan,
    area: span,
    write: false,
  }));
}

/** What the shell that runs an instruction fills in: in its script, in heredocs, in the script of an exec form. */
export function findShellUses(instruction: Instruction, text: string): readonly VariablePlace[] {
  const { keyword } = instruction;
  if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') return [];
  const secrets = findSecretVariables(instruction);
  const uses = findAllShellUses(instruction, text);
  return secrets.size === 0 ? uses : uses.filter(({ name }) => !secrets.has(name));
}

/** Variables that hold a secret for this one command (`--mount=type=secret,env=TOKEN`), whatever else has their name. */
export function findSecretVariables({ flags }: Instruction): ReadonlySet<string> {
  const mounts = flags.filter(({ name, value }) => name === 'mount' && value?.includes('env='));
  const keys = mounts.flatMap(({ value }) => splitMount(value ?? '')).filter(({ key }) => key === 'env');
  return new Set(keys.map(({ value }) => value ?? ''));
}

function findAllShellUses(instruction: Instruction, text: string): readonly VariablePlace[] {
  const { heredocs, json } = instruction;
  if (json) return findInExecForm(instruction, text);
  const script = instruction.script();
  const variables = script?.variables() ?? [];
  return [
    ...variables.map(({ name, nameSpan, span, write }) => ({ name, span: nameSpan, area: span, write })),
    ...heredocs.flatMap((heredoc) => (isExpandedByShell(instruction, heredoc) ? findInBody(heredoc) : [])),
    ...(script ? [] : findForeign(text, instruction.argsSpan)),
    ...(script ? [] : heredocs.flatMap(({ bodySpan }) => findForeign(text, bodySpan))),
  ];
}

/** True for the heredoc of `RUN cat <<EOF`; that of `RUN <<EOF` is the script itself, or a program for another language. */
function isExpandedByShell(instruction: Instruction, { bodySpan }: Heredoc): boolean {
  const script = instruction.script();
  return script !== null && script.span.start !== bodySpan.start;
}

function findInBody(heredoc: Heredoc): VariablePlace[] {
  return findBodyVariables(heredoc).map(({ name, nameSpan, span }) => ({
    name,
    span: nameSpan,
    area: span,
    write: false,
  }));
}

/** `RUN ["sh", "-c", "echo $A"]` */
function findInExecForm({ json }: Instruction, text: string): VariablePlace[] {
  const words = json ?? [];
  return words.flatMap(({ span, raw, value }, index): VariablePlace[] => {
    const isAfterOption = /^-[a-z]*c$|^-Command$/i.test(words[index - 1]?.value ?? '');
    if (!isAfterOption || text.slice(span.start, span.end) !== raw) return [];
    const inside = { start: span.start + 1, end: span.end - 1 };
    if (raw.slice(1, -1) !== value) return findPlain(text, inside);
    const found = parseShell(value, inside.start).variables();
    return [
      ...found.map(({ name, nameSpan, span: area, write }) => ({ name, span: nameSpan, area, write })),
      ...findForeign(text, inside),
    ];
  });
}

/** In a string with escapes of JSON in it: names behind a dollar. */
function findPlain(text: string, area: Span): VariablePlace[] {
  return findByPattern(text, area, /(?<!\\)\$\{?[#!]?([A-Za-z_]\w*)/g);
}

/** PowerShell's `$env:NAME` and `${env:NAME}`, and cmd's `%NAME%`. */
function findForeign(text: string, area: Span): VariablePlace[] {
  return [
    ...findByPattern(text, area, /\$\{?env:([A-Za-z_]\w*)/gi),
    ...findByPattern(text, area, /%([A-Za-z_]\w*)(?=%)/g),
  ];
}

function findByPattern(text: string, area: Span, pattern: RegExp): VariablePlace[] {
  return [...text.slice(area.start, area.end).matchAll(pattern)].map((match) => {
    const name = match[1] ?? '';
    const start = area.start + match.index;
    const end = start + match[0].length;
    return { name, span: { start: end - name.length, end }, area: { start, end }, write: false };
  });
}

/** True for a name without variables in it. */
export function isPlainName({ name }: Assignment): boolean {
  return name.value !== '' && !/[$\s]/.test(name.raw);
}
