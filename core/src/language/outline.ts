import type { ComposeFile, MapEntry } from '../compose/index.ts';
import type { SourceDocument } from '../project/index.ts';
import type { OutlineSymbol } from './model.ts';
import { outlineDockerfile } from './outline-dockerfile.ts';

/** Stages with their instructions, or sections with their services and what belongs to them. */
export function findOutline(document: SourceDocument): readonly OutlineSymbol[] {
  if (document.language === 'dockerignore') return [];
  return document.language === 'dockerfile' ? outlineDockerfile(document.model) : outlineCompose(document.model);
}

const containers = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models'];

function outlineCompose({ root }: ComposeFile): OutlineSymbol[] {
  return (root?.entries ?? [])
    .filter(({ merged }) => !merged)
    .map((entry) => {
      const kind = entry.key === 'services' ? 'service' : 'resource';
      const inside = containers.includes(entry.key) ? childrenOf(entry) : [];
      const children = inside.map((child) => outlineEntry(child, kind, kind === 'service' ? childrenOf(child) : []));
      return { ...outlineEntry(entry, 'section', []), children };
    });
}

function childrenOf({ value }: MapEntry): readonly MapEntry[] {
  return value.kind === 'map' ? value.entries.filter(({ merged }) => !merged) : [];
}

function outlineEntry(entry: MapEntry, kind: OutlineSymbol['kind'], inside: readonly MapEntry[]): OutlineSymbol {
  const { key, keySpan, span, value } = entry;
  const image = inside.find((each) => each.key === 'image')?.value;
  const shown = image?.kind === 'scalar' ? image : value.kind === 'scalar' ? value : undefined;
  return {
    name: key === '' ? '?' : key,
    detail: shown?.raw ?? '',
    kind,
    span: { start: Math.min(span.start, keySpan.start), end: Math.max(span.end, keySpan.end) },
    nameSpan: keySpan,
    children: inside.map((each) => outlineEntry(each, 'instruction', [])),
  };
}
