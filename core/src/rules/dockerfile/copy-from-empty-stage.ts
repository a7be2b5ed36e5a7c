import type { Dockerfile, Keyword, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findSourceNames, findSourceStage, mapStageNames } from '../shared/stage-references.ts';

const messages = {
  empty: 'Nothing is ever put into the stage `{stage}`, so there is nothing to copy from it.',
  start: 'It begins with the empty image',
} as const;

export default defineRule({
  id: 'dockerfile/copy-from-empty-stage',
  kind: 'practice',
  severity: 'error',
  refs: { tally: ['copy-from-empty-scratch-stage'] },
  title: 'Copy from a stage that has files',
  why: '`scratch` is empty. A stage that is made of it and never receives a file has nothing to give, and the build stops at the copy.',
  source: 'https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch',
  bad: 'FROM scratch AS assets\nLABEL kind=assets\n\nFROM nginx:1.29\nCOPY --from=assets /www /usr/share/nginx/html\n',
  good: 'FROM scratch AS assets\nCOPY www /www\n\nFROM nginx:1.29\nCOPY --from=assets /www /usr/share/nginx/html\n',
  messages,
  on: { dockerfile: checkFile },
});

/** What fills a stage with files; a trigger may do so in a stage that is built upon this one. */
const filling: ReadonlySet<Keyword | null> = new Set<Keyword>(['ADD', 'COPY', 'RUN', 'WORKDIR']);

function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const empty = findEmptyStages(file);
  if (empty.size === 0) return;
  const names = mapStageNames(file);
  for (const copy of file.instructions) {
    if (copy.keyword !== 'COPY') continue;
    for (const source of findSourceNames(copy)) {
      const stage = findSourceStage(source, file, names);
      if (!stage || !empty.has(stage) || stage.index >= (copy.stage ?? 0)) continue;
      const related = [{ at: stage.from.span, message: 'start' }] as const;
      ctx.report({ at: source.span, message: 'empty', data: { stage: source.text }, related });
    }
  }
}

function findEmptyStages({ stages }: Dockerfile): ReadonlySet<Stage> {
  const empty = new Set<Stage>();
  for (const stage of stages) {
    const { base, instructions } = stage;
    const isBaseEmpty = base.kind === 'scratch' || (base.kind === 'stage' && empty.has(base.stage));
    const fills = instructions.some(({ keyword }) => filling.has(keyword) || keyword === 'ONBUILD');
    if (isBaseEmpty && !fills) empty.add(stage);
  }
  return empty;
}
