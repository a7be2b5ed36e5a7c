import type { Dockerfile, Stage } from '../../dockerfile/index.ts';
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
  bad: 'FROM golang:1.25@sha256:51183f2cfa6320055da30872f211093f9ff1d3cf06f39a0bdb212314c5dc7375 AS build\nFROM alpine:3.23\n',
  good: 'FROM golang:1.25@sha256:51183f2cfa6320055da30872f211093f9ff1d3cf06f39a0bdb212314c5dc7375 AS build\nFROM alpine:3.23@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1\n',
  messages,
  on: { dockerfile: checkFile },
});

/**
 * Nobody can look up a digest without a registry. So it is asked for where the local engine knows it, and where the file
 * pins its other images and forgot one.
 */
function checkFile(file: Dockerfile, ctx: Context): void {
  const isCustom = file.stages.some((stage) => findBaseImage(stage, file)?.digest);
  for (const stage of file.stages) checkStage(stage, isCustom, ctx);
}

function checkStage(stage: Stage, isCustom: boolean, ctx: Context): void {
  const base = findBaseImage(stage, ctx.file);
  const { image } = stage;
  if (!base || !image || base.tag === null || base.digest !== null) return;
  const name = stage.resolvedImage ?? `${getImageName(base)}:${base.tag}`;
  const fix = pin(stage, ctx);
  if (fix || isCustom) ctx.report({ at: image.span, message: 'unpinned', data: { image: name }, fix });
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
