import type { Dockerfile, Instruction, Stage, Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { isRoot, isWindowsImage } from '../shared/images.ts';
import { getSections, type Section } from '../shared/stages.ts';

const messages = {
  rootOwned: 'USER does not change whose copies these are: they belong to root, and `{user}` can only read them.',
  insert: 'Give them to {user}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/copy-after-user-without-chown',
  kind: 'practice',
  severity: 'hint',
  refs: { tally: ['copy-after-user-without-chown'] },
  title: 'Say whose files COPY makes behind USER',
  why: 'COPY and ADD always make files of root. That is right for code that is only read. Where the process or a later step writes to them, it fails with "permission denied", and only `--chown` helps.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  bad: 'FROM node:22.21-alpine\nUSER node\nCOPY package.json /app/\n',
  good: 'FROM node:22.21-alpine\nUSER node\nCOPY --chown=node package.json /app/\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (file.escape === '`' || !file.instructions.some(({ keyword }) => keyword === 'USER')) return;
  const users = new Map<Stage, Word>();
  // A stage that gives files away in a step of its own needs no advice.
  const setRight = new Set(ctx.calls.of('chown').map(({ run }) => run.stage));
  for (const section of getSections(file)) {
    const { stage } = section;
    const inherited = stage?.base.kind === 'stage' ? users.get(stage.base.stage) : undefined;
    const isQuiet = setRight.has(stage?.index ?? null) || runsWindows(section);
    const user = walk(section, inherited, (copy, owner) => {
      if (!isQuiet) checkCopy(copy, owner, ctx);
    });
    if (stage && user) users.set(stage, user);
  }
}

/** Shows each instruction with the user it stands behind, and gives the user that is left in the end. */
function walk(
  { instructions }: Section,
  inherited: Word | undefined,
  visit: (instruction: Instruction, user: Word) => void,
): Word | undefined {
  let user = inherited;
  for (const instruction of instructions) {
    if (instruction.keyword === 'USER') user = instruction.args[0];
    else if (user) visit(instruction, user);
  }
  return user;
}

function runsWindows({ stage }: Section): boolean {
  return stage?.base.kind === 'image' && isWindowsImage(stage.base.image);
}

function checkCopy(copy: Instruction, { value, raw }: Word, ctx: Context): void {
  const { keyword, keywordSpan, flags, json, args } = copy;
  if ((keyword !== 'COPY' && keyword !== 'ADD') || isRoot(value) || flags.some(({ name }) => name === 'chown')) return;
  if (systemFolder.test((json ?? args).at(-1)?.value ?? '')) return;
  const fix: ReportedFix<Messages> | undefined = /^[\w.${}:-]+$/.test(raw)
    ? { title: 'insert', data: { user: raw }, edits: [insert(keywordSpan.end, ` --chown=${raw}`)], safe: false }
    : undefined;
  ctx.report({ at: keywordSpan, message: 'rootOwned', data: { user: value }, fix });
}

/** Where configuration and programs of the system lie nobody expects to write. */
const systemFolder = /^\/(etc|usr|bin|sbin|lib(32|64)?)(\/|$)/;
