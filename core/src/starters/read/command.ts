/** A shell command that needs no shell: its variables and words. */
export interface PlainCommand {
  readonly env: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/**
 * Splits the last command of a script such as `npm run build && PORT=80 node "a b.js"` into words. Undefined when a shell
 * would have to think: substitutions, pipes, redirections, globs, background jobs.
 */
export function parseCommand(script: string): PlainCommand | undefined {
  const last = script.split('&&').at(-1) ?? '';
  const words = splitWords(last.trim());
  if (!words || words.length === 0) return undefined;
  const env: Record<string, string> = {};
  let at = 0;
  if (words[0] === 'cross-env' || words[0] === 'env' || words[0] === 'exec') at++;
  for (; at < words.length; at++) {
    const pair = /^([A-Za-z_]\w*)=(.*)$/s.exec(words[at] ?? '');
    if (!pair) break;
    env[pair[1] ?? ''] = pair[2] ?? '';
  }
  return { env, words: words.slice(at) };
}

const special = /[|&;<>()$`*?[\]#~\n\r]/;

function splitWords(text: string): string[] | undefined {
  const words: string[] = [];
  const token = /\s*((?:'[^']*'|"(?:[^"\\$`]|\\["\\])*"|\\[^\n]|[^\s'"\\])+)/gy;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) return undefined;
    const word = unquote(match[1] ?? '');
    if (word === undefined) return undefined;
    words.push(word);
  }
  return words;
}

function unquote(raw: string): string | undefined {
  let word = '';
  for (const part of raw.match(/'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^'"\\]+/gs) ?? []) {
    if (part.startsWith("'")) word += part.slice(1, -1);
    else if (part.startsWith('"')) word += part.slice(1, -1).replace(/\\(["\\])/g, '$1');
    else if (part.startsWith('\\')) word += part.slice(1);
    else if (special.test(part)) return undefined;
    else word += part;
  }
  return word;
}
