import { DockerfileParser, ModifiableInstruction, type Instruction as Lexed } from 'dockerfile-ast';
import type { RawFlag } from './flags.ts';
import type { RawWord } from './words.ts';

/** One line cut into its parts; indices into the line. */
export interface LexedLine {
  readonly keywordEnd: number;
  readonly flags: readonly RawFlag[];
  /** Where the arguments begin: at the end of the line when there are none. */
  readonly rest: number;
  readonly words: readonly RawWord[];
}

/** What the library and the builder read alike: no quotes, escapes, JSON, heredocs, comments, and plain blanks only. */
const plainLine = /^[A-Za-z]+(?: [\w.,:;/@=+*%!?~^&|()${}-]+)*$/;
/** The library takes some 0.4 µs for each character, so a long script is left to our own code. */
const longestLine = 400;

/**
 * Cuts a plain line with `dockerfile-ast`; `offset` is added to all indices. Undefined where that library departs from BuildKit, or might: such lines
 * are cut by our own code (`flags.ts`, `words.ts`), and a test holds the two against each other.
 */
export function lexPlainLine(line: string, offset = 0): LexedLine | undefined {
  if (line.length > longestLine || !plainLine.test(line) || / --(?: |$)/.test(line)) return undefined;
  try {
    const [instruction, ...others] = DockerfileParser.parse(line).getInstructions();
    return instruction && others.length === 0 ? readLexed(line, offset, instruction) : undefined;
  } catch {
    return undefined;
  }
}

function readLexed(line: string, offset: number, instruction: Lexed): LexedLine | undefined {
  const cut = ({ start, end }: { start: { character: number }; end: { character: number } }): RawWord => ({
    text: line.slice(start.character, end.character),
    start: offset + start.character,
    end: offset + end.character,
  });
  const lexedFlags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  const flags = lexedFlags.map((flag) => cut(flag.getRange()));
  const from = flags.at(-1)?.end ?? 0;
  const words = instruction
    .getArguments()
    .map((argument) => cut(argument.getRange()))
    .filter(({ start }) => start >= from);
  // Only some instructions have flags for the library; for the builder all have.
  if (words[0]?.text.startsWith('--')) return undefined;
  const keywordEnd = offset + instruction.getInstructionRange().end.character;
  // Some instructions have flags behind an argument for the library, which then leaves that argument out.
  if (!areSideBySide([...flags, ...words], { from: keywordEnd, to: offset + line.length })) return undefined;
  return { keywordEnd, flags, rest: words[0]?.start ?? offset + line.length, words };
}

/** True when the pieces make up all of a plain line: one blank in front of each, and nothing left over. */
function areSideBySide(pieces: readonly RawWord[], { from, to }: { from: number; to: number }): boolean {
  let at = from;
  for (const { start, end } of pieces) {
    if (start !== at + 1) return false;
    at = end;
  }
  return at === to;
}
