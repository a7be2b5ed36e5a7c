import type { Dockerfile, Stage } from '../dockerfile/index.ts';
import { formatSize, message, type Message, type Span } from '../text/index.ts';
import { describeStage } from './describe.ts';
import { officialImages } from './dockerfile-syntax.data.ts';
import { compareText, familiarName, rankTags, splitReference, type LocalImage } from './image-names.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { offer } from './offer.ts';

/** A word that names an image or a stage. */
export interface ImagePlace {
  /** What stands of it before the cursor. */
  readonly typed: string;
  readonly span: Span;
  readonly offset: number;
  readonly facts: LanguageFacts;
  /** `COPY --from` knows stages by their number too; FROM and mounts by their name only. */
  readonly takesNumbers: boolean;
}

/** Stages above the cursor and images of the engine; behind a colon the tags of that image, behind `@` its digest. */
export function completeImage(file: Dockerfile, place: ImagePlace): Completion[] {
  const { typed, span, facts } = place;
  const sign = typed.indexOf('@');
  if (sign >= 0) return offerDigests(typed.slice(0, sign), behind(span, sign + 1), facts);
  const { repository, tag } = splitReference(typed);
  if (repository.length < typed.length) return offerTags(repository, behind(span, typed.length - tag.length), facts);
  return [...offerStages(file, place), ...offerLocal(span, facts)];
}

function behind({ start, end }: Span, length: number): Span {
  return { start: start + length, end };
}

/** What FROM takes beside stages and local images. */
export function offerOfficial(span: Span, { images }: LanguageFacts): Completion[] {
  const local = new Set(images.map((reference) => familiarName(splitReference(reference).repository)));
  const detail = message('Official image; give it a tag');
  return [
    offer('scratch', 'value', span, { detail: message('The empty image') }),
    ...officialImages.filter((name) => !local.has(name)).map((name) => offer(name, 'image', span, { detail })),
  ];
}

function offerStages(file: Dockerfile, { span, offset, facts, takesNumbers }: ImagePlace): Completion[] {
  const own = file.stages.findLast(({ from }) => from.span.start <= offset)?.index ?? 0;
  const offered = new Map<string, Stage>();
  for (const stage of file.stages) {
    if (stage.index >= own) break;
    const name = stage.name?.value ?? (takesNumbers ? String(stage.index) : undefined);
    if (name !== undefined) offered.set(name, stage);
  }
  return [...offered].map(([name, stage]) =>
    offer(name, 'reference', span, {
      detail: message('Stage on `{image}`', { image: stage.image?.raw ?? '' }),
      // Who has a hundred stages does not read about all of them.
      documentation: offered.size > mostDescribed ? [] : describeStage(stage, facts.knowledge, file),
    }),
  );
}

const mostDescribed = 20;

function offerLocal(span: Span, facts: LanguageFacts): Completion[] {
  const ranked = rankTags([...new Set(facts.images)].map(splitReference));
  const sorted = ranked.sort((a, b) => compareText(a.repository, b.repository));
  return sorted.map(({ reference }) => offer(reference, 'image', span, { detail: detailOf(reference, facts) }));
}

function offerTags(repository: string, span: Span, facts: LanguageFacts): Completion[] {
  const wanted = familiarName(repository);
  const tags = new Map<string, LocalImage>();
  for (const reference of facts.images) {
    const image = splitReference(reference);
    if (image.tag !== '' && familiarName(image.repository) === wanted) tags.set(image.tag, image);
  }
  return rankTags([...tags.values()]).map(({ tag, reference }) =>
    offer(tag, 'image', span, { detail: detailOf(reference, facts) }),
  );
}

/** What pins an image to the very one that the engine has. */
function offerDigests(reference: string, span: Span, { knowledge }: LanguageFacts): Completion[] {
  const known = knowledge.image(reference)?.repoDigests ?? [];
  const digests = new Set(known.map((digest) => digest.slice(digest.indexOf('@') + 1)));
  const detail = message('Digest on this engine');
  return [...digests].map((digest) => offer(digest, 'value', span, { detail }));
}

function detailOf(reference: string, { knowledge }: LanguageFacts): Message {
  const size = knowledge.image(reference)?.size;
  return size === undefined ? message('On this engine') : message('On this engine, {size}', { size: formatSize(size) });
}
