import type { Dockerfile, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ImageFacts, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { findMovingWord, getImageName } from '../shared/images.ts';
import { findBaseImage } from '../shared/stages.ts';

const messages = {
  noTag: '`{image}` names no version: the builder takes `latest`, whatever that is on the day of the build.',
  pin: 'Use `{tag}`, which is the same image here',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/base-image-untagged',
  kind: 'practice',
  severity: 'warning',
  refs: {
    cis: ['5.28'],
    bench134: ['5.27'],
    hadolint: ['DL3006'],
    trivy: ['DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    kics: ['image_version_not_explicit'],
    semgrep: ['missing-image-version'],
    'dockerfile-utils': ['INVALID_REFERENCE_FORMAT'],
  },
  title: 'Give every base image a tag or a digest',
  why: 'Without a tag the builder takes `latest`. The same Dockerfile then builds on another base next month, and nobody sees in the file what changed.',
  source: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  bad: 'FROM debian\nCMD ["sleep", "60"]\n',
  good: 'FROM debian:12.11\nCMD ["sleep", "60"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile({ stages }: Dockerfile, ctx: Context): void {
  const names = new Set<string>();
  for (const stage of stages) {
    checkStage(stage, names, ctx);
    if (stage.name) names.add(stage.name.value);
  }
}

function checkStage(stage: Stage, names: ReadonlySet<string>, ctx: Context): void {
  const { image, resolvedImage } = stage;
  if (!image) return;
  const base = findBaseImage(stage, ctx.file);
  const isUntagged = base?.tag === null && base.digest === null;
  const isUntaggedText = !names.has(image.raw) && isWithoutTag(image.raw);
  if (!isUntagged && !isUntaggedText) return;
  const presets = isUntagged ? (isUntaggedText ? undefined : viewsWithout('hadolint')) : (['hadolint'] as const);
  const reference = base ? (resolvedImage ?? getImageName(base)) : image.raw;
  const tag = findTagOfSameImage(reference, ctx.knowledge.image(reference));
  // A name that comes from a variable is changed where the variable is set, so there is nothing to insert here.
  const isLiteral = ctx.text.slice(image.span.start, image.span.end) === reference;
  const fix: ReportedFix<Messages> | undefined =
    tag !== undefined && isLiteral
      ? { title: 'pin', data: { tag }, edits: [insert(image.span.end, `:${tag}`)], safe: false }
      : undefined;
  ctx.report({ at: image.span, message: 'noTag', data: { image: reference }, fix, presets });
}

/** hadolint looks at the text: a name that begins with a variable may hold anything, one behind a folder has no tag. */
function isWithoutTag(written: string): boolean {
  return written !== 'scratch' && !written.startsWith('$') && !/@|:[^/]*$/.test(written);
}

/** The most exact tag that the local engine has for the image which the bare name means there. */
function findTagOfSameImage(reference: string, facts: ImageFacts | undefined): string | undefined {
  const tags = (facts?.repoTags ?? [])
    .filter((name) => name.startsWith(`${reference}:`))
    .map((name) => name.slice(reference.length + 1))
    .filter((tag) => findMovingWord(tag) === undefined);
  return tags.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
}
