import { expandText, type Environment, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { reportWord, viewsWithout } from '../shared/buildkit.ts';
import { findPlatformFlag, removeFlag } from '../shared/from-args.ts';

const messages = {
  redundant: 'This is the platform that the builder takes anyway.',
  remove: 'Remove the platform',
} as const;

export default defineRule({
  id: 'dockerfile/from-platform-redundant',
  kind: 'style',
  severity: 'hint',
  refs: { hadolint: ['DL3065'], buildkit: ['RedundantTargetPlatform'] },
  title: 'Leave out --platform=$TARGETPLATFORM',
  why: 'A base image is always taken for the target platform, unless the line says otherwise. Saying it makes readers look for a reason.',
  source: 'https://docs.docker.com/reference/build-checks/redundant-target-platform/',
  bad: 'FROM --platform=$TARGETPLATFORM alpine:3.23\nCMD ["date"]\n',
  good: 'FROM alpine:3.23\nCMD ["date"]\n',
  messages,
  tag: 'unnecessary',
  on: { stage: checkStage },
});

const sample = 'linux/amd64';
const targetOnly: Environment = {
  get: (name) => (name === 'TARGETPLATFORM' ? sample : undefined),
  names: () => ['TARGETPLATFORM'],
};

function checkStage(stage: Stage, ctx: DockerfileContext<typeof messages>): void {
  const flag = findPlatformFlag(stage);
  if (!flag?.value.includes('TARGETPLATFORM')) return;
  const { escape, globalArgs } = ctx.file;
  const { value, variables } = expandText(flag.value, { escape, environment: targetOnly });
  if (value !== sample || variables.length === 0 || variables.some(({ name }) => name !== 'TARGETPLATFORM')) return;
  const isPlain = flag.value === '$TARGETPLATFORM' || flag.value === '${TARGETPLATFORM}';
  const isRedefined = globalArgs.some(({ assignments }) =>
    assignments.some(({ name }) => name.value === 'TARGETPLATFORM'),
  );
  const fix = isRedefined ? undefined : ({ title: 'remove', edits: [removeFlag(flag, ctx.text)] } as const);
  const presets = isPlain ? undefined : viewsWithout('hadolint');
  reportWord({ at: flag.span, message: 'redundant', fix, presets }, stage.from, ctx);
}
