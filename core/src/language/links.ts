import type { SourceDocument } from '../project/index.ts';
import type { Span } from '../text/index.ts';
import { imagePage } from './describe-image.ts';
import type { DocumentLink } from './model.ts';

/** The pages of the images that a file names. */
export function findLinks(document: SourceDocument): readonly DocumentLink[] {
  return imagesOf(document).flatMap(({ span, reference }) => {
    const url = imagePage(reference);
    return url === undefined ? [] : [{ span, url }];
  });
}

function imagesOf(document: SourceDocument): { span: Span; reference: string }[] {
  if (document.language === 'dockerignore') return [];
  if (document.language === 'dockerfile') {
    return document.model.stages.flatMap(({ image, base, resolvedImage }) =>
      image && base.kind === 'image' && resolvedImage !== null ? [{ span: image.span, reference: resolvedImage }] : [],
    );
  }
  return document.model.services.flatMap((service) => {
    const image = service.find('image');
    // A value that a merge key brought in is written elsewhere, and linked there.
    if (!image || image.merged || image.value.kind !== 'scalar' || image.value.origin !== null) return [];
    return image.value.text ? [{ span: image.value.span, reference: image.value.text }] : [];
  });
}
