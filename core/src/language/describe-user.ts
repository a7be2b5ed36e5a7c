import { findAccounts, type Account, type Dockerfile, type Instruction, type Stage } from '../dockerfile/index.ts';
import type { Knowledge } from '../lint/index.ts';
import { createLineIndex, message, type LineIndex, type Message } from '../text/index.ts';
import { findBaseFacts, stagesBelow } from './dockerfile-scope.ts';
import { users } from './dockerfile-syntax.data.ts';
import { findBaseName, findHabit } from './image-names.ts';
import type { LanguageFacts, RichText } from './model.ts';
import { code, say } from './rich-text.ts';

/** The accounts that the instructions above an offset add, in a stage and those it is built on. */
export function accountsBefore(chain: readonly Stage[], offset: number): Account[] {
  return chain.flatMap(({ instructions }) =>
    instructions.filter(({ span }) => span.start < offset).flatMap((each) => findAccounts(each)),
  );
}

export function createdOn(lines: LineIndex, { word }: Account): Message {
  return message('Created on line {line}', { line: String(lines.positionAt(word.span.start).line + 1) });
}

/** Where the user of a USER or `--chown`, and the group behind its colon, come from; nothing when nobody knows. */
export function describeUser(
  file: Dockerfile,
  { user: written, at }: { readonly user: string; readonly at: Instruction },
  { knowledge }: LanguageFacts,
): RichText {
  const stage = at.stage === null ? undefined : file.stages[at.stage];
  if (!stage) return [];
  const chain = stagesBelow(stage);
  const [user = '', group] = written.split(':', 2);
  const created = accountsBefore(chain, at.span.start).filter((account) => isMeant(account, user, group));
  if (created.length > 0) {
    const lines = createLineIndex(file.text);
    return created.flatMap((account) => [
      ...code('text', account.id === null ? account.name : `${account.name} (${account.id})`),
      ...say(createdOn(lines, account)),
    ]);
  }
  const known = explainUser(chain, user, knowledge) ?? users.find(({ value }) => value === written)?.summary;
  return known ? [...code('text', written), ...say(known)] : [];
}

function isMeant({ kind, name, id }: Account, user: string, group: string | undefined): boolean {
  const wanted = kind === 'user' ? user : group;
  return wanted !== undefined && (name === wanted || id === wanted);
}

/** A user that no instruction of the file creates. */
function explainUser(chain: readonly Stage[], user: string, knowledge: Knowledge): Message | undefined {
  const image = findBaseName(chain) ?? '';
  if (user !== '' && findBaseFacts(chain[0], knowledge)?.user === user) {
    return message('The user of the base image');
  }
  if (findHabit(image)?.users?.includes(user)) return message('A user that `{image}` brings', { image });
  return users.find(({ value }) => value === (user === '0' ? 'root' : user))?.summary ?? undefined;
}
