import type { ObjectKind } from '#engine';
import type { Target } from '../views/model/index.ts';

export const inspectScheme = 'drydock-inspect';

/** Where the JSON of an object stands: the last part of the path is the tab's title, the query holds the id. */
export function inspectUri({ kind, id, name }: Pick<Target, 'kind' | 'id' | 'name'>) {
  const title = name.replace(/[/\\?#%:]+/g, '-');
  return { scheme: inspectScheme, path: `/${kind}/${title}.json`, query: id };
}

/** The object of such a place; undefined for a place that nobody of ours made. */
export function readInspectUri({ path, query }: { readonly path: string; readonly query: string }) {
  const kind = path.split('/')[1];
  const kinds: readonly ObjectKind[] = ['container', 'image', 'volume', 'network'];
  const found = kinds.find((candidate) => candidate === kind);
  return found === undefined || query === '' ? undefined : { kind: found, id: query };
}
