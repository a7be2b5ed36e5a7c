import type { Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { reportWord, viewsWithout } from '../shared/buildkit.ts';
import { mapStageNames, renameStage } from '../shared/stage-references.ts';

const messages = {
  reserved: '`{name}` has a meaning of its own for the builder: give this stage another name.',
  rename: 'Call the stage `{name}`',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/stage-name-reserved',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3063'],
    buildkit: ['ReservedStageName'],
    'dockerfile-utils': ['INVALID_BUILD_STAGE_NAME'],
  },
  title: 'Call no stage scratch or context',
  why: '`scratch` is the empty image and `context` the folder that is built. A stage of that name hides the one or is hidden by the other.',
  source: 'https://docs.docker.com/reference/build-checks/reserved-stage-name/',
  bad: 'FROM alpine:3.23 AS context\nRUN date > /built\n',
  good: 'FROM alpine:3.23 AS build\nRUN date > /built\n',
  messages,
  on: { stage: checkStage },
});

const reserved: ReadonlySet<string> = new Set(['scratch', 'context']);

function checkStage(stage: Stage, ctx: DockerfileContext<Messages>): void {
  const { name, from } = stage;
  if (!name || !reserved.has(name.value.toLowerCase())) return;
  const presets = reserved.has(name.value) ? undefined : viewsWithout('hadolint');
  reportWord(
    { at: name.span, message: 'reserved', data: { name: name.value }, fix: rename(stage, ctx), presets },
    from,
    ctx,
  );
}

/** Somebody may ask for the stage by its old name from outside, so this is not done unasked. */
function rename(stage: Stage, { file }: DockerfileContext<Messages>): ReportedFix<Messages> | undefined {
  const name = `${stage.name?.value.toLowerCase() ?? ''}-stage`;
  const names = mapStageNames(file);
  const isAlone = names.get(stage.name?.value.toLowerCase() ?? '') === stage && !names.has(name);
  return isAlone ? { title: 'rename', data: { name }, edits: renameStage(stage, name, file), safe: false } : undefined;
}
