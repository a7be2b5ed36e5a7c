/** A script as shellcheck is given it, and the shell that will run it. */
export interface ShellcheckScript {
  readonly shell: 'sh' | 'bash' | 'dash' | 'ksh';
  readonly text: string;
}

/** A place in a script: lines and columns from 1, columns in code points, a tab being one. */
interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ShellcheckComment extends Place {
  readonly level: 'error' | 'warning' | 'info' | 'style';
  /** `2086` of SC2086. */
  readonly code: number;
  readonly message: string;
  readonly fix: readonly (Place & { readonly replacement: string })[];
}

/** What is known of a script, or undefined while nothing is. */
export type AskShellcheck = (script: ShellcheckScript) => readonly ShellcheckComment[] | undefined;

/** Codes about files as such, or for which a comment would be needed that a Dockerfile cannot hold. */
const senseless = [1017, 1071, 1090, 1128, 2148, 2187, 2239];

export function shellcheckArguments({ shell }: ShellcheckScript): readonly string[] {
  return [
    '--norc',
    '--format=json1',
    `--shell=${shell}`,
    `--exclude=${senseless.map((code) => `SC${code}`).join(',')}`,
    '-',
  ];
}

/** Runs shellcheck on a script; its standard output, or undefined when there is no such program. */
export type RunShellcheck = (script: ShellcheckScript) => Promise<string | undefined>;

/** What shellcheck said of scripts, and what it is still to be asked. Only `work` waits. */
export interface Shellcheck {
  /** Asks for all that was noted, a few at a time. True when there was something to ask. */
  work(): Promise<boolean>;
  /** True while there is something to ask for. */
  isWaiting(): boolean;
  /**
   * What a pass over a file gets as its knowledge; undefined where there is no such program. With an owner, such as
   * the file's name, what is not known is noted, in place of what was noted for that owner before.
   */
  knowledge(owner?: string): AskShellcheck | undefined;
}

export function createShellcheck(run: RunShellcheck): Shellcheck {
  const known = new Map<string, readonly ShellcheckComment[]>();
  const wanted = new Map<string, Map<string, ShellcheckScript>>();
  let isMissing = false;
  const peek = (script: ShellcheckScript) => known.get(keyOf(script));
  const askOne = async (script: ShellcheckScript): Promise<void> => {
    // Who fails, or takes too long, would do so again: that script is taken for clean.
    const output = await run(script).catch(() => '');
    if (output === undefined) isMissing = true;
    else remember(known, keyOf(script), readShellcheckOutput(output));
  };
  const ask = (owner: string) => {
    const open = new Map<string, ShellcheckScript>();
    wanted.set(owner, open);
    return (script: ShellcheckScript) => {
      const comments = peek(script);
      if (!comments) open.set(keyOf(script), script);
      return comments;
    };
  };
  return {
    knowledge(owner) {
      if (isMissing) return undefined;
      return owner === undefined ? peek : ask(owner);
    },
    async work() {
      const scripts = new Map([...wanted.values()].flatMap((open) => [...open]));
      wanted.clear();
      const queue = [...scripts].filter(([key]) => !known.has(key)).map(([, script]) => script);
      const worker = async (): Promise<void> => {
        let next = queue.shift();
        while (next) {
          await askOne(next);
          next = isMissing ? undefined : queue.shift();
        }
      };
      const total = queue.length;
      await Promise.all(Array.from({ length: Math.min(atOnce, total) }, worker));
      return total > 0;
    },
    isWaiting: () => !isMissing && [...wanted.values()].some((open) => open.size > 0),
  };
}

const atOnce = 4;
/** As many scripts as a few large projects have. */
const mostKnown = 2000;

function keyOf({ shell, text }: ShellcheckScript): string {
  return `${shell}\n${text}`;
}

function remember(known: Map<string, readonly ShellcheckComment[]>, key: string, found: readonly ShellcheckComment[]) {
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
}

/** Reads the output of `--format=json1`; what makes no sense is left out. */
export function readShellcheckOutput(output: string): readonly ShellcheckComment[] {
  try {
    const value: unknown = JSON.parse(output);
    const comments = isRecord(value) ? value['comments'] : undefined;
    return Array.isArray(comments) ? comments.flatMap((comment: unknown) => readComment(comment) ?? []) : [];
  } catch {
    return [];
  }
}

function readComment(value: unknown): ShellcheckComment | undefined {
  const place = readPlace(value);
  if (!isRecord(value) || !place) return undefined;
  const { code, message, fix } = value;
  const level = levels.find((each) => each === value['level']);
  if (typeof code !== 'number' || typeof message !== 'string' || !level) return undefined;
  const replacements: unknown = isRecord(fix) ? fix['replacements'] : [];
  return {
    ...place,
    level,
    code,
    message,
    fix: Array.isArray(replacements) ? replacements.flatMap(readReplacement) : [],
  };
}

const levels = ['error', 'warning', 'info', 'style'] as const;

function readReplacement(value: unknown): ShellcheckComment['fix'] {
  const place = readPlace(value);
  const replacement = isRecord(value) ? value['replacement'] : undefined;
  return place && typeof replacement === 'string' ? [{ ...place, replacement }] : [];
}

function readPlace(value: unknown): Place | undefined {
  if (!isRecord(value)) return undefined;
  const { line, column, endLine, endColumn } = value;
  const isPlace = [line, column, endLine, endColumn].every((each) => typeof each === 'number' && each >= 1);
  return isPlace ? ({ line, column, endLine, endColumn } as Place) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
