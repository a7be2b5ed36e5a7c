import { findCall, type Call, type ShellScript, type ShellWord } from '../../shell/index.ts';
import type { Span } from '../../text/index.ts';

/** One use of apt-get, apt or aptitude: `apt-get -qq install curl` has the verb `install`. */
export interface AptCall {
  readonly call: Call;
  readonly verb: ShellWord;
  /** All words but the verb. */
  readonly args: readonly ShellWord[];
  /** Index of the command in its script. */
  readonly index: number;
}

const programs = new Set(['apt-get', 'apt', 'aptitude']);
const optionsWithValue = new Set(['-o', '--option', '-t', '--target-release', '--default-release', '-c', '-a']);

export function findAptCalls(script: ShellScript): readonly AptCall[] {
  return script.commands.flatMap((command, index) => {
    const call = findCall(command);
    if (!call || !programs.has(call.program)) return [];
    const at = indexOfVerb(call.args);
    const verb = call.args[at];
    return verb?.literal ? [{ call, verb, index, args: call.args.filter((_, other) => other !== at) }] : [];
  });
}

/** From the program to its verb, or the verb alone when a line break lies between them. */
export function spanOfAptCall({ call, verb }: AptCall, text: string): Span {
  const whole = { start: call.word.span.start, end: verb.span.end };
  return /[\r\n]/.test(text.slice(whole.start, whole.end)) ? verb.span : whole;
}

function indexOfVerb(args: readonly ShellWord[]): number {
  let at = 0;
  for (; at < args.length; at++) {
    const { value } = args[at] ?? { value: '' };
    if (optionsWithValue.has(value)) at++;
    else if (!value.startsWith('-')) break;
  }
  return at;
}
