import type { Warning } from './buildkit.ts';

/** Where we and `docker buildx build --call=check` differ on purpose, each with its reason. Keys are file names. */
export const sampleDifferences: Readonly<Record<string, string>> = {};

/** Reasons that hold for any real file; `applies` looks at BuildKit's message and the text. */
export const corpusDifferences: readonly {
  readonly reason: string;
  readonly applies: (message: string, text: string) => boolean;
}[] = [
  {
    reason: 'The file names its own frontend with # syntax=, which the comparison cannot fetch.',
    applies: (message, text) =>
      /unknown flag: --(?:parents|security)|device feature/.test(message) && /^#\s*syntax\s*=/im.test(text),
  },
];

/** A warning that only one of the two gives; `text` is the file as BuildKit got it. */
export interface LoneWarning extends Warning {
  readonly by: 'buildkit' | 'us';
  readonly text: string;
}

/** Where the preset `buildkit` and BuildKit's own checks differ on purpose, or by the age of the engine. */
export const warningDifferences: readonly {
  readonly reason: string;
  readonly applies: (warning: LoneWarning) => boolean;
}[] = [
  {
    reason: 'In an instruction of several lines we mark the line of the name, BuildKit the first line.',
    applies: ({ rule, line, text }) => rule === 'SecretsUsedInArgOrEnv' && isPartOfSeveralLines(text, line),
  },
  {
    reason: 'Names with FILE or VERSION in them are cleared since early 2026; older engines still warn.',
    applies: ({ rule, by, line, text }) =>
      rule === 'SecretsUsedInArgOrEnv' &&
      by === 'buildkit' &&
      /_(?:FILE|VERSION)|(?:FILE|VERSION)_/i.test(lineOf(text, line)),
  },
  {
    reason: 'Older engines do not have these checks yet.',
    applies: ({ rule, by }) => by === 'us' && /^(?:ExposeProtoCasing|ExposeInvalidFormat)$/.test(rule),
  },
  {
    reason: 'A comment with check=skip above one instruction is heard since late 2025; older engines warn.',
    applies: ({ by, text }) => by === 'buildkit' && /^[ \t]*#[ \t]*check[ \t]*=.*skip/im.test(text),
  },
  {
    reason: 'BuildKit runs the triggers of a parent stage in the stage built upon it, and blames its FROM.',
    applies: ({ by, line, text }) =>
      by === 'buildkit' && /^[ \t]*ONBUILD\b/im.test(text) && /^[ \t]*FROM\b/i.test(lineOf(text, line)),
  },
];

function lineOf(text: string, line: number): string {
  return text.split('\n')[line - 1] ?? '';
}

function isPartOfSeveralLines(text: string, line: number): boolean {
  const isContinued = (each: number): boolean => /[\\`][ \t\r]*$/.test(lineOf(text, each));
  return isContinued(line) || isContinued(line - 1) || /^[ \t]*#/.test(lineOf(text, line - 1));
}
