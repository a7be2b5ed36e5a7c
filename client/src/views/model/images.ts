import { formatSize, message, type ContainerSummary, type ImageSummary } from '#core';
import { compareNames, withoutRepeatedIds, type TreeNode } from './node.ts';
import { formatTime, safeName, shortId } from './safe-text.ts';

/** One node for each tag, by name; images without a tag come last. */
export function imageNodes(
  engine: string,
  images: readonly ImageSummary[],
  containers: readonly ContainerSummary[],
): readonly TreeNode[] {
  const used = new Set(containers.map(({ imageId }) => imageId));
  const tagged = images.flatMap((image) => image.tags.map((tag) => imageNode(engine, image, { tag, used })));
  const untagged = images.filter(({ tags }) => tags.length === 0);
  return withoutRepeatedIds([
    ...tagged.sort((a, b) => compareNames(a.label, b.label)),
    ...untagged.map((image) => imageNode(engine, image, { tag: null, used })),
  ]);
}

function imageNode(
  engine: string,
  image: ImageSummary,
  { tag, used }: { readonly tag: string | null; readonly used: ReadonlySet<string> },
): TreeNode {
  const name = tag === null ? shortId(image.id) : safeName(tag);
  const size = formatSize(image.size);
  const use = used.has(image.id) ? [message('in use')] : [];
  const untagged = tag === null ? [message('untagged')] : [];
  const flags = ['image', tag === null ? 'untagged' : 'tagged', ...(use.length > 0 ? ['used'] : [])];
  return {
    id: `${engine}/image/${image.id}${tag === null ? '' : `/${tag}`}`,
    label: name,
    description: [...untagged, size, ...use],
    icon: use.length > 0 ? 'package' : 'archive',
    color: null,
    flags,
    spoken: [message('Image {name}', { name }), ...untagged, size, ...use],
    facts: [
      { name: message('Name'), value: name },
      { name: message('ID'), value: shortId(image.id) },
      { name: message('Size'), value: size },
      { name: message('Created'), value: formatTime(image.created) },
      ...(image.tags.length > 1 ? [{ name: message('All tags'), value: image.tags.map(safeName).join(', ') }] : []),
    ],
    target: { kind: 'image', id: image.id, reference: tag ?? image.id, name, flags },
  };
}
