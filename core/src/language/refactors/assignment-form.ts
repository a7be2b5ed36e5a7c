import { message, replace } from '../../text/index.ts';
import { rewrite, type PlanRefactor } from './refactoring.ts';

/** `ENV name the rest` as `ENV name="the rest"`, which is what it means. */
export const planAssignment: PlanRefactor = ({ file, instruction }) => {
  const { keyword, args, assignments, argsSpan } = instruction;
  const [assignment] = assignments;
  if ((keyword !== 'ENV' && keyword !== 'LABEL') || assignments.length !== 1 || !assignment?.value) return [];
  const { name, value } = assignment;
  if (args[0]?.raw !== name.raw || name.raw.includes('=') || !/^[\w./-]+$/.test(name.raw)) return [];
  const text = protectBlanks(value.raw, file.escape);
  if (text === undefined) return [];
  return [rewrite(message('Write as {name}=…', { name: name.raw }), [replace(argsSpan, `${name.raw}=${text}`)], true)];
};

/** The value as one word: between quotes, or with each blank escaped that is not quoted already. */
function protectBlanks(raw: string, escape: string): string | undefined {
  if (!/\s/.test(raw)) return raw;
  if (/[\r\n]/.test(raw)) return undefined;
  if (!/["'\\`]/.test(raw)) return `"${raw}"`;
  let text = '';
  let quote = '';
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at);
    if (char === escape && quote !== "'") {
      text += char + raw.charAt(++at);
      continue;
    }
    if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
    text += quote === '' && /\s/.test(char) ? `${escape}${char}` : char;
  }
  return quote === '' ? text : undefined;
}
