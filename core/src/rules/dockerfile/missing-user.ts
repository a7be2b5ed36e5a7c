import { finalStage, type Dockerfile, type ImageReference, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import type { Span } from '../../text/index.ts';
import { dropsPrivileges, getImageName, isRoot, isUnprivilegedImage, isWindowsImage } from '../shared/images.ts';
import { imageUsers } from '../shared/images.data.ts';
import { insertUser } from '../shared/lines.ts';
import { findPreparedUser, isArtifactStage, startsAsOtherUser } from '../shared/privileges.ts';
import { getLineage, getRoot, hasInstruction } from '../shared/stages.ts';

const messages = {
  noUser: 'No USER is set, so the container runs as root unless `{image}` sets one.',
  rootBase: 'No USER is set and `{image}` runs as root.',
  scratch: 'No USER is set, so the container runs as root.',
  insert: 'Run as {user}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/missing-user',
  kind: 'security',
  severity: 'warning',
  refs: {
    cis: ['4.1'],
    bench134: ['4.1'],
    trivy: ['DS-0002'],
    checkov: ['CKV_DOCKER_3'],
    kics: ['missing_user_instruction'],
    semgrep: ['missing-user', 'missing-user-entrypoint'],
    dockle: ['CIS-DI-0001'],
  },
  title: 'Run the container as an ordinary user',
  why: 'Without USER the process is root. A hole in the program is then a hole with all rights in the container, and root in it is root on the host as soon as anything leaks through.',
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  bad: 'FROM node:22.21-alpine\nCOPY . /app\nCMD ["node", "/app/server.js"]\n',
  good: 'FROM node:22.21-alpine\nCOPY . /app\nUSER node\nCMD ["node", "/app/server.js"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const stage = finalStage(file);
  if (!stage) return;
  const lineage = getLineage(stage);
  const root = getRoot(lineage, stage);
  if (hasInstruction(lineage, 'USER') || isArtifactStage(root, lineage) || startsAsOtherUser(lineage)) return;
  const at = (stage.image ?? stage.from).span;
  const fix = changeUser(stage, lineage, ctx);
  if (root.base.kind === 'scratch') ctx.report({ at, message: 'scratch', fix });
  else if (root.base.kind === 'image') checkImage(root.base.image, { at, fix, root, lineage }, ctx);
}

interface Found {
  readonly at: Span;
  readonly fix: ReportedFix<Messages> | undefined;
  readonly root: Stage;
  readonly lineage: readonly Stage[];
}

function checkImage(reference: ImageReference, { at, fix, root, lineage }: Found, ctx: Context): void {
  if (dropsPrivileges(reference) && !hasInstruction(lineage, 'ENTRYPOINT')) return;
  const image = root.resolvedImage ?? getImageName(reference);
  const user = ctx.knowledge.image(image)?.user;
  // What the engine says of the image itself outweighs what its name suggests.
  if (user !== undefined && isRoot(user)) ctx.report({ at, message: 'rootBase', data: { image }, fix });
  if (user === undefined && !isUnprivilegedImage(reference))
    ctx.report({ at, message: 'noUser', data: { image }, fix });
}

/** Never safe: files that belong to root, and ports below 1024, may be out of reach of another user. */
function changeUser(stage: Stage, lineage: readonly Stage[], { file }: Context): ReportedFix<Messages> | undefined {
  const { base } = getRoot(lineage, stage);
  const name = base.kind === 'image' ? getImageName(base.image) : '';
  // Windows knows no numbers; which of its accounts will do only the author can say.
  if (file.escape === '`' || (base.kind === 'image' && isWindowsImage(base.image))) return undefined;
  const ready = Object.hasOwn(imageUsers, name) ? imageUsers[name] : undefined;
  // A number needs no entry in /etc/passwd, so it works on every base.
  const user = findPreparedUser(lineage) ?? ready ?? '10001:10001';
  const edit = insertUser(stage, file, user);
  return edit && { title: 'insert', data: { user }, edits: [edit], safe: false };
}
