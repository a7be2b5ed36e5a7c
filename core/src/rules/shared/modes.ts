import { isWrittenAsIs, type Instruction } from '../../dockerfile/index.ts';
import type { DockerfileContext, PlacedCall, RuleMessages, Visitor } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import type { Span } from '../../text/index.ts';

/** A file mode as chmod, `mkdir -m`, `install -m` or `--chmod` takes it. */
export interface FoundMode {
  readonly mode: string;
  readonly span: Span;
  /** False where an edit of the span would change something else. */
  readonly isExact: boolean;
  /** True for mkdir and `install -d`, where the bits of owner and group only say whose the files in it are. */
  readonly isFolder: boolean;
}

/** Shows a handler every mode that the file sets: in COPY and ADD, and in the commands of RUN. */
export function onModes<M extends RuleMessages>(
  handle: (found: FoundMode, ctx: DockerfileContext<M>) => void,
): Visitor<M> {
  return {
    dockerfile(file, ctx) {
      for (const instruction of file.instructions) {
        const copy = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
        if (copy?.keyword !== 'COPY' && copy?.keyword !== 'ADD') continue;
        for (const found of modesOfCopy(copy, ctx.text)) handle(found, ctx);
      }
      for (const call of ctx.calls.of('chmod', 'mkdir', 'install')) {
        const found = findModeOfCall(call, ctx.text);
        if (found) handle(found, ctx);
      }
    },
  };
}

function modesOfCopy({ flags }: Instruction, text: string): FoundMode[] {
  return flags.flatMap(({ name, value, valueSpan }) =>
    name === 'chmod' && value && valueSpan
      ? [
          {
            mode: value,
            span: valueSpan,
            isExact: text.slice(valueSpan.start, valueSpan.end) === value,
            isFolder: false,
          },
        ]
      : [],
  );
}

function findModeOfCall({ program, args }: PlacedCall, text: string): FoundMode | undefined {
  const isFolder = program === 'mkdir' || args.some(({ value }) => /^(-[a-zA-Z]*d[a-zA-Z]*|--directory)$/.test(value));
  const toMode = (word: ShellWord | undefined): FoundMode | undefined =>
    word?.literal ? { mode: word.value, span: word.span, isExact: isWrittenAsIs(word, text), isFolder } : undefined;
  if (program === 'chmod') return toMode(args.find(({ value }) => !value.startsWith('-')));
  const at = args.findIndex(({ value }) => /^(-[a-zA-Z]*m|--mode)(=|[0-7]|$)/.test(value));
  const option = args[at];
  if (!option) return undefined;
  const [, attached = ''] = /^(?:-[a-zA-Z]*m|--mode)=?(.*)$/.exec(option.value) ?? [];
  return attached === '' ? toMode(args[at + 1]) : { mode: attached, span: option.span, isExact: false, isFolder };
}

/** `u+rw` in its parts. */
interface Clause {
  readonly who: string;
  readonly operator: string;
  readonly permissions: string;
}

function readClauses(mode: string): Clause[] {
  return mode.split(',').flatMap((part) => {
    const [, who = '', operator, permissions = ''] = /^([ugoa]*)([-+=])([rwxXst]*)$/.exec(part) ?? [];
    return operator === undefined ? [] : [{ who, operator, permissions }];
  });
}

function readOctal(mode: string): number | undefined {
  return /^[0-7]{1,5}$/.test(mode) ? Number.parseInt(mode, 8) : undefined;
}

/** True when everybody may write. With the sticky bit, as /tmp has it, nobody can remove what belongs to others. */
export function isWorldWritable(mode: string): boolean {
  const octal = readOctal(mode);
  if (octal !== undefined) return (octal & 0o002) !== 0 && (octal & 0o1000) === 0;
  const clauses = readClauses(mode);
  return clauses.some(opensToAll) && !clauses.some(({ permissions }) => permissions.includes('t'));
}

/** `+w` without a name is held back by the umask; `a+w` and `o+w` are not. */
function opensToAll({ who, operator, permissions }: Clause): boolean {
  return operator !== '-' && /[ao]/.test(who) && permissions.includes('w');
}

/** True when programs run with the rights of their owner or group from then on. */
export function setsIdBits(mode: string): boolean {
  const octal = readOctal(mode);
  if (octal !== undefined) return (octal & 0o6000) !== 0;
  return readClauses(mode).some(
    ({ who, operator, permissions }) => operator !== '-' && permissions.includes('s') && !/^o+$/.test(who),
  );
}

/** The same mode with the right to write for owner and group only. */
export function narrowMode(mode: string): string {
  const octal = readOctal(mode);
  if (octal !== undefined) return (octal & ~0o002).toString(8).padStart(mode.length, '0');
  return mode
    .split(',')
    .flatMap((part) => readClauses(part).flatMap((clause) => (opensToAll(clause) ? narrowClause(clause) : [part])))
    .join(',');
}

function narrowClause({ who, operator, permissions }: Clause): string[] {
  const rest = permissions.replace('w', '');
  const insiders = who.includes('a') ? 'ug' : who.replace(/o/g, '');
  if (operator === '=') return [...(insiders === '' ? [] : [`${insiders}=${permissions}`]), `o=${rest}`];
  return [`${insiders === '' ? 'g' : insiders}+w`, ...(rest === '' ? [] : [`${who}+${rest}`])];
}
