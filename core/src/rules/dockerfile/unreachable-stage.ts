import type { Dockerfile, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { findSourceNames, findSourceStage, mapStageNames } from '../shared/stage-references.ts';

const messages = {
  unnamed: 'No later stage uses this one, and it has no name by which a build could ask for it.',
  unused: 'No later stage uses `{name}`; it is built only by whoever asks for it with --target.',
} as const;

export default defineRule({
  id: 'dockerfile/unreachable-stage',
  kind: 'practice',
  severity: 'hint',
  refs: { tally: ['no-unreachable-stages'] },
  title: 'Remove stages that nothing uses',
  why: 'The builder skips a stage that the last one does not need. Often its COPY was removed or renamed, and what it builds no longer reaches the image.',
  source: 'https://docs.docker.com/build/building/multi-stage/#differences-between-legacy-builder-and-buildkit',
  bad: 'FROM golang:1.25 AS build\nRUN go build -o /app .\n\nFROM alpine:3.23\nCMD ["/app"]\n',
  good: 'FROM golang:1.25 AS build\nRUN go build -o /app .\n\nFROM alpine:3.23\nCOPY --from=build /app /app\nCMD ["/app"]\n',
  messages,
  tag: 'unnecessary',
  on: { dockerfile: checkFile },
});

/** Nobody writes more; a variable in a name is compared with all of them. */
const mostStages = 300;

function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const last = file.stages.at(-1);
  if (!last || file.stages.length < 2 || file.stages.length > mostStages) return;
  const needs = findNeeds(file);
  const reached = findReached([last], needs);
  const used = new Set([...needs.values()].flat());
  const named = file.stages.filter(({ name }) => name !== null);
  // What only a named stage needs is there for whoever asks for that one.
  const onDemand = findReached(
    named.filter((stage) => !isForBuilding(stage) || used.has(stage)),
    needs,
  );
  for (const stage of file.stages) {
    if (reached.has(stage)) continue;
    const { name, from } = stage;
    if (name === null) {
      if (!onDemand.has(stage)) ctx.report({ at: from.keywordSpan, message: 'unnamed' });
    } else {
      const presets = onDemand.has(stage) ? (['strict'] as const) : viewsWithout();
      ctx.report({ at: name.span, message: 'unused', data: { name: name.value }, presets });
    }
  }
}

/** A stage of such a name is hardly ever asked for by itself. */
function isForBuilding({ name }: Stage): boolean {
  return /(?:^|[-_.])(?:build|builder|compile|compiler|deps|dependencies|vendor|fetch|download|assets)(?:[-_.]|$)/i.test(
    name?.value ?? '',
  );
}

/** The stages that each stage is made of, copies from or mounts. */
function findNeeds(file: Dockerfile): ReadonlyMap<Stage, readonly Stage[]> {
  const names = mapStageNames(file);
  return new Map(
    file.stages.map((stage) => {
      const sources = stage.instructions
        .flatMap((instruction) => [instruction, ...(instruction.inner ? [instruction.inner] : [])])
        .flatMap((instruction) => findSourceNames(instruction))
        .flatMap((source) => findSourceStage(source, file, names) ?? []);
      return [stage, [...findBases(stage, file), ...sources]];
    }),
  );
}

/** A variable in the name may make it any stage that begins like it. */
function findBases({ base, image, index }: Stage, { stages }: Dockerfile): readonly Stage[] {
  const at = image?.raw.indexOf('$') ?? -1;
  if (at < 0) return base.kind === 'stage' ? [base.stage] : [];
  const prefix = image?.raw.slice(0, at).replace(/^["']/, '').toLowerCase() ?? '';
  return stages.filter(({ name, index: other }) => other < index && name?.value.toLowerCase().startsWith(prefix));
}

function findReached(from: readonly Stage[], needs: ReadonlyMap<Stage, readonly Stage[]>): ReadonlySet<Stage> {
  const reached = new Set(from);
  // A set may grow while it is walked through, and every stage comes once.
  for (const stage of reached) for (const needed of needs.get(stage) ?? []) reached.add(needed);
  return reached;
}
