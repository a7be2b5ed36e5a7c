import type { Instruction, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset } from '../../lint/index.ts';
import { span, type Span } from '../../text/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { findMovingWord } from '../shared/images.ts';
import { findBaseImage } from '../shared/stages.ts';

const messages = {
  moving: '`{tag}` is a moving tag: the next build may get another image. Name a version or add a digest.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/base-image-latest',
  kind: 'practice',
  severity: 'warning',
  refs: {
    cis: ['5.28'],
    bench134: ['5.27'],
    hadolint: ['DL3007'],
    trivy: ['DS-0001'],
    checkov: ['CKV_DOCKER_7'],
    kics: ['image_version_using_latest'],
    semgrep: ['avoid-latest-version'],
    dockle: ['DKL-DI-0006'],
  },
  title: 'Name a version instead of a moving tag',
  why: 'Tags such as `latest`, `stable` or `lts` are moved to other images. A build that worked yesterday can break today, and rolling back does not bring the old base back. A digest behind the tag makes it exact.',
  source: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  bad: 'FROM node:latest\nCMD ["node", "server.js"]\n',
  good: 'FROM node:22.21-alpine\nCMD ["node", "server.js"]\n',
  messages,
  on: { stage: checkStage, COPY: checkCopy, ADD: checkCopy, RUN: checkMounts },
});

function checkStage(stage: Stage, ctx: Context): void {
  const base = findBaseImage(stage, ctx.file);
  if (!base || !stage.image || base.digest !== null || base.tag === null) return;
  const isLiteral = stage.image.raw.endsWith(':latest');
  report(base.tag, stage.image.span, ctx, isLiteral ? undefined : viewsWithout('hadolint'));
}

function checkCopy({ flags }: Instruction, ctx: Context): void {
  for (const { name, value, valueSpan } of flags) {
    if (name === 'from' && value !== undefined && valueSpan) checkReference(value, valueSpan, ctx);
  }
}

function checkMounts({ flags }: Instruction, ctx: Context): void {
  for (const { name, value, valueSpan } of flags) {
    if (name !== 'mount' || !value || !valueSpan) continue;
    const from = /(?:^|,)from=([^,]*)/.exec(value);
    if (!from?.[1]) continue;
    const start = valueSpan.start + from.index + from[0].length - from[1].length;
    checkReference(from[1], span(start, start + from[1].length), ctx);
  }
}

/** In `--from` a name without a tag may also be a stage or a named context, so only a written tag is judged. */
function checkReference(reference: string, at: Span, ctx: Context): void {
  if (/[@$]/.test(reference)) return;
  const tag = /:([\w.-]+)$/.exec(reference)?.[1];
  // hadolint looks at FROM alone, and only for `latest` itself.
  if (tag) report(tag, at, ctx, viewsWithout('hadolint'));
}

function report(tag: string, reference: Span, ctx: Context, presets: readonly Preset[] | undefined): void {
  const word = findMovingWord(tag);
  if (word === undefined) return;
  const isWritten = ctx.text.slice(reference.start, reference.end).endsWith(`:${tag}`);
  const at = isWritten ? span(reference.end - tag.length, reference.end) : reference;
  // Everybody agrees on `latest`; the other channels are a milder form of it.
  const severity = word === 'latest' ? 'warning' : 'info';
  ctx.report({ at, message: 'moving', data: { tag }, severity, presets });
}
