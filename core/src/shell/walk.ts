import { forEachChild, type SyntaxNode } from 'unbash';
import type { Span } from '../text/index.ts';
import type { ShellCommand } from './model.ts';
import { toShellWord, type SpanOf } from './word.ts';

type Node<Type extends SyntaxNode['type']> = Extract<SyntaxNode, { type: Type }>;

/** Where the command that comes next stands. */
interface Place {
  readonly pipeline: number;
  readonly position: number;
  readonly pipe: Span | null;
}

export interface Walker {
  readonly commands: ShellCommand[];
  visit(node: SyntaxNode): void;
  isComplete(): boolean;
}

/** Flattens a syntax tree into its simple commands, in source order. */
export function createWalker(code: string, offsetAt: (index: number) => number): Walker {
  const commands: ShellCommand[] = [];
  let after: ShellCommand['after'] = null;
  let pipelines = 0;
  let place: Place | null = null;
  let isComplete = true;
  /** Set inside a backtick substitution that was decoded first: its positions are not those of the file. */
  let fixed: Span | null = null;

  const spanOf: SpanOf = (start, end) => {
    if (fixed) return fixed;
    const from = offsetAt(start);
    return { start: from, end: end > start ? offsetAt(end - 1) + 1 : from };
  };

  function visit(node: SyntaxNode): void {
    switch (node.type) {
      case 'Script':
        return visitScript(node);
      case 'Command':
        return visitCommand(node);
      case 'Pipeline':
        return visitPipeline(node);
      case 'AndOr':
        return visitAndOr(node);
      case 'Statement':
        after ??= commands.length > 0 && hasBefore ? ';' : null;
        visit(node.command);
        hasBefore = true;
        return;
      case 'CommandExpansion':
      case 'ProcessSubstitution':
        return visitSubstitution(node);
      case 'ArithmeticCommandExpansion':
        if (node.script) visitApart(node.script, node);
        return;
      default:
        forEachChild(node, visit);
    }
  }

  /** False until the script at hand has its first command: that one follows nothing. */
  let hasBefore = false;

  function visitScript(node: Node<'Script'>): void {
    if ('errors' in node && node.errors && node.errors.length > 0) isComplete = false;
    forEachChild(node, visit);
  }

  function visitAndOr({ commands: parts, operators }: Node<'AndOr'>): void {
    for (const [index, part] of parts.entries()) {
      const operator = operators[index - 1];
      if (operator) after = operator;
      visit(part);
    }
  }

  function visitPipeline({ commands: parts }: Node<'Pipeline'>): void {
    const outer = place;
    const pipeline = parts.length > 1 || !outer ? pipelines++ : outer.pipeline;
    for (const [position, part] of parts.entries()) {
      const before = parts[position - 1];
      const pipe = before ? findPipe(before.end, part.pos) : null;
      if (parts.length > 1 || !outer) place = { pipeline, position, pipe };
      if (before) after = '|';
      visit(part);
    }
    place = outer;
  }

  function findPipe(from: number, to: number): Span | null {
    const at = fixed ? -1 : code.slice(from, to).indexOf('|');
    return at < 0 ? null : spanOf(from + at, from + at + 1);
  }

  function visitCommand(node: Node<'Command'>): void {
    const { pipeline, position, pipe } = place ?? { pipeline: pipelines++, position: 0, pipe: null };
    const words = node.args.map((word) => toShellWord(word, spanOf));
    commands.push({
      span: spanOf(node.pos, node.end),
      name: node.name ? toShellWord(node.name, spanOf) : null,
      args: words,
      assignments: node.prefix.flatMap((part) => (part.type === 'Assignment' ? toShellWord(part, spanOf) : [])),
      pipeline,
      pipelinePosition: position,
      pipe,
      after,
    });
    after = null;
    hasBefore = true;
    const outer = place;
    place = null;
    forEachChild(node, visit);
    place = outer;
  }

  function visitSubstitution(node: Node<'CommandExpansion'> | Node<'ProcessSubstitution'>): void {
    if (node.script) visitApart(node.script, node);
  }

  /** A substitution is a script of its own; the one around it goes on where it was. */
  function visitApart(script: SyntaxNode, around: { readonly pos: number; readonly end: number }): void {
    const outer = { after, place, fixed, hasBefore };
    if ('source' in script && typeof script.source === 'string') fixed = spanOf(around.pos, around.end);
    after = null;
    place = null;
    hasBefore = false;
    visit(script);
    ({ after, place, fixed, hasBefore } = outer);
  }

  return { commands, visit, isComplete: () => isComplete };
}
