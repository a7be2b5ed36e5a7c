import type { ComposeFile } from '../compose/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { linkImage, linksOfDockerfile } from './links-dockerfile.ts';
import type { DocumentLink } from './model.ts';

/** Where what a file names can be looked at: pages of images, other addresses, files of the build context. */
export function findLinks(document: SourceDocument): readonly DocumentLink[] {
  if (document.language === 'dockerignore') return [];
  return document.language === 'dockerfile' ? linksOfDockerfile(document.model) : linksOfCompose(document.model);
}

function linksOfCompose({ services }: ComposeFile): DocumentLink[] {
  return services.flatMap((service) => {
    const image = service.find('image');
    // A value that a merge key brought in is written elsewhere, and linked there.
    if (!image || image.merged || image.value.kind !== 'scalar' || image.value.origin !== null) return [];
    return image.value.text ? linkImage(image.value.text, image.value.span) : [];
  });
}
