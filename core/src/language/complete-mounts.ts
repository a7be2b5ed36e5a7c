import type { Dockerfile } from '../dockerfile/index.ts';
import { message, type Span } from '../text/index.ts';
import { completeImage } from './complete-images.ts';
import { findMountKey, mountTypeOf } from './describe-flag.ts';
import { mountKeyAliases, mountKeys, mountTypes } from './dockerfile-syntax.data.ts';
import { cacheFolders } from './dockerfile-values.data.ts';
import { explainValue } from './explain-values.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { lastPiece, offer } from './offer.ts';

interface At {
  readonly offset: number;
  readonly facts: LanguageFacts;
}

/** `type=cache,target=/x,…`: a whole start, a key, or the value of one. */
export function completeMount(file: Dockerfile, typed: string, { offset, facts }: At): Completion[] {
  const typedSpan = { start: offset - typed.length, end: offset };
  if (typed === '') {
    return mountTypes.map(({ start, summary }) => offer(start, 'value', typedSpan, { detail: summary }));
  }
  const { typed: piece, span } = lastPiece(typedSpan, typed, /,/);
  const equals = piece.indexOf('=');
  if (equals < 0) return offerKeys(typed, span);
  const key = piece.slice(0, equals).toLowerCase();
  const value = { typed: piece.slice(equals + 1), span: { start: span.start + equals + 1, end: offset } };
  if (key === 'from') return completeImage(file, { ...value, offset, facts, takesNumbers: false });
  return completeMountValue(file, { type: mountTypeOf(typed), key, span: value.span });
}

function offerKeys(typed: string, span: Span): Completion[] {
  const written = typed.split(',').slice(0, -1);
  const used = new Set(written.map((each) => nameOf(each.split('=', 1)[0] ?? '')));
  const types = used.has('type')
    ? []
    : mountTypes.map(({ type, summary }) => offer(`type=${type}`, 'value', span, { detail: summary }));
  const keys = (mountKeys[mountTypeOf(typed)] ?? []).filter(({ name }) => !used.has(name));
  return [
    ...types,
    ...keys.map(({ name, summary, values }) =>
      offer(values === null ? name : `${name}=`, 'property', span, { detail: summary }),
    ),
  ];
}

function nameOf(key: string): string {
  const lower = key.toLowerCase();
  return mountKeyAliases.get(lower) ?? lower;
}

interface MountValue {
  readonly type: string;
  readonly key: string;
  readonly span: Span;
}

function completeMountValue(file: Dockerfile, { type, key, span }: MountValue): Completion[] {
  const name = nameOf(key);
  if (name === 'type') {
    return mountTypes.map((each) => offer(each.type, 'value', span, { detail: each.summary }));
  }
  if (name === 'target' && type === 'cache') {
    return cacheFolders.map(({ value, summary }) => offer(value, 'value', span, { detail: summary }));
  }
  const elsewhere = name === 'id' ? idsOf(file, type, span.start) : [];
  const used = message('Used in this file');
  return [
    ...elsewhere.map((id) => offer(id, 'value', span, { detail: used })),
    ...(findMountKey(type, name)?.values ?? ['true', 'false'])
      .filter((value) => !elsewhere.includes(value))
      .map((value) => offer(value, 'value', span, { detail: explainValue(name, value) })),
  ];
}

/** The ids that other mounts of the same type have. */
function idsOf(file: Dockerfile, type: string, typing: number): string[] {
  const ids = new Set<string>();
  for (const { flags } of file.instructions) {
    for (const { name, value, span } of flags) {
      const isOther = name === 'mount' && value !== undefined && (typing < span.start || typing > span.end);
      if (!isOther || mountTypeOf(value) !== type) continue;
      const id = /(?:^|,)id=([^,]+)/i.exec(value)?.[1];
      if (id !== undefined) ids.add(id);
    }
  }
  return [...ids];
}
