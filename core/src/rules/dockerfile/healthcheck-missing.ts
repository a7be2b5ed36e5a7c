import {
  finalStage,
  type Dockerfile,
  type ImageReference,
  type Instruction,
  type Stage,
} from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { getImageName } from '../shared/images.ts';
import { insertBehind, matchCase } from '../shared/lines.ts';
import { findLast, getLineage, getRoot, hasInstruction } from '../shared/stages.ts';
import { notHadolint, onlyHadolint } from '../shared/views.ts';

const messages = {
  missing: 'The image has no HEALTHCHECK, so the engine cannot tell a hung service from a working one.',
  insertWget: 'Insert a HEALTHCHECK that asks port {port} with wget',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/healthcheck-missing',
  kind: 'practice',
  // Nine files in ten have none, and Kubernetes does not read it: a hint, no more.
  severity: 'hint',
  refs: {
    cis: ['4.6'],
    bench134: ['4.6'],
    hadolint: ['DL3057'],
    trivy: ['DS-0026'],
    checkov: ['CKV_DOCKER_2'],
    kics: ['healthcheck_instruction_missing'],
    dockle: ['CIS-DI-0006'],
  },
  title: 'Tell the engine how to see that the service works',
  why: 'A process that runs is not yet a service that answers. With a HEALTHCHECK the engine knows, Compose can wait for it and Swarm replaces what hangs. `HEALTHCHECK NONE` says that none is wanted.',
  source: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
  bad: 'FROM nginx:1.29-alpine\nEXPOSE 80\n',
  good: 'FROM nginx:1.29-alpine\nEXPOSE 80\nHEALTHCHECK CMD ["wget", "-q", "--spider", "http://localhost/"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  checkShipped(file, ctx);
  checkAsHadolint(file, ctx);
}

function checkShipped(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const stage = finalStage(file);
  if (!stage) return;
  const lineage = getLineage(stage);
  const root = getRoot(lineage, stage);
  if (root.base.kind !== 'image' || hasNoTools(root.base.image) || hasInstruction(lineage, 'HEALTHCHECK')) return;
  if (root.resolvedImage !== null && ctx.knowledge.image(root.resolvedImage)?.hasHealthcheck) return;
  const fix = insertSkeleton(lineage, stage, ctx);
  ctx.report({ at: stage.from.keywordSpan, message: 'missing', fix, presets: notHadolint });
}

/** hadolint wants one in every stage, unless the stage begins from the name of one that has it. */
function checkAsHadolint({ stages }: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const good = new Set<string>();
  for (const { from, name, image, instructions } of stages) {
    const source = getBareName(image?.raw ?? '');
    const isGood = good.has(source) || instructions.some(({ keyword }) => keyword === 'HEALTHCHECK');
    if (isGood) good.add(name?.value ?? source);
    else ctx.report({ at: from.keywordSpan, message: 'missing', presets: onlyHadolint });
  }
}

/** The name of an image without registry, tag and digest. */
function getBareName(image: string): string {
  return image
    .replace(/@.*$/, '')
    .replace(/:[^/:]*$/, '')
    .replace(/^([^/]*[.:][^/]*|localhost)\//, '');
}

/** Images without shell and tools cannot run a check unless the program brings its own. */
function hasNoTools(image: ImageReference): boolean {
  return /^(gcr\.io\/distroless\/|cgr\.dev\/chainguard\/|chainguard\/)/.test(getImageName(image));
}

/** Never safe: whether the image has wget, and whether `/` answers, only the author knows. */
function insertSkeleton(
  lineage: readonly Stage[],
  stage: Stage,
  { file }: DockerfileContext<Messages>,
): ReportedFix<Messages> | undefined {
  const port = findPort(findLast(lineage, 'EXPOSE'));
  const last = stage.instructions.at(-1);
  if (port === undefined || !last) return undefined;
  const check = `CMD wget -q --spider http://localhost:${port}/ || exit 1`;
  const keyword = matchCase('HEALTHCHECK', stage.from);
  const edit = insertBehind(last, file, `${keyword} --interval=30s --timeout=3s --start-period=10s ${check}`);
  return edit && { title: 'insertWget', data: { port }, edits: [edit], safe: false };
}

function findPort(expose: Instruction | undefined): string | undefined {
  const ports = expose?.args.map(({ value }) => /^(\d+)(?:\/tcp)?$/i.exec(value)?.[1]) ?? [];
  return ports.length === 1 ? ports[0] : undefined;
}
