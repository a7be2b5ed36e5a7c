import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { reportWord } from '../shared/buildkit.ts';
import { findStagePlaces, renameStage } from '../shared/stage-references.ts';

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
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const mixed = file.stages.filter(({ name }) => name && name.value !== name.value.toLowerCase());
  if (mixed.length === 0) return;
  const places = findStagePlaces(file);
  for (const stage of mixed) {
    if (!stage.name) continue;
    const data = { name: stage.name.value.toLowerCase() };
    const edits = renameStage(stage, places.get(stage) ?? [], { text: file.text, to: data.name });
    reportWord({ at: stage.name.span, message: 'mixed', data, fix: { title: 'lower', data, edits } }, stage.from, ctx);
  }
}
