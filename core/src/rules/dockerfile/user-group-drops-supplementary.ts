import { ancestorsOf, type Dockerfile, type Stage, type Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { getSections } from '../shared/stages.ts';
import { findGivenGroups, type GivenGroup } from '../shared/users.ts';

const messages = {
  dropped: 'With a group behind the name only that one counts: `{user}` loses `{groups}`, given to it in this file.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/user-group-drops-supplementary',
  kind: 'practice',
  severity: 'hint',
  refs: { tally: ['user-explicit-group-drops-supplementary-groups'] },
  title: 'Leave the group out of USER where others are needed',
  why: '`USER app` takes all groups of the user from the image. `USER app:app` takes the one group that is named and no other, so that a group added with usermod has no effect.',
  source: 'https://docs.docker.com/reference/dockerfile/#user',
  bad: 'FROM debian:12\nRUN useradd app && usermod -aG video app\nUSER app:app\n',
  good: 'FROM debian:12\nRUN useradd app && usermod -aG video app\nUSER app\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!file.instructions.some(({ keyword, code }) => keyword === 'USER' && code.includes(':'))) return;
  const byUser = new Map<string, GivenGroup[]>();
  for (const given of findGivenGroups(ctx.calls)) {
    const known = byUser.get(given.user);
    if (known) known.push(given);
    else byUser.set(given.user, [given]);
  }
  for (const { stage, instructions } of getSections(file)) {
    for (const { keyword, args } of instructions) {
      const [word] = args;
      const [user = '', group] = word?.value.split(':') ?? [];
      const given = byUser.get(user);
      if (keyword === 'USER' && word && group !== undefined && given) report({ word, user, group, given, stage }, ctx);
    }
  }
}

interface Found {
  readonly word: Word;
  readonly user: string;
  readonly group: string;
  readonly given: readonly GivenGroup[];
  readonly stage: Stage | null;
}

function report({ word, user, group, given, stage }: Found, ctx: Context): void {
  const stages = new Set<number | null>(stage ? ancestorsOf(stage).map(({ index }) => index) : [null]);
  const lost = new Set<string>();
  for (const each of given) {
    // They are in file order, and a few of them are enough to know.
    if (each.call.run.span.start > word.span.start || lost.size === mostShown) break;
    if (each.group !== group && stages.has(each.call.run.stage)) lost.add(each.group);
  }
  if (lost.size === 0) return;
  ctx.report({ at: word.span, message: 'dropped', data: { user, groups: [...lost].join(', ') } });
}

const mostShown = 8;
