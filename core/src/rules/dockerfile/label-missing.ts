import { finalStage, type Dockerfile, type Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';

const messages = { missing: 'The label `{key}`, which the project asks for, is missing.' } as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/label-missing',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3049'] },
  title: 'Give every image the labels of the schema',
  why: 'Whoever sorts, bills or cleans up images looks for these labels. An image without them belongs to nobody.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3049',
  configuration: 'labels:\n  schema:\n    org.example.team: text\n',
  bad: 'FROM alpine:3.23\nLABEL version=1\n',
  good: 'FROM alpine:3.23\nLABEL org.example.team=storage\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const shipped = finalStage(file);
  for (const key of Object.keys(ctx.options.labels.schema)) {
    for (const stage of findUnlabelled(file, key)) {
      // The other stages are no images; hadolint asks for labels in all that nothing is copied from.
      const presets = stage === shipped ? undefined : (['hadolint'] as const);
      ctx.report({ at: (stage.image ?? stage.from).span, message: 'missing', data: { key }, presets });
    }
  }
}

/** Stages without a label of their own or of the stage they build on, and from which no later stage copies. */
function findUnlabelled(file: Dockerfile, key: string): readonly Stage[] {
  const labelled = new Set<Stage>();
  const bare = new Set<Stage>();
  const byName = new Map<string, Stage>();
  for (const stage of file.stages) {
    if (stage.name) byName.set(stage.name.value.toLowerCase(), stage);
    if (stage.base.kind === 'stage' && labelled.has(stage.base.stage)) labelled.add(stage);
    else bare.add(stage);
    for (const { keyword, assignments, flags } of stage.instructions) {
      const copied = keyword === 'COPY' ? flags.find(({ name }) => name === 'from')?.value : undefined;
      const source = copied === undefined ? undefined : byName.get(copied.toLowerCase());
      if (source) bare.delete(source);
      if (keyword !== 'LABEL' || !assignments.some(({ name }) => name.value === key)) continue;
      labelled.add(stage);
      bare.delete(stage);
    }
  }
  return [...bare];
}
