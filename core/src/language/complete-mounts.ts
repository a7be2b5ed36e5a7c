import type { Dockerfile } from '../dockerfile/index.ts';
import { message, textOf, type Span } from '../text/index.ts';
import { completeImage } from './complete-images.ts';
import { findMountKey, mountTypeOf } from './describe-flag.ts';
import { mountKeyAliases, mountKeys, mountTypes } from './dockerfile-syntax.data.ts';
import { cacheFolders } from './dockerfile-values.data.ts';
import { explainValue } from './explain-values.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { endBefore, lastPiece, offer } from './offer.ts';

interface At {
  readonly offset: number;
  readonly facts: LanguageFacts;
}

/** A mount at the cursor: what is typed of it, and where its word ends. */
export interface MountPlace {
  readonly typed: string;
  readonly end: number;
}

/** `type=cache,target=/x,…`: a whole start, a key, or the value of one. */
export function completeMount(file: Dockerfile, { typed, end }: MountPlace, { offset, facts }: At): Completion[] {
  const { text } = file;
  const whole = { start: offset - typed.length, end };
  if (typed === '') {
    const first = endBefore(text, whole, offset, /,/);
    return mountTypes.map(({ start, summary }) => offer(start, 'value', first, { detail: summary }));
  }
  const { typed: piece, span } = lastPiece({ ...whole, end: offset }, typed, /,/);
  const mount = textOf(text, whole);
  const equals = piece.indexOf('=');
  if (equals < 0) {
    // The value of a key that is exchanged stays.
    const key = endBefore(text, { ...span, end }, offset, /[,=]/);
    return offerKeys(mount, { key, before: typed, hasValue: text.charAt(key.end) === '=' });
  }
  const place = endBefore(text, { start: span.start + equals + 1, end }, offset, /,/);
  const key = piece.slice(0, equals).toLowerCase();
  if (key === 'from') {
    return completeImage(file, { typed: piece.slice(equals + 1), span: place, offset, facts, takesNumbers: false });
  }
  return completeMountValue(file, { type: mountTypeOf(mount), key, span: place });
}

interface KeyPlace {
  readonly key: Span;
  /** The mount up to the cursor. */
  readonly before: string;
  readonly hasValue: boolean;
}

function offerKeys(mount: string, { key, before, hasValue }: KeyPlace): Completion[] {
  const own = before.split(',').length - 1;
  const written = mount.split(',').filter((_piece, index) => index !== own);
  const used = new Set(written.map((each) => nameOf(each.split('=', 1)[0] ?? '')));
  const types = used.has('type')
    ? []
    : mountTypes.map(({ type, summary }) => offer(`type=${type}`, 'value', key, { detail: summary }));
  const keys = (mountKeys[mountTypeOf(written.join(','))] ?? []).filter(({ name }) => !used.has(name));
  return [
    ...types,
    ...keys.map(({ name, summary, values }) => {
      const label = values === null ? name : `${name}=`;
      return offer(label, 'property', key, { detail: summary, insert: hasValue ? name : label });
    }),
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
