import type { Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { getImageName } from '../shared/images.ts';
import { findBaseImage } from '../shared/stages.ts';

const messages = {
  unpinned: '`{image}` can be moved to another image by its owner: add the digest behind the tag.',
  pin: 'Pin the image that is here now',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/base-image-not-digest-pinned',
  kind: 'security',
  severity: 'off',
  strict: 'info',
  refs: { cis: ['4.2'], bench134: ['4.2'], semgrep: ['dockerfile-source-not-pinned'] },
  title: 'Pin base images by their digest',
  why: 'A tag is a name that its owner may give to another image at any time, a digest is the image itself. With both, readers see the version and the builder gets exactly what was tested. Let a tool such as Dependabot or Renovate move it on.',
  source: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  bad: 'FROM alpine:3.23\nCMD ["date"]\n',
  good: 'FROM alpine:3.23@sha256:51183f2cfa6320055da30872f211093f9ff1d3cf06f39a0bdb212314c5dc7375\nCMD ["date"]\n',
  messages,
  on: { stage: checkStage },
});

function checkStage(stage: Stage, ctx: Context): void {
  const base = findBaseImage(stage, ctx.file);
  const { image } = stage;
  if (!base || !image || base.tag === null || base.digest !== null) return;
  const name = stage.resolvedImage ?? `${getImageName(base)}:${base.tag}`;
  ctx.report({ at: image.span, message: 'unpinned', data: { image: name }, fix: pin(stage, ctx) });
}

/** The digest under which the local engine got the image; a build then takes this one and no newer one. */
function pin({ base, image, resolvedImage }: Stage, { text, knowledge }: Context): ReportedFix<Messages> | undefined {
  if (base.kind !== 'image' || !image || resolvedImage === null) return undefined;
  if (text.slice(image.span.start, image.span.end) !== resolvedImage) return undefined;
  const name = getImageName(base.image);
  const digests = knowledge.image(resolvedImage)?.repoDigests ?? [];
  const digest = digests.map((each) => each.split('@')).find(([repository]) => shorten(repository ?? '') === name)?.[1];
  if (digest === undefined) return undefined;
  return { title: 'pin', edits: [insert(image.span.end, `@${digest}`)], safe: false };
}

function shorten(repository: string): string {
  return repository.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, '');
}
