import { environmentAt, expandWord, finalStage, type Dockerfile, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { findOpenArgs, withoutBuildArgs } from '../shared/defaults.ts';
import { isRoot } from '../shared/images.ts';
import { insertUser } from '../shared/lines.ts';
import { findPreparedUser, isArtifactStage, startsAsOtherUser } from '../shared/privileges.ts';
import { findLast, getLineage, getRoot } from '../shared/stages.ts';

const messages = {
  root: 'The image runs as root: this is the last USER of the stage that is shipped.',
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

function checkFile(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const stage = finalStage(file);
  if (!stage) return;
  const lineage = getLineage(stage);
  const last = findLast(lineage, 'USER');
  const word = last?.args[0];
  if (!last || !word || isArtifactStage(getRoot(lineage, stage), lineage) || startsAsOtherUser(lineage)) return;
  const environment = withoutBuildArgs(environmentAt(file, last), findOpenArgs(file.instructions));
  const user = expandWord(word, environment, file.escape);
  if (!user || !isRoot(user)) return;
  const fix = changeBack(stage, lineage, ctx);
  if (user === word.value) ctx.report({ at: word.span, message: 'root', fix });
  else ctx.report({ at: word.span, message: 'rootByVariable', data: { variable: word.value, user }, fix });
}

function changeBack(
  stage: Stage,
  lineage: readonly Stage[],
  { file }: DockerfileContext<Messages>,
): ReportedFix<Messages> | undefined {
  const user = findPreparedUser(lineage);
  const edit = user === undefined ? undefined : insertUser(stage, file, user);
  return user && edit ? { title: 'insert', data: { user }, edits: [edit], safe: false } : undefined;
}
