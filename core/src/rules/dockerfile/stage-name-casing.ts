import type { Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { reportWord } from '../shared/buildkit.ts';
import { renameStage } from '../shared/stage-references.ts';

const messages = {
  mixed: 'The builder knows this stage as `{name}`: write it like that.',
  lower: 'Write `{name}` here and wherever the stage is named',
} as const;

export default defineRule({
  id: 'dockerfile/stage-name-casing',
  kind: 'style',
  severity: 'hint',
  refs: { buildkit: ['StageNameCasing'] },
  title: 'Write stage names in lower case',
  why: 'The builder lower-cases stage names, and its messages show them like that. One way to write a name is easier to search for.',
  source: 'https://docs.docker.com/reference/build-checks/stage-name-casing/',
  bad: 'FROM alpine:3.23 AS BuildBase\nRUN date > /built\n',
  good: 'FROM alpine:3.23 AS build-base\nRUN date > /built\n',
  messages,
  on: { stage: checkStage },
});

function checkStage(stage: Stage, ctx: DockerfileContext<typeof messages>): void {
  const { name, from } = stage;
  if (!name || name.value === name.value.toLowerCase()) return;
  const data = { name: name.value.toLowerCase() };
  const fix = { title: 'lower', data, edits: renameStage(stage, data.name, ctx.file) } as const;
  reportWord({ at: name.span, message: 'mixed', data, fix }, from, ctx);
}
