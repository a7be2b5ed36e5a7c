import { expandText, parseImageReference, type Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { reportWord } from '../shared/buildkit.ts';
import { createDefaultEnvironment, findFromNames, findFromVariables } from '../shared/from-args.ts';

const messages = {
  empty: 'Without a --build-arg `{image}` is empty: give its ARG a default.',
  invalid: 'Without a --build-arg `{image}` becomes `{value}`, which is no image: give its ARG a default.',
} as const;

export default defineRule({
  id: 'dockerfile/invalid-default-arg-in-from',
  kind: 'practice',
  severity: 'warning',
  refs: { buildkit: ['InvalidDefaultArgInFrom'] },
  title: 'Let every FROM name an image without build arguments too',
  why: 'An ARG without a default makes `docker build .` fail for everybody who does not know which `--build-arg` is wanted. A default shows what a good value looks like.',
  source: 'https://docs.docker.com/reference/build-checks/invalid-default-arg-in-from/',
  bad: 'ARG TAG\nFROM alpine:${TAG}\nCMD ["date"]\n',
  good: 'ARG TAG=3.23\nFROM alpine:${TAG}\nCMD ["date"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const { stages, escape, problems } = file;
  const environment = createDefaultEnvironment(file);
  if (!environment) return;
  const names = findFromNames(file);
  const refused = new Set(problems.map(({ span }) => span.start));
  for (const stage of stages) {
    const { image, from } = stage;
    if (!image) continue;
    const { value, error } = expandText(image.raw, { escape, environment });
    // BuildKit's check gives up at the first name that it cannot expand.
    if (error || value === null) return;
    if (parseImageReference(value)) continue;
    // What is wrong with build arguments as well, or not declared, is told elsewhere.
    const isTold =
      refused.has(image.span.start) || findFromVariables(stage, escape).some(({ name }) => !names.has(name));
    const presets = isTold ? (['buildkit'] as const) : undefined;
    const data = { image: image.raw, value };
    if (value === '') reportWord({ at: image.span, message: 'empty', data, presets }, from, ctx);
    else reportWord({ at: image.span, message: 'invalid', data, presets }, from, ctx);
  }
}
