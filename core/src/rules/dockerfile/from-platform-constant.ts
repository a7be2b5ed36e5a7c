import { expandText, finalStage, globalEnvironment, parsePlatform, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { reportWord, viewsWithout } from '../shared/buildkit.ts';
import { findFromVariables, findPlatformFlag, removeFlag, type PlatformFlag } from '../shared/from-args.ts';

const messages = {
  constant: 'This stage is built for {platform}, whatever platform is asked for.',
  variable: 'The platform of this stage is {platform}, not what the build is asked for.',
  remove: 'Remove the platform',
  build: 'Use the platform that the build runs on',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/from-platform-constant',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3029'],
    buildkit: ['FromPlatformFlagConstDisallowed'],
    kics: ['using_platform_with_from'],
    semgrep: ['avoid-platform-with-from'],
  },
  title: 'Leave the platform of a base image to the build',
  why: 'With a fixed platform, `docker build --platform` no longer decides what comes out. A stage that must differ says so in its name, and a stage that only builds takes `$BUILDPLATFORM`.',
  source: 'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',
  bad: 'FROM --platform=linux/amd64 alpine:3.23\nCMD ["date"]\n',
  good: 'FROM alpine:3.23\nCMD ["date"]\n',
  messages,
  on: { stage: checkStage },
});

function checkStage(stage: Stage, ctx: Context): void {
  const flag = findPlatformFlag(stage);
  if (!flag) return;
  const views = findViews(stage, flag, ctx);
  if (views.length === 0) return;
  const isConstant = !flag.value.includes('$');
  const message = isConstant ? 'constant' : 'variable';
  const fix = isConstant ? planFix(stage, flag, ctx) : undefined;
  reportWord({ at: flag.span, message, data: { platform: flag.value }, fix, presets: views }, stage.from, ctx);
}

/** hadolint minds every platform but those of the build itself; BuildKit constants, unless the stage is named for it. */
function findViews(stage: Stage, { value }: PlatformFlag, { file }: Context): readonly Preset[] {
  const isOfBuild = /BUILDPLATFORM|TARGETPLATFORM/.test(value);
  const views = viewsWithout('hadolint');
  return [...(isConstantOfNoName(stage, value, file.escape) ? views : []), ...(isOfBuild ? [] : ['hadolint' as const])];
}

function isConstantOfNoName(stage: Stage, value: string, escape: string): boolean {
  const hasVariables = findFromVariables(stage, escape).some(
    ({ span }) => span.start < (stage.image?.span.start ?? Number.POSITIVE_INFINITY),
  );
  if (hasVariables) return false;
  const written = expandText(value, { escape, environment: globalEnvironment([], escape) }).value;
  const platform = written === null ? null : parsePlatform(written);
  const name = stage.name?.value.toLowerCase() ?? '';
  return platform !== null && !name.includes(platform.os) && !name.includes(platform.architecture);
}

function planFix(stage: Stage, flag: PlatformFlag, { file, text }: Context): ReportedFix<Messages> {
  return stage === finalStage(file)
    ? { title: 'remove', edits: [removeFlag(flag, text)], safe: false }
    : { title: 'build', edits: [replace(flag.valueSpan, '$BUILDPLATFORM')], safe: false };
}
