import type { DockerfileContext, PlacedCall, RuleMessages } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { optionTable, readCommandLine, type CommandLine } from './command-line.ts';

/** One `pip install`, also as `python3 -m pip install`. */
export interface PipInstall {
  readonly call: PlacedCall;
  /** The word `install`. */
  readonly verb: ShellWord;
  /** What stands behind it. */
  readonly line: CommandLine;
  /** The options in front of it, such as `--no-cache-dir` in `pip --no-cache-dir install`. */
  readonly before: CommandLine;
}

/** From `pip install --help`: the options that take a value. */
const pipOptions = optionTable(
  'r requirement c constraint e editable t target platform python-version implementation abi root prefix src ' +
    'upgrade-strategy C config-settings config-setting global-option install-option no-binary only-binary progress-bar ' +
    'report group i index-url extra-index-url f find-links log keyring-provider proxy retries timeout exists-action ' +
    'trusted-host cert client-cert cache-dir use-feature use-deprecated b build build-option python root-user-action',
);

export function findPipInstalls<M extends RuleMessages>({ calls }: DockerfileContext<M>): readonly PipInstall[] {
  const runs = calls.runs.flatMap((run) => run.calls.filter(({ program }) => pipOrPython.test(program)));
  return runs.flatMap((call) => readPipInstall(call) ?? []);
}

const pipOrPython = /^(pip|python)[\d.]*$/;

function readPipInstall(call: PlacedCall): PipInstall | undefined {
  const args = call.program.startsWith('pip') ? call.args : findModuleArgs(call);
  if (!args) return undefined;
  // Options that take a value rarely stand in front of the verb, and never the word `install`.
  const at = args.findIndex(({ value }) => value === 'install');
  const verb = args[at];
  if (!verb || readCommandLine(args.slice(0, at), pipOptions).operands.length > 0) return undefined;
  return {
    call,
    verb,
    line: readCommandLine(args.slice(at + 1), pipOptions),
    before: readCommandLine(args.slice(0, at), pipOptions),
  };
}

/** `python3 -m pip …`, also with options of Python in front. */
function findModuleArgs({ args }: PlacedCall): readonly ShellWord[] | undefined {
  const at = args.findIndex(({ value }) => /^-[a-zA-Z]*m$/.test(value));
  const isFirst = at >= 0 && args.slice(0, at).every(({ value }) => value.startsWith('-'));
  return isFirst && args[at + 1]?.value === 'pip' ? args.slice(at + 2) : undefined;
}
