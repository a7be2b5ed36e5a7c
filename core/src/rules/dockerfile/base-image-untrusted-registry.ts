import { parseImageReference, type Dockerfile, type ImageReference } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import type { Span } from '../../text/index.ts';
import { findSourceNames } from '../shared/stage-references.ts';
import { findBaseImage, getSections } from '../shared/stages.ts';

const messages = {
  untrusted: '`{registry}` is not among the registries that this project trusts: {trusted}.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/base-image-untrusted-registry',
  kind: 'security',
  severity: 'error',
  refs: { cis: ['4.2'], bench134: ['4.2'], hadolint: ['DL3026'], dockle: ['CIS-DI-0002'] },
  title: 'Take images from trusted registries only',
  why: 'Whoever owns the registry decides what runs in your containers. The list in the configuration says whom the project trusts; without a list this rule is silent.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3026',
  bad: 'FROM quay.io/acme/app:1.2\nCMD ["/app"]\n',
  good: 'FROM registry.example.org/acme/app:1.2\nCMD ["/app"]\n',
  configuration: "registries:\n  trusted: ['*.example.org']\n",
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (ctx.options.trustedRegistries.length === 0) return;
  const names = new Set<string>();
  for (const { stage, instructions } of getSections(file)) {
    const base = stage && findBaseImage(stage, file);
    if (base && stage.image) check(base, stage.image.span, ctx);
    if (stage?.name) names.add(stage.name.value.toLowerCase());
    for (const source of instructions.flatMap(findSourceNames)) {
      const isStage = names.has(source.text.toLowerCase()) || /^\d+$/.test(source.text) || source.text === 'scratch';
      const image = isStage ? null : parseImageReference(source.text);
      if (image) check(image, source.span, ctx);
    }
  }
}

function check(image: ImageReference, at: Span, ctx: Context): void {
  const { trustedRegistries } = ctx.options;
  const registries = image.registry === null || isHub(image.registry) ? hubNames : [image.registry];
  if (registries.some((registry) => trustedRegistries.some((pattern) => matches(registry, pattern)))) return;
  const data = { registry: registries[0] ?? '', trusted: trustedRegistries.join(', ') };
  ctx.report({ at, message: 'untrusted', data });
}

/** The names that a configuration may use for Docker Hub. */
const hubNames = ['docker.io', 'hub.docker.com', 'index.docker.io'];

function isHub(registry: string): boolean {
  return hubNames.includes(registry);
}

/** `*` stands for anything at one end of a name, or alone for every registry. */
function matches(registry: string, pattern: string): boolean {
  if (pattern.startsWith('*')) return registry.endsWith(pattern.slice(1));
  if (pattern.endsWith('*')) return registry.startsWith(pattern.slice(0, -1));
  return registry === pattern;
}
