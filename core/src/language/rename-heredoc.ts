import type { Dockerfile, Heredoc, Instruction } from '../dockerfile/index.ts';
import { message, type Message } from '../text/index.ts';
import type { Named } from './named.ts';

/** Why a heredoc cannot be renamed, or not to `newName`: the text in it, or the file that it makes, would change. */
export function refuseHeredoc(file: Dockerfile, { occurrences, name }: Named, newName?: string): Message | undefined {
  const at = occurrences[0]?.area.start;
  for (const instruction of file.instructions) {
    const heredoc = instruction.heredocs.find(({ nameSpan }) => nameSpan.start === at);
    if (!heredoc) continue;
    if (namesFile(instruction.inner ?? instruction)) {
      return message('The file that this COPY makes is called `{name}` after its heredoc.', { name });
    }
    return occurrences.length < 2
      ? message('The heredoc `{name}` has no end yet.', { name })
      : newName === undefined
        ? undefined
        : refuseName(heredoc, newName);
  }
  return undefined;
}

/** Copied into a folder, a heredoc becomes a file by the name of its delimiter. */
function namesFile({ keyword, args, heredocs }: Instruction): boolean {
  if (keyword !== 'COPY' && keyword !== 'ADD') return false;
  const target = args.at(-1)?.value ?? '';
  return heredocs.length > 1 || args.length > 2 || /(?:^|\/)\.{0,2}$/.test(target);
}

function refuseName({ body, stripTabs }: Heredoc, newName: string): Message | undefined {
  if (!/^\w[\w.-]*$/.test(newName)) {
    return message('`{name}` cannot end a heredoc: take letters, digits, `_`, `-` and `.`.', { name: newName });
  }
  const endsAt = (line: string): boolean =>
    (stripTabs ? line.replace(/^\t+/, '') : line).replace(/\r+$/, '') === newName;
  if (!body.includes(newName) || !body.split('\n').some(endsAt)) return undefined;
  return message('A line of the heredoc is `{name}` already, and would end it.', { name: newName });
}
