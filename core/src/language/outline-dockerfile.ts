import type { Assignment, Dockerfile, Heredoc, Instruction, Keyword, Stage } from '../dockerfile/index.ts';
import type { OutlineSymbol, SymbolKind } from './model.ts';
import { findClosing } from './name-heredocs.ts';

/** Stages with their instructions; below those what they declare, and their heredocs. */
export function outlineDockerfile(file: Dockerfile): OutlineSymbol[] {
  const { text } = file;
  const before = file.instructions.filter(({ stage, keyword }) => stage === null && keyword !== null);
  return [
    ...before.map((instruction) => outlineInstruction(text, instruction)),
    ...file.stages.map((stage) => outlineStage(text, stage)),
  ];
}

function outlineStage(text: string, stage: Stage): OutlineSymbol {
  const { name, image, from, instructions, span } = stage;
  const inside = instructions.filter((each) => each !== from && each.keyword !== null);
  const last = inside.at(-1)?.span.end ?? from.span.end;
  return {
    name: name?.value ?? image?.raw ?? 'FROM',
    detail: name ? (image?.raw ?? '') : '',
    kind: 'stage',
    span: { start: from.span.start, end: Math.max(last, span.end) },
    nameSpan: name?.span ?? image?.span ?? from.keywordSpan,
    children: inside.map((instruction) => outlineInstruction(text, instruction)),
  };
}

const kinds: Readonly<Partial<Record<Keyword, SymbolKind>>> = {
  ADD: 'copy',
  ARG: 'argument',
  CMD: 'command',
  COPY: 'copy',
  ENTRYPOINT: 'command',
  ENV: 'variable',
  HEALTHCHECK: 'command',
  LABEL: 'label',
  RUN: 'command',
};

function outlineInstruction(text: string, outer: Instruction): OutlineSymbol {
  const isTrigger = outer.keyword === 'ONBUILD' && outer.inner !== null;
  const instruction = isTrigger ? (outer.inner ?? outer) : outer;
  const { keyword, keywordText, assignments } = instruction;
  const kind = (keyword === null ? undefined : kinds[keyword]) ?? 'instruction';
  const [only, ...others] = assignments;
  const names = assignments.map(({ name }) => name.value).join(' ');
  const title = only ? `${keywordText} ${names}` : keywordText;
  const children = outer.heredocs.map((heredoc) => outlineHeredoc(text, heredoc));
  return {
    name: isTrigger ? `${outer.keywordText} ${title}` : title,
    detail: only ? (others.length === 0 ? shorten(only.value?.value ?? '') : '') : summarise(instruction),
    kind,
    span: outer.span,
    nameSpan: outer.keywordSpan,
    children: others.length === 0 ? children : assignments.map((assignment) => outlineAssignment(assignment, kind)),
  };
}

function outlineAssignment({ name, value, span }: Assignment, kind: SymbolKind): OutlineSymbol {
  const detail = shorten(value?.value ?? '');
  return { name: name.value === '' ? '?' : name.value, detail, kind, span, nameSpan: name.span, children: [] };
}

function outlineHeredoc(text: string, heredoc: Heredoc): OutlineSymbol {
  const { name, nameSpan, bodySpan, body } = heredoc;
  const end = findClosing(text, heredoc)?.end ?? Math.max(nameSpan.end, bodySpan.end);
  return {
    name,
    detail: shorten(body.trimStart().split('\n', 1)[0] ?? ''),
    kind: 'heredoc',
    span: { start: nameSpan.start, end },
    nameSpan,
    children: [],
  };
}

const longestDetail = 60;

function summarise({ code, keywordText }: Instruction): string {
  return shorten(code.slice(keywordText.length));
}

/** One line of it; what lies far behind is not even looked at. */
function shorten(text: string): string {
  const line = text
    .slice(0, longestDetail * 100)
    .trim()
    .replace(/\s+/g, ' ');
  return line.length > longestDetail ? `${line.slice(0, longestDetail)}…` : line;
}
