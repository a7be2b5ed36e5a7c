import {
  eachEnvironment,
  expandWord,
  globalEnvironment,
  type Dockerfile,
  type Environment,
  type Instruction,
  type Keyword,
  type Word,
} from '../../dockerfile/index.ts';
import type { DockerfileContext, RuleMessages, Visitor } from '../../lint/index.ts';

/** An instruction with what its words are once variables are filled in: null where only a build can tell. */
export interface Expanded {
  readonly instruction: Instruction;
  readonly expand: (word: Word) => string | null;
  /** Behind ONBUILD: a later build runs it, and this one does not look at it. */
  readonly deferred: boolean;
}

/**
 * Shows a handler every instruction of these keywords, also those behind ONBUILD and those of a piece without FROM.
 * The variables of a file are only read when one of the instructions has any.
 */
export function onExpanded<M extends RuleMessages>(
  keywords: readonly Keyword[],
  handle: (found: Expanded, ctx: DockerfileContext<M>) => void,
): Visitor<M> {
  return {
    dockerfile(file, ctx) {
      const wanted = file.instructions.flatMap((each) => toWanted(each, keywords) ?? []);
      if (wanted.some(({ instruction }) => instruction.code.includes('$'))) {
        eachWanted(file, wanted, (found) => {
          handle(found, ctx);
        });
      } else for (const { instruction, deferred } of wanted) handle({ instruction, deferred, expand: valueOf }, ctx);
    },
  };
}

interface Wanted {
  /** What stands at the start of the line: the instruction itself, or its ONBUILD. */
  readonly outer: Instruction;
  readonly instruction: Instruction;
  readonly deferred: boolean;
}

function toWanted(outer: Instruction, keywords: readonly Keyword[]): Wanted | undefined {
  const deferred = outer.keyword === 'ONBUILD';
  const instruction = deferred ? outer.inner : outer;
  return instruction?.keyword && keywords.includes(instruction.keyword) ? { outer, instruction, deferred } : undefined;
}

function valueOf({ value }: Word): string {
  return value;
}

function eachWanted(file: Dockerfile, wanted: readonly Wanted[], visit: (found: Expanded) => void): void {
  const byOuter = new Map(wanted.map((each) => [each.outer, each]));
  const show = (outer: Instruction, environment: Environment): void => {
    const found = byOuter.get(outer);
    if (!found) return;
    const { instruction, deferred } = found;
    // Nobody knows what the variables are in the build that ONBUILD waits for.
    const scope = deferred ? nothingKnown : environment;
    visit({ instruction, deferred, expand: (word) => expandWord(word, scope, file.escape) });
  };
  const globals = globalEnvironment(file.globalArgs, file.escape);
  const outside: Environment = { get: (name) => globals.get(name) ?? null, names: () => globals.names() };
  for (const { outer } of wanted) if (outer.stage === null) show(outer, outside);
  eachEnvironment(file, show);
}

const nothingKnown: Environment = { get: () => null, names: () => [] };
