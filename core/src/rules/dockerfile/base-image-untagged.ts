import type { Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ImageFacts, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { findMovingWord, getImageName } from '../shared/images.ts';
import { findBaseImage } from '../shared/stages.ts';

const messages = {
  noTag: '`{image}` names no version: the builder takes `latest`, whatever that is on the day of the build.',
  pin: 'Use `{tag}`, which is the same image here',
} as const;
type Messages = typeof messages;

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
  on: { stage: checkStage },
});

function checkStage(stage: Stage, ctx: DockerfileContext<Messages>): void {
  const { image, resolvedImage } = stage;
  const base = findBaseImage(stage, ctx.file);
  if (!base || !image || base.tag !== null || base.digest !== null) return;
  const reference = resolvedImage ?? getImageName(base);
  const tag = findTagOfSameImage(reference, ctx.knowledge.image(reference));
  // A name that comes from a variable is changed where the variable is set, so there is nothing to insert here.
  const isLiteral = ctx.text.slice(image.span.start, image.span.end) === reference;
  const fix: ReportedFix<Messages> | undefined =
    tag !== undefined && isLiteral
      ? { title: 'pin', data: { tag }, edits: [insert(image.span.end, `:${tag}`)], safe: false }
      : undefined;
  ctx.report({ at: image.span, message: 'noTag', data: { image: reference }, fix });
}

/** The most exact tag that the local engine has for the image which the bare name means there. */
function findTagOfSameImage(reference: string, facts: ImageFacts | undefined): string | undefined {
  const tags = (facts?.repoTags ?? [])
    .filter((name) => name.startsWith(`${reference}:`))
    .map((name) => name.slice(reference.length + 1))
    .filter((tag) => findMovingWord(tag) === undefined);
  return tags.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
}
