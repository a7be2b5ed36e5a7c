import { readCommands, type Dockerfile, type Instruction } from '../dockerfile/index.ts';
import { findCall, type Call, type ShellScript } from '../shell/index.ts';

/** A call at its place in a file. */
export interface PlacedCall extends Call {
  readonly run: Instruction;
  readonly script: ShellScript;
  /** Index of the command in `script.commands`. */
  readonly index: number;
}

/** One RUN, also one behind ONBUILD, with the commands of its script and what they call. */
export interface RunScript {
  /** The RUN itself, without the ONBUILD before it. */
  readonly run: Instruction;
  readonly script: ShellScript;
  readonly calls: readonly PlacedCall[];
}

/** What the RUN instructions of a file call: read once, however many rules ask. Scripts of other shells are left out. */
export interface CallIndex {
  readonly runs: readonly RunScript[];
  /** The calls of these programs (`apt-get`, without folders), in file order. */
  of(...programs: readonly string[]): readonly PlacedCall[];
  /** The script of one RUN, or of the RUN behind an ONBUILD; undefined when no shell that we know reads it. */
  in(instruction: Instruction): RunScript | undefined;
}

export function createCallIndex({ text, instructions }: Dockerfile): CallIndex {
  const runs = instructions.flatMap((instruction) => readRun(instruction, text) ?? []);
  const byRun = new Map(runs.map((each) => [each.run, each]));
  const byProgram = new Map<string, PlacedCall[]>();
  for (const call of runs.flatMap(({ calls }) => calls)) {
    const known = byProgram.get(call.program);
    if (known) known.push(call);
    else byProgram.set(call.program, [call]);
  }
  return {
    runs,
    of(...programs) {
      const found = programs.flatMap((program) => byProgram.get(program) ?? []);
      return programs.length === 1 ? found : found.sort((a, b) => a.word.span.start - b.word.span.start);
    },
    in: (instruction) => byRun.get(runOf(instruction)),
  };
}

function readRun(instruction: Instruction, text: string): RunScript | undefined {
  const run = runOf(instruction);
  const script = run.keyword === 'RUN' ? readCommands(run, text) : null;
  if (!script) return undefined;
  const calls: PlacedCall[] = [];
  for (const [index, command] of script.commands.entries()) {
    const call = findCall(command);
    if (call) calls.push(placeCall(call, { run, script, index }));
  }
  return { run, script, calls };
}

/** Field by field: a copy of an object that is made for every command of a file costs several times as much. */
function placeCall(
  { program, word, args, elevated, fromXargs }: Call,
  { run, script, index }: Pick<PlacedCall, 'run' | 'script' | 'index'>,
): PlacedCall {
  return { program, word, args, elevated, fromXargs, run, script, index };
}

function runOf(instruction: Instruction): Instruction {
  return instruction.keyword === 'ONBUILD' && instruction.inner ? instruction.inner : instruction;
}
