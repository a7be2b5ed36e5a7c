import { expandText, globalEnvironment, parsePlatform, type Platform, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ImageFacts } from '../../lint/index.ts';
import { reportWord } from '../shared/buildkit.ts';
import { findPlatformFlag } from '../shared/from-args.ts';

const messages = {
  mismatch: '`{image}` was built for {actual}, and this stage asks for {expected}.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/base-image-platform-mismatch',
  kind: 'practice',
  severity: 'warning',
  refs: { buildkit: ['InvalidBaseImagePlatform'], tally: ['platform-mismatch'] },
  title: 'Build on an image of the platform that is asked for',
  why: 'Programs of another processor run slowly under emulation, or not at all. An image that exists on this engine only cannot be fetched for another platform. Without an engine to ask this rule is silent.',
  source: 'https://docs.docker.com/reference/build-checks/invalid-base-image-platform/',
  bad: 'FROM --platform=linux/arm64 acme/base:1\nCMD ["/app"]\n',
  good: 'FROM acme/base:1\nCMD ["/app"]\n',
  images: { 'acme/base:1': { platform: 'linux/amd64', repoDigests: [] } },
  messages,
  on: { stage: checkStage },
});

function checkStage(stage: Stage, ctx: Context): void {
  const { image, resolvedImage, base, from } = stage;
  const expected = findExpected(stage, ctx);
  if (!expected || !image || resolvedImage === null || base.kind !== 'image') return;
  const actual = findActual(ctx.knowledge.image(resolvedImage));
  if (!actual || (expected.os === actual.os && expected.architecture === actual.architecture)) return;
  const data = { image: resolvedImage, actual: show(actual), expected: show(expected) };
  reportWord({ at: image.span, message: 'mismatch', data }, from, ctx);
}

function findExpected(stage: Stage, { file }: Context): Platform | null {
  const flag = findPlatformFlag(stage);
  if (!flag) return null;
  const { escape, globalArgs } = file;
  const { value } = expandText(flag.value, { escape, environment: globalEnvironment(globalArgs, escape) });
  return value === null ? null : parsePlatform(value);
}

/** What came from a registry may be fetched from there for another platform, so only an image of this engine counts. */
function findActual(facts: ImageFacts | undefined): Platform | null {
  return facts?.platform !== undefined && facts.repoDigests?.length === 0 ? parsePlatform(facts.platform) : null;
}

function show({ os, architecture }: Platform): string {
  return `${os}/${architecture}`;
}
