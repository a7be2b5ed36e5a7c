import type { ComposeNode, MapEntry } from '../compose/index.ts';
import type { Dockerfile, Instruction, Word } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { contains, touches, type Span } from '../text/index.ts';
import { locateValue, splitMount } from './flag-places.ts';
import { lineAround, near } from './lines.ts';
import { findClosing } from './name-heredocs.ts';
import { insideQuotes } from './name-stages.ts';
import { findBuilderUses, findShellUses } from './variable-uses.ts';

/**
 * What a selection at an offset grows to, the smallest first: word, argument, flag or assignment, command, instruction,
 * stage, file; in Compose the value and the mappings around it.
 */
export function findSelections(document: SourceDocument, offset: number): readonly Span[] {
  const { text } = document;
  const found = [wordAt(text, offset), ...selectInside(document, offset), { start: 0, end: text.length }];
  return nest(found.filter((span) => touches(span, offset)));
}

function selectInside(document: SourceDocument, offset: number): Span[] {
  switch (document.language) {
    case 'dockerfile':
      return selectInDockerfile(document.model, offset);
    case 'compose':
      return selectInCompose(document.model.root, offset);
    case 'dockerignore':
      return [];
  }
}

/** Keeps what lies around each other, from the inside out. */
function nest(spans: Span[]): Span[] {
  const size = ({ start, end }: Span): number => end - start;
  const kept: Span[] = [];
  for (const span of spans.sort((a, b) => size(a) - size(b))) {
    const last = kept.at(-1);
    if (size(span) > 0 && (!last || (contains(span, last) && size(span) > size(last)))) kept.push(span);
  }
  return kept;
}

/** Letters, digits and `_` around an offset, not further than a line may sensibly be long. */
function wordAt(text: string, offset: number): Span {
  const line = lineAround(text, offset);
  const { start, end } = near(line, offset);
  const before = /\w*$/.exec(text.slice(start, offset))?.[0].length ?? 0;
  const after = /^\w*/.exec(text.slice(offset, end))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}

function selectInDockerfile(file: Dockerfile, offset: number): Span[] {
  const comment = file.comments.find(({ span }) => touches(span, offset));
  const directive = file.directives.find(({ span }) => touches(span, offset));
  const outer = file.instructions.find(({ span }) => touches(span, offset));
  const stage = file.stages.find(({ span }) => touches(span, offset));
  return [
    ...(comment ? [comment.span] : []),
    ...(directive ? [directive.nameSpan, directive.valueSpan, directive.span] : []),
    ...(outer ? selectInInstruction(file, outer, offset) : []),
    ...(stage ? [stage.span] : []),
  ];
}

function selectInInstruction(file: Dockerfile, instruction: Instruction, offset: number): Span[] {
  const { keywordSpan, argsSpan, span, args, assignments, inner } = instruction;
  const around = near(span, offset);
  const uses = [...findBuilderUses(instruction, file), ...findShellUses(instruction, file.text)];
  return [
    span,
    keywordSpan,
    argsSpan,
    ...uses.filter(({ area }) => contains(around, area)).flatMap(({ span: name, area }) => [name, area]),
    ...args.flatMap(selectWord),
    ...assignments.flatMap((each) => [
      each.span,
      ...selectWord(each.name),
      ...(each.value ? selectWord(each.value) : []),
    ]),
    ...selectFlags(instruction),
    ...selectInScript(instruction),
    ...selectInHeredocs(file.text, instruction, offset),
    ...(inner ? selectInInstruction(file, inner, offset) : []),
  ];
}

function selectWord(word: Word): Span[] {
  return [word.span, insideQuotes(word)];
}

function selectFlags(instruction: Instruction): Span[] {
  return instruction.flags.flatMap((flag) => {
    const { span, nameSpan, valueSpan, name } = flag;
    const located = name === 'mount' ? locateValue(instruction, flag) : undefined;
    const parts = (located ? splitMount(located.value) : []).flatMap(({ start, end, valueStart }) =>
      located ? [located.spanOf(start, end), located.spanOf(valueStart, end)] : [],
    );
    return [span, nameSpan, ...(valueSpan ? [valueSpan] : []), ...parts];
  });
}

/** Words, commands, and those that a pipe joins. */
function selectInScript(instruction: Instruction): Span[] {
  const script = instruction.script();
  if (!script) return [];
  const pipelines = new Map<number, Span>();
  for (const { pipeline, span } of script.commands) {
    const first = pipelines.get(pipeline) ?? span;
    pipelines.set(pipeline, { start: Math.min(first.start, span.start), end: Math.max(first.end, span.end) });
  }
  const words = script.commands.flatMap(({ span, name, args, assignments }) => [
    span,
    ...[...(name ? [name] : []), ...args, ...assignments].map((word) => word.span),
  ]);
  return [script.span, ...pipelines.values(), ...words];
}

/** The delimiter, the line in the text, the text, and all of it. */
function selectInHeredocs(text: string, { heredocs }: Instruction, offset: number): Span[] {
  return heredocs.flatMap((heredoc) => {
    const { nameSpan, bodySpan } = heredoc;
    const close = findClosing(text, heredoc);
    const isInside = bodySpan.start <= offset && offset < bodySpan.end;
    return [
      nameSpan,
      bodySpan,
      ...(isInside ? [lineAround(text, offset)] : []),
      ...(close ? [close, { start: bodySpan.start, end: close.end }] : []),
    ];
  });
}

function selectInCompose(root: ComposeNode | null, offset: number): Span[] {
  const found: Span[] = [];
  let node: ComposeNode | null | undefined = root;
  while (node) {
    found.push(node.span);
    if (node.origin !== null || node.kind === 'scalar') break;
    if (node.kind === 'seq') {
      node = node.items.find(({ span }) => touches(span, offset));
      continue;
    }
    const entry: MapEntry | undefined = node.entries.find(({ merged, span }) => !merged && touches(span, offset));
    if (entry) found.push(entry.span, entry.keySpan);
    node = entry?.value;
  }
  return found;
}
