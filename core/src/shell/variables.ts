import { forEachChild, type SyntaxNode } from 'unbash';
import type { Span } from '../text/index.ts';
import type { ShellVariable } from './model.ts';
import { parseTree } from './tree.ts';

type Node<Type extends SyntaxNode['type']> = Extract<SyntaxNode, { type: Type }>;

interface Search {
  readonly code: string;
  readonly offsetAt: (index: number) => number;
  readonly found: ShellVariable[];
  /** How many scripts in quotes (`sh -c '…'`) are around the one at hand. */
  readonly depth: number;
}

/**
 * Every variable that a script reads or sets, in source order. A script that is handed to another shell, as in
 * `sh -c 'echo $A'`, counts as a part of it: what that shell reads are the same environment variables.
 */
export function findShellVariables(
  tree: SyntaxNode,
  code: string,
  offsetAt: (index: number) => number,
): readonly ShellVariable[] {
  const search: Search = { code, offsetAt, found: [], depth: 0 };
  visit(search, tree);
  return search.found.sort((a, b) => a.nameSpan.start - b.nameSpan.start || a.span.start - b.span.start);
}

function visit(search: Search, node: SyntaxNode): void {
  switch (node.type) {
    case 'SimpleExpansion':
      return addUse(search, node, /^\$([A-Za-z_]\w*)/.exec(node.text)?.[1]);
    case 'ParameterExpansion':
      addParameter(search, node);
      break;
    case 'Assignment':
      add(search, node.name, { at: node.pos, write: true });
      break;
    case 'ArithmeticWord':
      addArithmetic(search, node);
      break;
    case 'For':
    case 'Select':
      add(search, node.name.text, { at: node.name.pos, write: true });
      break;
    case 'Command':
      visitArguments(search, node);
      break;
    case 'CommandExpansion':
      return visitSubstitution(search, node);
    default:
      break;
  }
  visitChildren(search, node);
}

function visitChildren(search: Search, node: SyntaxNode): void {
  forEachChild(node, (child) => {
    visit(search, child);
  });
}

function addUse(search: Search, node: Node<'SimpleExpansion'>, name: string | undefined): void {
  if (name !== undefined) add(search, name, { at: node.pos + 1, area: node });
}

function addParameter(search: Search, node: Node<'ParameterExpansion'>): void {
  const write = node.operation?.type === 'Default' && node.operation.operator.endsWith('=');
  add(search, node.parameter, { at: node.parameterPos, area: node, write });
}

/** `$((SIZE + 1))` reads SIZE without a dollar. */
function addArithmetic(search: Search, node: Node<'ArithmeticWord'>): void {
  if (!node.parts?.length) add(search, node.value, { at: node.pos });
}

/** A substitution in backticks with escapes is decoded before it is parsed: its positions are not those of the file. */
function visitSubstitution(search: Search, node: Node<'CommandExpansion'>): void {
  if (!node.script) return;
  if (node.script.source === undefined) return visit(search, node.script);
  addEscaped(search, node);
}

/** Names behind a dollar in text that is unwrapped once more before a shell reads it. */
function addEscaped(search: Search, { pos, end }: { readonly pos: number; readonly end: number }): void {
  for (const match of search.code.slice(pos, end).matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)) {
    const at = pos + match.index + match[0].length - (match[1]?.length ?? 0);
    add(search, match[1] ?? '', { at, area: { pos: pos + match.index, end: pos + match.index + match[0].length } });
  }
}

const namingCommands: ReadonlySet<string> = new Set([
  'declare',
  'export',
  'local',
  'printenv',
  'read',
  'readonly',
  'typeset',
  'unset',
]);
const readingCommands: ReadonlySet<string> = new Set(['printenv']);
const nestingCommands = /^(?:.*\/)?(?:sh|bash|ash|dash|zsh|ksh|su|runuser)$/;

/** What a command takes as the name of a variable, and scripts that it hands to another shell. */
function visitArguments(search: Search, { name, args }: Node<'Command'>): void {
  const command = name?.value ?? '';
  const words = args.filter((arg) => arg.type === 'Word');
  for (const [index, word] of words.entries()) visitArgument(search, { command, word, before: words[index - 1]?.text });
}

interface Argument {
  readonly command: string;
  readonly word: Node<'Word'>;
  readonly before: string | undefined;
}

function visitArgument(search: Search, { command, word, before = '' }: Argument): void {
  const { text, pos } = word;
  if (namingCommands.has(command)) add(search, text, { at: pos, write: !readingCommands.has(command) });
  else if (command === '[' || command === 'test') {
    if (before === '-v') add(search, text, { at: pos });
  } else if (command === 'env') addPair(search, text, pos);
  else if (command === 'envsubst') addEscaped(search, word);
  else if (command === 'eval' || (nestingCommands.test(command) && /^-[a-z]*c$/.test(before)))
    visitNested(search, word);
}

/** `env NAME=value command` */
function addPair(search: Search, text: string, at: number): void {
  const name = /^([A-Za-z_]\w*)=/.exec(text)?.[1];
  if (name !== undefined) add(search, name, { at, write: true });
}

const deepestNesting = 3;

function visitNested(search: Search, { pos, text, parts }: Node<'Word'>): void {
  const [only, ...others] = parts ?? [];
  if (!only || others.length > 0) return;
  if (only.type === 'DoubleQuoted') {
    // `\$NAME` is left for the inner shell.
    for (const part of only.parts) if (part.type === 'Literal' && part.text.includes('\\$')) addEscaped(search, part);
    return;
  }
  if (only.type !== 'SingleQuoted' || search.depth >= deepestNesting) return;
  const code = text.slice(1, -1);
  const offsetAt = (index: number): number => search.offsetAt(pos + 1 + index);
  const tree = parseTree(code);
  if (tree) visit({ code, offsetAt, found: search.found, depth: search.depth + 1 }, tree);
}

interface Where {
  /** Where the name begins. */
  readonly at: number;
  /** All of the expansion. */
  readonly area?: { readonly pos: number; readonly end: number };
  readonly write?: boolean;
}

function add({ offsetAt, found }: Search, name: string, { at, area, write = false }: Where): void {
  if (!/^[A-Za-z_]\w*$/.test(name)) return;
  const nameSpan = spanOf(offsetAt, at, at + name.length);
  found.push({ name, nameSpan, span: area ? spanOf(offsetAt, area.pos, area.end) : nameSpan, write });
}

function spanOf(offsetAt: (index: number) => number, start: number, end: number): Span {
  return { start: offsetAt(start), end: end > start ? offsetAt(end - 1) + 1 : offsetAt(start) };
}
