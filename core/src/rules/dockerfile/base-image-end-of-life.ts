import type { ImageReference, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { span, type Span } from '../../text/index.ts';
import { getImageName } from '../shared/images.ts';
import { findBaseImage } from '../shared/stages.ts';
import { alpineEnds, debianEnds, supportTables } from '../shared/support-ends.data.ts';

const messages = {
  ended: '{product} {release} gets no more fixes since {date}: move to a newer release.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/base-image-end-of-life',
  kind: 'security',
  severity: 'info',
  refs: { cis: ['4.4'], bench134: ['4.4'], tally: ['ruby/eol-ruby-version'] },
  title: 'Build on releases that still get fixes',
  why: 'Once the support of a release has ended, holes that become known in it stay open, and rebuilding the image brings nothing new. The dates come from a table that is part of each version of Drydock.',
  source: 'https://endoflife.date/',
  bad: 'FROM python:3.8-slim\nCMD ["python", "app.py"]\n',
  good: 'FROM python:3.13-slim\nCMD ["python", "app.py"]\n',
  messages,
  on: { stage: checkStage },
});

function checkStage(stage: Stage, ctx: Context): void {
  const base = findBaseImage(stage, ctx.file);
  const { image } = stage;
  if (!base || base.tag === null || !image) return;
  const ended = findEnded(base, base.tag).find(({ date }) => date < ctx.today);
  if (ended) ctx.report({ at: placeOf(base, image.span, ctx), message: 'ended', data: { ...ended } });
}

interface Line {
  readonly product: string;
  readonly release: string;
  readonly date: string;
}

/** The lines that a tag names: the product's own, then the distribution it is put on, as in `3.13-slim-buster`. */
function findEnded(image: ImageReference, tag: string): readonly Line[] {
  const name = getImageName(image);
  const [version = '', ...variants] = tag.toLowerCase().split('-');
  const table = supportTables.find((each) => each.name.test(name));
  const own = table ? findLine(table, version) : [];
  const below = table && !/^(?:debian|ubuntu|alpine)$/.test(name) ? variants.flatMap(findDistribution) : [];
  return [...own, ...below];
}

function findDistribution(variant: string): readonly Line[] {
  const alpine = /^alpine(\d+\.\d+)$/.exec(variant)?.[1];
  if (alpine !== undefined) return findLine({ product: 'Alpine Linux', ends: alpineEnds }, alpine);
  return /^[a-z]+$/.test(variant) ? findLine({ product: 'Debian', ends: debianEnds }, variant) : [];
}

/** `3.9.1` belongs to 3.9, or to 3 where that is the line. */
function findLine(
  { product, ends }: { readonly product: string; readonly ends: Readonly<Record<string, string>> },
  version: string,
): readonly Line[] {
  const parts = version.replace(/^v(?=\d)/, '').split('.');
  for (let length = Math.min(parts.length, 4); length > 0; length--) {
    const release = parts.slice(0, length).join('.');
    const date = Object.hasOwn(ends, release) ? ends[release] : undefined;
    if (date !== undefined) return [{ product, release, date }];
  }
  return [];
}

/** The tag where it is written out, else the whole reference. */
function placeOf({ tag, digest }: ImageReference, reference: Span, { text }: Context): Span {
  const written = text.slice(reference.start, reference.end);
  const end = digest === null ? written.length : written.length - digest.length - 1;
  const start = end - (tag?.length ?? 0);
  const isWritten = written.slice(start - 1, end) === `:${tag ?? ''}`;
  return isWritten ? span(reference.start + start, reference.start + end) : reference;
}
