import { fillVariables, replaceInside, type ComposeService, type ScalarNode } from '../../compose/index.ts';
import { defineRule, type ComposeContext } from '../../lint/index.ts';
import type { TextEdit } from '../../text/index.ts';
import { originOf } from '../shared/compose-places.ts';
import { findMovingWord } from '../shared/images.ts';

const messages = {
  untagged: '`{image}` has no tag, so it means `latest`: whatever was pushed last.',
  moving: '`{tag}` is moved to other images from time to time, so two machines may run different ones.',
  setHere: 'The image is set here.',
  useTag: 'Use `{tag}`, the same image on this machine',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/service-image-mutable-tag',
  kind: 'practice',
  severity: 'warning',
  refs: {
    cis: ['5.28'],
    bench134: ['5.27'],
    dclint: ['service-image-require-explicit-tag'],
    'compose-lint': ['CL-0004'],
    docksec: ['compose-latest-or-untagged-image'],
    trivy: ['USR-COMPOSE-0001'],
  },
  title: 'Name the version of an image',
  why: 'A tag such as latest points to another image after every release. The next machine, or the next pull, then runs a version that nobody has tried, and there is no name for the one to go back to.',
  source: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
  bad: 'services:\n  web:\n    image: nginx:latest\n',
  good: 'services:\n  web:\n    image: nginx:1.29.1\n',
  messages,
  on: { service: check },
});

/** Stands for a variable whose value nobody knows. */
const unknown = '\u0000';

function check(service: ComposeService, ctx: Context): void {
  const image = service.find('image');
  // Beside `build` the name is given, not looked up.
  if (image?.value.kind !== 'scalar' || service.find('build')) return;
  const reference = fillVariables(image.value.raw, unknown).trim();
  const { repository, tag, digest } = splitReference(reference);
  if (repository === '' || digest || isHidden(repository, tag)) return;
  const moving = tag === undefined || findMovingWord(tag) !== undefined;
  if (!moving) return;
  const fix = fixWithLocalTag(image.value, repository, ctx);
  const related = originOf(image.value).map((at) => ({ at, message: 'setHere' as const }));
  const at = image.value.span;
  if (tag === undefined)
    ctx.report({ at, message: 'untagged', data: { image: reference.replaceAll(unknown, '…') }, related, fix });
  else ctx.report({ at, message: 'moving', data: { tag }, related, fix });
}

function splitReference(reference: string) {
  const [name = '', digest] = reference.split('@', 2);
  // A colon before a slash belongs to the port of a registry.
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return colon < 0
    ? { repository: name, tag: undefined, digest }
    : { repository: name.slice(0, colon), tag: name.slice(colon + 1), digest };
}

/** A variable in the tag, or in the last part of a name without tag, may hold a good tag. */
function isHidden(repository: string, tag: string | undefined): boolean {
  return (tag ?? repository.slice(repository.lastIndexOf('/') + 1)).includes(unknown);
}

function fixWithLocalTag(image: ScalarNode, repository: string, ctx: Context) {
  const known = image.interpolated ? undefined : ctx.knowledge.image(image.raw);
  const tags = (known?.repoTags ?? []).filter((name) => isPlainTagOf(name, repository));
  // The longest tag says most: 1.29.1 rather than 1.
  const [best] = tags.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const edit: TextEdit | undefined = best === undefined ? undefined : replaceInside(image, 0, best);
  return best === undefined || !edit
    ? undefined
    : ({ title: 'useTag', data: { tag: best }, edits: [edit], safe: false } as const);
}

function isPlainTagOf(name: string, repository: string): boolean {
  const { repository: other, tag } = splitReference(name);
  return other === repository && tag !== undefined && findMovingWord(tag) === undefined;
}
