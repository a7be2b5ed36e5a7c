import type { Account, Dockerfile, Stage } from '../dockerfile/index.ts';
import { createLineIndex, message, type LineIndex, type Span } from '../text/index.ts';
import { accountsBefore, createdOn } from './describe-user.ts';
import { findBaseFacts, stagesBelow } from './dockerfile-scope.ts';
import { users, type ValueHelp } from './dockerfile-syntax.data.ts';
import { findBaseName, findHabit } from './image-names.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { endBefore, offerValues } from './offer.ts';

export interface UserPlace {
  readonly typed: string;
  readonly span: Span;
  readonly offset: number;
  readonly facts: LanguageFacts;
}

/** Users that the stage has, and behind a colon its groups. */
export function completeUser(file: Dockerfile, place: UserPlace): Completion[] {
  const { typed, span, offset } = place;
  const stage = file.stages.findLast(({ from }) => from.span.end < offset);
  const chain = stage ? stagesBelow(stage) : [];
  const accounts = accountsBefore(chain, offset);
  const lines = createLineIndex(accounts.length > 0 ? file.text : '');
  const colon = typed.indexOf(':');
  if (colon >= 0) {
    const group = { start: span.start + colon + 1, end: span.end };
    return offerValues(groupsOf(accounts, typed.slice(0, colon), lines), group);
  }
  const created = createdAs(accounts, 'user', lines);
  // A group that is there already stays.
  const user = endBefore(file.text, span, offset, /:/);
  return offerValues([...created, ...usersSeen(file, span), ...usersOfBase(chain, place.facts), ...users], user);
}

/** By name, then by number: Kubernetes can only tell of numbers that they are not root. */
function createdAs(accounts: readonly Account[], kind: Account['kind'], lines: LineIndex): ValueHelp[] {
  const own = accounts.filter((account) => account.kind === kind);
  return [
    ...own.map((account) => ({ value: account.name, summary: createdOn(lines, account) })),
    ...own.flatMap(({ id, name }) =>
      id !== null && /^\d+$/.test(id) ? [{ value: id, summary: message('`{name}` by number', { name }) }] : [],
    ),
  ];
}

function usersSeen({ instructions }: Dockerfile, typing: Span): ValueHelp[] {
  const summary = message('Used in this file');
  return instructions.flatMap(({ keyword, args: [user] }) =>
    keyword === 'USER' && user && user.span.start !== typing.start ? [{ value: user.raw, summary }] : [],
  );
}

function usersOfBase(chain: readonly Stage[], { knowledge }: LanguageFacts): ValueHelp[] {
  const user = findBaseFacts(chain[0], knowledge)?.user;
  const image = findBaseName(chain) ?? '';
  const brought = findHabit(image)?.users ?? [];
  return [
    ...(user ? [{ value: user, summary: message('The user of the base image') }] : []),
    ...brought.map((value) => ({ value, summary: message('A user that `{image}` brings', { image }) })),
  ];
}

/** A user's own group has mostly the same name. */
function groupsOf(accounts: readonly Account[], user: string, lines: LineIndex): ValueHelp[] {
  const own = /^[\w.-]+$/.test(user) ? [{ value: user, summary: message('The group of the same name') }] : [];
  return [
    ...createdAs(accounts, 'group', lines),
    ...own,
    { value: '0', summary: message('The group root, as OpenShift expects it') },
  ];
}
