import type { Assignment, Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix, type RunScript } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { remove, type Span } from '../../text/index.ts';
import { beginsLine } from '../shared/lines.ts';
import { tlsVariables } from '../shared/tls.data.ts';

const messages = {
  image: '`{name}` switches the check of certificates off, in the build and in every container of this image.',
  build: '`{name}` switches the check of certificates off: whoever is on the way decides what arrives.',
  drop: 'Delete {name}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/tls-verification-disabled-env',
  kind: 'security',
  severity: 'error',
  refs: { checkov: ['CKV2_DOCKER_5', 'CKV2_DOCKER_6', 'CKV2_DOCKER_12', 'CKV2_DOCKER_14', 'CKV2_DOCKER_16'] },
  title: 'Set no variable that switches the check of certificates off',
  why: 'Such a variable holds for every program that reads it. Written by ENV it goes into the image, and the application talks to everybody who claims to be its server.',
  source: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue',
  bad: 'FROM node:24\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n',
  good: 'FROM node:24\nENV NODE_EXTRA_CA_CERTS=/etc/ssl/own-ca.pem\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile({ instructions, text }: Dockerfile, ctx: Context): void {
  for (const instruction of instructions) {
    const { keyword } = instruction.inner ?? instruction;
    if (keyword === 'ENV' || keyword === 'ARG') checkAssignments(instruction.inner ?? instruction, ctx);
  }
  // Most files name none of them, and need no look at their scripts.
  if (anyVariable.test(text)) for (const run of ctx.calls.runs) checkRun(run, ctx);
}

const anyVariable = new RegExp([...tlsVariables.keys()].join('|'), 'i');

function checkAssignments(instruction: Instruction, ctx: Context): void {
  for (const [index, { name, value, span }] of instruction.assignments.entries()) {
    if (!value || !switchesOff(name.value, value.value)) continue;
    ctx.report({
      at: span,
      message: instruction.keyword === 'ENV' ? 'image' : 'build',
      data: { name: name.value },
      fix: planDrop(instruction, index, ctx.text),
    });
  }
}

/** npm reads its variables in lower case too. */
function switchesOff(name: string, value: string): boolean {
  const isNpm = /^npm_config_/i.test(name);
  return tlsVariables.get(isNpm ? name.toUpperCase() : name)?.test(value) ?? false;
}

function planDrop(instruction: Instruction, index: number, text: string): ReportedFix<Messages> | undefined {
  const area = findArea(instruction, index, text);
  const name = instruction.assignments[index]?.name.value ?? '';
  return area && { title: 'drop', data: { name }, edits: [remove(area)], safe: false };
}

function findArea(instruction: Instruction, index: number, text: string): Span | undefined {
  const { assignments, span } = instruction;
  const own = assignments[index];
  const before: Assignment | undefined = assignments[index - 1];
  const after: Assignment | undefined = assignments[index + 1];
  if (!own) return undefined;
  if (before) return { start: before.span.end, end: own.span.end };
  if (after) return { start: own.span.start, end: after.span.start };
  if (!beginsLine(instruction, text)) return undefined;
  const lineEnd = text.indexOf('\n', span.end);
  return { start: span.start, end: lineEnd < 0 ? span.end : lineEnd + 1 };
}

/** `NAME=0 cmd`, `export NAME=0`, `env NAME=0 cmd` */
function checkRun({ script }: RunScript, ctx: Context): void {
  for (const { name, args, assignments } of script.commands) {
    const words = /^(export|env|declare|sudo)$/.test(name?.value ?? '') ? [...assignments, ...args] : assignments;
    for (const word of words) checkWord(word, ctx);
  }
}

function checkWord({ value, span }: ShellWord, ctx: Context): void {
  const at = value.indexOf('=');
  const name = value.slice(0, at);
  if (at > 0 && switchesOff(name, value.slice(at + 1))) ctx.report({ at: span, message: 'build', data: { name } });
}
