import type { Dockerfile, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { reportWord, viewsWithout } from '../shared/buildkit.ts';

const messages = {
  taken: 'Another stage is called `{name}` already: which of the two a copy takes is a matter of luck.',
  first: 'The first stage of this name',
} as const;

export default defineRule({
  id: 'dockerfile/stage-name-duplicate',
  kind: 'practice',
  severity: 'error',
  refs: {
    hadolint: ['DL3024'],
    buildkit: ['DuplicateStageName'],
    trivy: ['DS-0012'],
    checkov: ['CKV_DOCKER_11'],
    kics: ['same_alias_in_different_froms'],
    semgrep: ['alias-must-be-unique'],
    'dockerfile-utils': ['DUPLICATE_BUILD_STAGE_NAME'],
  },
  title: 'Give every stage a name of its own',
  why: 'The builder compares stage names without case and takes the last one that fits. With two stages of one name, `COPY --from` and `--target` may reach another stage than the reader thinks.',
  source: 'https://docs.docker.com/reference/build-checks/duplicate-stage-name/',
  bad: 'FROM golang:1.25 AS build\nRUN go build -o /app .\n\nFROM node:22.21 AS build\nRUN npm ci\n',
  good: 'FROM golang:1.25 AS build\nRUN go build -o /app .\n\nFROM node:22.21 AS assets\nRUN npm ci\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile({ stages }: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const first = new Map<string, Stage>();
  const written = new Set<string>();
  for (const stage of stages) {
    if (!stage.name) continue;
    const { value, span } = stage.name;
    const earlier = first.get(value.toLowerCase());
    if (earlier?.name) {
      // hadolint tells `Build` from `build`, the builder does not.
      const presets = written.has(value) ? undefined : viewsWithout('hadolint');
      const related = [{ at: earlier.name.span, message: 'first' }] as const;
      reportWord({ at: span, message: 'taken', data: { name: value }, related, presets }, stage.from, ctx);
    } else first.set(value.toLowerCase(), stage);
    written.add(value);
  }
}
