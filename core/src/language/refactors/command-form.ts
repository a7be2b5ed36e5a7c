import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { message, replace } from '../../text/index.ts';
import type { Action } from '../model.ts';
import { isShellCommand, readPlainCommand, rewrite, type PlanRefactor } from './refactoring.ts';

/** `CMD node server.js` as `CMD ["node", "server.js"]`, and back. Without a shell in between, the container is another. */
export const planForm: PlanRefactor = ({ file, instruction }) => {
  const inner = instruction.keyword === 'HEALTHCHECK' ? instruction.inner : instruction;
  if (!inner || !['CMD', 'ENTRYPOINT', 'RUN'].includes(inner.keyword ?? '')) return [];
  return inner.json ? toShellForm(inner) : toExecForm(file, inner);
};

function toExecForm(file: Dockerfile, instruction: Instruction): Action[] {
  const values = (readPlainCommand(file, instruction) ?? []).map(({ value }) => value);
  // Without a shell there is nothing left to replace.
  const isExec = values[0] === 'exec' && values.length > 1 && !values[1]?.startsWith('-');
  const used = isExec ? values.slice(1) : values;
  const [name = ''] = used;
  if (name === '' || isShellCommand(name) || name.includes('=')) return [];
  const json = `[${used.map((value) => JSON.stringify(value)).join(', ')}]`;
  return [rewrite(message('Write in exec form'), [replace(instruction.argsSpan, json)], false)];
}

function toShellForm({ json, argsSpan }: Instruction): Action[] {
  const values = (json ?? []).map(({ value }) => value);
  // Control characters have no place on a line.
  if (values.length === 0 || values.some(hasControls)) return [];
  const text = values.map((value, index) => quote(value, index === 0)).join(' ');
  return [rewrite(message('Write in shell form'), [replace(argsSpan, text)], false)];
}

function hasControls(value: string): boolean {
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) < 32) return true;
  return false;
}

function quote(value: string, isFirst: boolean): string {
  const isBare = /^[\w@%+:,./-][\w@%+=:,./-]*$/.test(value) && !(isFirst && /^-|=/.test(value));
  return isBare ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
