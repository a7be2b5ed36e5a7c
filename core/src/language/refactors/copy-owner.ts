import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { insert, message, remove } from '../../text/index.ts';
import { lineAround } from '../lines.ts';
import { readPlainCommand, rewrite, type PlanRefactor } from './refactoring.ts';

/** `RUN chown` or `RUN chmod` of just what was copied, as a flag of the COPY: one layer, and half the size. */
export const planCopyOwner: PlanRefactor = ({ file, instruction: copy }) => {
  if (copy.keyword !== 'COPY' && copy.keyword !== 'ADD') return [];
  const run = file.instructions[file.instructions.indexOf(copy) + 1];
  const change = run && readChange(file, run);
  const place = findPlace(copy);
  if (!run || !change || place === undefined || change.path !== place) return [];
  if (copy.flags.some(({ name }) => name === change.flag)) return [];
  const line = lineAround(file.text, run.span.start);
  const after = lineAround(file.text, run.span.end).end;
  // A comment in between speaks of the RUN that goes.
  if (file.text.slice(copy.span.end, line.start).trim() !== '') return [];
  const flag = `--${change.flag}=${change.value}`;
  const edits = [
    insert(copy.keywordSpan.end, ` ${flag}`),
    remove({ start: copy.span.end, end: Math.max(after, copy.span.end) }),
  ];
  return [rewrite(message('Use `{flag}` instead of the RUN below', { flag }), edits, false)];
};

interface Change {
  readonly flag: 'chown' | 'chmod';
  readonly value: string;
  readonly path: string;
}

function readChange(file: Dockerfile, run: Instruction): Change | undefined {
  if (run.keyword !== 'RUN' || run.flags.length > 0) return undefined;
  const [name = '', ...all] = (readPlainCommand(file, run) ?? []).map(({ value }) => value);
  const [value = '', path = '', ...others] = all.filter((word) => word !== '-R' && word !== '--recursive');
  if (path === '' || others.length > 0) return undefined;
  if (name === 'chmod' && /^[0-7]{3,4}$/.test(value)) return { flag: 'chmod', value, path };
  // Without a group, chown leaves the group root that COPY gave, and the flag would not.
  const owner = value.includes(':') ? value : `${value}:0`;
  return name === 'chown' && /^\w[\w.-]*:\w[\w.-]*$/.test(owner) ? { flag: 'chown', value: owner, path } : undefined;
}

/** Where the one source ends up; undefined when the text does not tell. */
function findPlace({ args, heredocs }: Instruction): string | undefined {
  const [source, target] = args;
  if (args.length !== 2 || !source || !target || heredocs.length > 0) return undefined;
  if (![source, target].every(({ value }) => /^[\w./-]+$/.test(value))) return undefined;
  if (!target.value.endsWith('/')) return target.value;
  const name = source.value.split('/').at(-1) ?? '';
  // Of a folder the content is copied, not the folder itself.
  return /\w\.\w/.test(name) ? `${target.value}${name}` : undefined;
}
