import {
  environmentAt,
  expandWord,
  finalStage,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { findOpenArgs, withoutBuildArgs } from '../shared/defaults.ts';
import { isRoot } from '../shared/images.ts';
import { insertUser } from '../shared/lines.ts';
import { findPreparedUser, isArtifactStage, startsAsOtherUser } from '../shared/privileges.ts';
import { findLastShipped, getShipped } from '../shared/shipped.ts';
import { getLineage } from '../shared/stages.ts';
import { onlyHadolint, ownView } from '../shared/views.ts';

const messages = {
  root: 'The image runs as root: this is the last USER of the stage that is shipped.',
  rootInStage: 'This stage ends as root: this is its last USER.',
  rootByVariable: 'The image runs as root: `{variable}` is `{user}` unless somebody sets it.',
  insert: 'Change to {user} behind the last build step',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/last-user-root',
  kind: 'security',
  severity: 'warning',
  refs: {
    cis: ['4.1'],
    bench134: ['4.1'],
    hadolint: ['DL3002'],
    trivy: ['DS-0002'],
    checkov: ['CKV_DOCKER_8'],
    kics: ['last_user_is_root'],
    semgrep: ['last-user-is-root'],
    dockle: ['CIS-DI-0001'],
    tally: ['stateful-root-runtime'],
  },
  title: 'Leave root before the image is done',
  why: 'Root is often needed to install something and then forgotten. What counts is the last USER of the last stage: the container starts with it.',
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  bad: 'FROM node:22.21-alpine\nUSER root\nRUN apk add --no-cache tini\nCMD ["node", "server.js"]\n',
  good: 'FROM node:22.21-alpine\nUSER root\nRUN apk add --no-cache tini\nUSER node\nCMD ["node", "server.js"]\n',
  messages,
  on: { dockerfile: checkFile },
});

type Context = DockerfileContext<Messages>;

function checkFile(file: Dockerfile, ctx: Context): void {
  checkShipped(file, ctx);
  for (const stage of file.stages) checkAsHadolint(stage, ctx);
}

function checkShipped(file: Dockerfile, ctx: Context): void {
  const sections = getShipped(file);
  const last = findLastShipped(sections, 'USER');
  const word = last?.args[0];
  const lineage = sections.flatMap(({ stage }) => stage ?? []);
  const [root] = lineage;
  if (!last || !word || (root && isArtifactStage(root, lineage)) || startsAsOtherUser(lineage)) return;
  const environment = withoutBuildArgs(environmentAt(file, last), findOpenArgs(file.instructions));
  const user = expandWord(word, environment, file.escape);
  if (!user || !isRoot(user)) return;
  const found = { at: word.span, fix: changeBack(lineage, ctx), presets: ownView };
  if (user === word.value) ctx.report({ ...found, message: 'root' });
  else ctx.report({ ...found, message: 'rootByVariable', data: { variable: word.value, user } });
}

/** hadolint looks at every stage, and at what is written: no variable, and no other way to write 0. */
function checkAsHadolint(stage: Stage, ctx: Context): void {
  const last = stage.instructions.findLast(({ keyword }) => keyword === 'USER');
  const [word] = last?.args ?? [];
  if (!last || !word || !/^(root|0)(:|$)/.test(textOf(last))) return;
  const isShipped = finalStage(ctx.file) === stage;
  const fix = isShipped ? changeBack(getLineage(stage), ctx) : undefined;
  const message = isShipped ? 'root' : 'rootInStage';
  ctx.report({ at: word.span, message, fix, presets: onlyHadolint });
}

function textOf({ code, span, argsSpan }: Instruction): string {
  return code.slice(argsSpan.start - span.start, argsSpan.end - span.start).trim();
}

function changeBack(lineage: readonly Stage[], { file }: Context): ReportedFix<Messages> | undefined {
  const stage = lineage.at(-1);
  const user = findPreparedUser(lineage);
  const edit = stage && user !== undefined ? insertUser(stage, file, user) : undefined;
  return user && edit ? { title: 'insert', data: { user }, edits: [edit], safe: false } : undefined;
}
