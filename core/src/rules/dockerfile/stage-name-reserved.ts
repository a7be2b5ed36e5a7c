import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { reportWord, viewsWithout } from '../shared/buildkit.ts';
import { findStagePlaces, mapStageNames, renameStage } from '../shared/stage-references.ts';

const messages = {
  reserved: '`{name}` has a meaning of its own for the builder: give this stage another name.',
  rename: 'Call the stage `{name}`',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

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
  on: { dockerfile: checkFile },
});

const reserved: ReadonlySet<string> = new Set(['scratch', 'context']);

function checkFile(file: Dockerfile, ctx: Context): void {
  const found = file.stages.filter(({ name }) => name && reserved.has(name.value.toLowerCase()));
  if (found.length === 0) return;
  const places = findStagePlaces(file);
  const names = mapStageNames(file);
  for (const stage of found) {
    const { name, from } = stage;
    if (!name) continue;
    const presets = reserved.has(name.value) ? undefined : viewsWithout('hadolint');
    const lower = name.value.toLowerCase();
    const to = `${lower}-stage`;
    const edits = renameStage(stage, places.get(stage) ?? [], { text: file.text, to });
    // Somebody may ask for the stage by its old name from outside, so this is not done unasked.
    const rename: ReportedFix<Messages> = { title: 'rename', data: { name: to }, edits, safe: false };
    const fix = names.get(lower) === stage && !names.has(to) ? rename : undefined;
    reportWord({ at: name.span, message: 'reserved', data: { name: name.value }, fix, presets }, from, ctx);
  }
}
