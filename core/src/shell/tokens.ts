import { forEachChild, type SyntaxNode } from 'unbash';
import type { ShellToken, ShellTokenKind } from './model.ts';
import { readBetween } from './token-gaps.ts';
import { deepestSubstitution } from './tree.ts';

type Node<Type extends SyntaxNode['type']> = Extract<SyntaxNode, { type: Type }>;

/** A piece of the code that a node accounts for; what lies between such pieces are operators, keywords and comments. */
export interface CodePiece {
  readonly start: number;
  readonly end: number;
  /** Null for text that has no colour of its own, such as a path. */
  readonly kind: ShellTokenKind | null;
}

/** The tokens of a parsed script in source order. None overlap, and each stands on one line of its file in one piece. */
export function collectTokens(tree: SyntaxNode, code: string, offsetAt: (index: number) => number): ShellToken[] {
  const pieces: CodePiece[] = [];
  visit({ code, pieces, depth: 0 }, tree);
  pieces.sort((a, b) => a.start - b.start || a.end - b.end);
  const tokens: ShellToken[] = [];
  let at = 0;
  for (const piece of [...pieces, { start: code.length, end: code.length, kind: null }]) {
    if (piece.start < at) continue;
    for (const between of readBetween(code, at, piece.start)) place(tokens, between, { code, offsetAt });
    place(tokens, piece, { code, offsetAt });
    at = piece.end;
  }
  return tokens;
}

/** Cuts a piece wherever its file has a line break or a continuation in it. */
function place(
  tokens: ShellToken[],
  { start, end, kind }: CodePiece,
  { code, offsetAt }: { code: string; offsetAt: (index: number) => number },
): void {
  if (kind === null || end <= start) return;
  let from = start;
  const isWhole = offsetAt(end - 1) - offsetAt(start) === end - 1 - start;
  for (let at = start; at < end; at++) {
    const isBreak = code.charCodeAt(at) === 10 || code.charCodeAt(at) === 13;
    const isLast = at + 1 === end || (!isWhole && offsetAt(at + 1) !== offsetAt(at) + 1);
    if (!isBreak && !isLast) continue;
    const to = isBreak ? at : at + 1;
    if (to > from) tokens.push({ kind, span: { start: offsetAt(from), end: offsetAt(to - 1) + 1 } });
    from = at + 1;
  }
}

interface Painting {
  readonly code: string;
  readonly pieces: CodePiece[];
  /** How many substitutions stand around. */
  readonly depth: number;
}

function visit(painting: Painting, node: SyntaxNode): void {
  const kind = wholeKinds[node.type];
  if (kind !== undefined) {
    painting.pieces.push({ start: node.pos, end: node.end, kind });
    return;
  }
  switch (node.type) {
    case 'Command':
      return paintCommand(painting, node);
    case 'Word':
      return paintWord(painting, node, null);
    case 'Assignment':
      return paintAssignment(painting, node);
    case 'Function':
      paintWord(painting, node.name, 'command');
      return visit(painting, node.body);
    case 'For':
    case 'Select':
      return paintLoop(painting, node);
    case 'HereDoc':
      if (node.closing) painting.pieces.push({ start: node.closing.pos, end: node.closing.end, kind: 'delimiter' });
      return visitChildren(painting, node);
    default:
      return visitChildren(painting, node);
  }
}

/** Nodes that are painted as one piece, whatever stands in them. */
const wholeKinds: Partial<Readonly<Record<SyntaxNode['type'], ShellTokenKind | null>>> = {
  HereDocDelimiter: 'delimiter',
  HereDocBody: 'string',
  ArithmeticCommand: null,
  ArithmeticBinary: null,
  ArithmeticUnary: null,
  ArithmeticTernary: null,
  ArithmeticGroup: null,
  ArithmeticWord: null,
};

function visitChildren(painting: Painting, node: SyntaxNode): void {
  forEachChild(node, (child) => {
    visit(painting, child);
  });
}

function paintCommand(painting: Painting, node: Node<'Command'>): void {
  for (const part of node.prefix) visit(painting, part);
  if (node.name) paintWord(painting, node.name, 'command');
  for (const part of node.suffix) {
    if (part.type === 'Word') paintWord(painting, part, kindOfArgument(painting.code, part));
    else visit(painting, part);
  }
}

function kindOfArgument(code: string, { pos, end }: { pos: number; end: number }): ShellTokenKind | null {
  if (code.charAt(pos) === '-' && end - pos > 1) return 'option';
  return end - pos < 20 && /^\d+$/.test(code.slice(pos, end)) ? 'number' : null;
}

function paintAssignment(painting: Painting, node: Node<'Assignment'>): void {
  const nameEnd = node.pos + node.name.length;
  painting.pieces.push({ start: node.pos, end: nameEnd, kind: 'variable' });
  if (node.index) paintWord(painting, node.index, null);
  if (node.value.type === 'Word') paintWord(painting, node.value, null);
  else visitChildren(painting, node.value);
}

function paintLoop(painting: Painting, node: Node<'For'> | Node<'Select'>): void {
  paintWord(painting, node.name, 'variable');
  for (const word of node.wordlist ?? []) paintWord(painting, word, null);
  visit(painting, node.body);
}

type Part = NonNullable<Node<'Word'>['parts']>[number];

/** Paints a word: text that stands for itself in its own kind, quoted text and expansions in theirs. */
function paintWord(painting: Painting, { pos, end, parts }: Node<'Word'>, kind: ShellTokenKind | null): void {
  // `--file=name`: only the name of an option is one.
  const equals = kind === 'option' ? painting.code.slice(pos, end).indexOf('=') : -1;
  if (!parts) {
    painting.pieces.push({ start: pos, end: equals < 0 ? end : pos + equals, kind });
    if (equals >= 0) painting.pieces.push({ start: pos + equals, end, kind: null });
    return;
  }
  for (const part of parts) {
    const isBehind = equals >= 0 && part.pos > pos + equals;
    if (part.type !== 'Literal') paintPart(painting, part);
    else if (equals < 0 || part.end <= pos + equals) painting.pieces.push({ start: part.pos, end: part.end, kind });
    else if (isBehind) painting.pieces.push({ start: part.pos, end: part.end, kind: null });
    else {
      painting.pieces.push({ start: part.pos, end: pos + equals, kind });
      painting.pieces.push({ start: pos + equals, end: part.end, kind: null });
    }
  }
}

function paintPart(painting: Painting, part: Part): void {
  const { pieces } = painting;
  switch (part.type) {
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      pieces.push({ start: part.pos, end: part.end, kind: 'string' });
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      return paintQuoted(painting, part);
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'ArithmeticExpansion':
      pieces.push({ start: part.pos, end: part.end, kind: 'variable' });
      return;
    case 'CommandExpansion':
    case 'ProcessSubstitution':
      return paintSubstitution(painting, part);
    default:
      pieces.push({ start: part.pos, end: part.end, kind: null });
  }
}

/** The string around what is expanded in it. */
function paintQuoted(painting: Painting, quoted: Extract<Part, { type: 'DoubleQuoted' | 'LocaleString' }>): void {
  let at = quoted.pos;
  for (const part of quoted.parts) {
    if (part.type === 'Literal') continue;
    painting.pieces.push({ start: at, end: part.pos, kind: 'string' });
    paintPart(painting, part);
    at = part.end;
  }
  painting.pieces.push({ start: at, end: quoted.end, kind: 'string' });
}

function paintSubstitution(
  { code, pieces, depth }: Painting,
  part: Extract<Part, { type: 'CommandExpansion' | 'ProcessSubstitution' }>,
): void {
  const { pos, end } = part;
  const script = depth < deepestSubstitution ? part.script : undefined;
  // The places in a text that was decoded first are not those of the file.
  if (!script || typeof script.source === 'string') {
    pieces.push({ start: pos, end, kind: 'string' });
    return;
  }
  const opening = code.charAt(pos) === '`' ? 1 : 2;
  pieces.push({ start: pos, end: pos + opening, kind: 'operator' });
  visit({ code, pieces, depth: depth + 1 }, script);
  pieces.push({ start: end - 1, end, kind: 'operator' });
}
