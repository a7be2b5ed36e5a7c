import { message, type Answers, type Message } from '#core';
import { parseArgs } from 'node:util';

export interface InitOptions {
  readonly path: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly force: boolean;
  readonly help: boolean;
  readonly format: 'text' | 'json';
  readonly answers: Answers;
}

/** Reads the words behind `drydock init`; a message says which one is not understood. */
export function parseInitOptions(args: readonly string[]): InitOptions | Message {
  const parsed = parseWords(args);
  if (parsed instanceof Error)
    return message('`drydock init` does not understand this: {reason}', { reason: parsed.message });
  const { values, positionals } = parsed;
  if (positionals.length > 1) return message('`drydock init` takes one folder, not several.');
  const { format } = values;
  if (format !== 'text' && format !== 'json')
    return message('--format takes text or json, not {value}.', { value: format });
  const answers: Record<string, string> = {};
  for (const answer of values.answer) {
    const at = answer.indexOf('=');
    if (at < 1)
      return message('--answer takes a question and its answer, such as {example}.', { example: 'port:.=3000' });
    answers[answer.slice(0, at)] = answer.slice(at + 1);
  }
  const { yes, force, help } = values;
  return { path: positionals[0] ?? '.', dryRun: values['dry-run'], yes, force, help, format, answers };
}

function parseWords(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', short: 'y', default: false },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        format: { type: 'string', default: 'text' },
        answer: { type: 'string', multiple: true, default: [] },
        // Read where the process starts, and allowed behind every command.
        locale: { type: 'string' },
        'no-color': { type: 'boolean' },
      },
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
