import { forEachChild, type SyntaxNode } from 'unbash';
import type { Span } from '../text/index.ts';
import type { ShellCommand } from './model.ts';
import { deepestSubstitution } from './tree.ts';
import { toShellWord } from './word.ts';

type Node<Type extends SyntaxNode['type']> = Extract<SyntaxNode, { type: Type }>;

/** Flattens a syntax tree into its simple commands, in source order. */
export function flattenCommands(
  tree: SyntaxNode,
  code: string,
  offsetAt: (index: number) => number,
): { readonly commands: readonly ShellCommand[]; readonly complete: boolean } {
  const walk: Walk = {
    code,
    offsetAt,
    commands: [],
    after: null,
    hasBefore: false,
    place: null,
    pipelines: 0,
    fixed: null,
    depth: 0,
    isComplete: true,
  };
  visit(walk, tree);
  return { commands: walk.commands, complete: walk.isComplete };
}

interface Walk {
  readonly code: string;
  readonly offsetAt: (index: number) => number;
  readonly commands: ShellCommand[];
  /** How the next command follows the one before it. */
  after: ShellCommand['after'];
  /** False until the script at hand has its first command: that one follows nothing. */
  hasBefore: boolean;
  /** The pipeline that the next command is a part of, when a compound command is one. */
  place: Place | null;
  pipelines: number;
  /** Set inside a backtick substitution that was decoded first: its positions are not those of the file. */
  fixed: Span | null;
  /** How many substitutions stand around. */
  depth: number;
  isComplete: boolean;
}

interface Place {
  readonly pipeline: number;
  readonly position: number;
  readonly pipe: Span | null;
}

function visit(walk: Walk, node: SyntaxNode): void {
  switch (node.type) {
    case 'Script':
      if (hasErrors(node)) walk.isComplete = false;
      return visitChildren(walk, node);
    case 'Statement':
      if (walk.hasBefore) walk.after ??= ';';
      return visit(walk, node.command);
    case 'AndOr':
      return visitAndOr(walk, node);
    case 'Pipeline':
      return visitPipeline(walk, node);
    case 'Command':
      return visitCommand(walk, node);
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticCommandExpansion':
      if (node.script) visitApart(walk, node.script, node);
      return;
    default:
      return visitChildren(walk, node);
  }
}

function hasErrors(script: Node<'Script'>): boolean {
  return 'errors' in script && (script.errors?.length ?? 0) > 0;
}

function visitChildren(walk: Walk, node: SyntaxNode): void {
  forEachChild(node, (child) => {
    visit(walk, child);
  });
}

function visitAndOr(walk: Walk, { commands, operators }: Node<'AndOr'>): void {
  for (const [index, part] of commands.entries()) {
    const operator = operators[index - 1];
    if (operator) walk.after = operator;
    visit(walk, part);
  }
}

function visitPipeline(walk: Walk, { commands }: Node<'Pipeline'>): void {
  const outer = walk.place;
  // `! cmd` is a pipeline of one, and stays where it stands.
  const isReal = commands.length > 1 || !outer;
  const pipeline = isReal ? walk.pipelines++ : outer.pipeline;
  for (const [position, part] of commands.entries()) {
    const before = commands[position - 1];
    if (isReal) walk.place = { pipeline, position, pipe: before ? findPipe(walk, before.end, part.pos) : null };
    if (before) walk.after = '|';
    visit(walk, part);
  }
  walk.place = outer;
}

function findPipe(walk: Walk, from: number, to: number): Span | null {
  const at = walk.fixed ? -1 : walk.code.slice(from, to).indexOf('|');
  return at < 0 ? null : spanOf(walk, from + at, from + at + 1);
}

function visitCommand(walk: Walk, node: Node<'Command'>): void {
  const toSpan = (start: number, end: number): Span => spanOf(walk, start, end);
  const { pipeline, position, pipe } = walk.place ?? { pipeline: walk.pipelines++, position: 0, pipe: null };
  walk.commands.push({
    span: toSpan(node.pos, node.end),
    name: node.name ? toShellWord(node.name, toSpan) : null,
    args: node.args.map((word) => toShellWord(word, toSpan)),
    assignments: node.prefix.flatMap((part) => (part.type === 'Assignment' ? toShellWord(part, toSpan) : [])),
    pipeline,
    pipelinePosition: position,
    pipe,
    after: walk.after,
  });
  walk.after = null;
  walk.hasBefore = true;
  const outer = walk.place;
  walk.place = null;
  visitChildren(walk, node);
  walk.place = outer;
}

/** A substitution is a script of its own; the one around it goes on where it was. */
function visitApart(walk: Walk, script: SyntaxNode, around: { readonly pos: number; readonly end: number }): void {
  const { after, hasBefore, place, fixed } = walk;
  if (walk.depth >= deepestSubstitution) {
    walk.isComplete = false;
    return;
  }
  walk.depth++;
  if ('source' in script && typeof script.source === 'string') walk.fixed = spanOf(walk, around.pos, around.end);
  walk.after = null;
  walk.hasBefore = false;
  walk.place = null;
  visit(walk, script);
  walk.depth--;
  Object.assign(walk, { after, hasBefore, place, fixed });
}

function spanOf({ fixed, offsetAt }: Walk, start: number, end: number): Span {
  if (fixed) return fixed;
  const from = offsetAt(start);
  return { start: from, end: end > start ? offsetAt(end - 1) + 1 : from };
}
