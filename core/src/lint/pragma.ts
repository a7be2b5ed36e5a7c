import type { Span } from '../text/index.ts';
import type { Peer } from './finding.ts';

/**
 * What a comment silences: `next` is the next instruction or YAML node, `line` the line it stands on (when something
 * stands before it) or the next one, `stage` and `service` the whole one around or behind it.
 */
export type PragmaScope = 'next' | 'line' | 'stage' | 'service' | 'file';

/** A rule's name in a comment; `span` underlines it. */
export interface PragmaName {
  readonly text: string;
  readonly span: Span;
}

/** A comment that asks not to be told of something. */
export interface Pragma {
  readonly by: Peer | 'drydock';
  /** Whose ids the names are; empty when any tool's will do. */
  readonly speaks: readonly Peer[];
  /** Null when the comment silences everything its tool knows. */
  readonly names: readonly PragmaName[] | null;
  readonly scope: PragmaScope;
  readonly reason: string | null;
  /** The last day it counts, `YYYY-MM-DD`. */
  readonly until: string | null;
  /** What follows in our own form and cannot be understood. */
  readonly stray: PragmaName | null;
  readonly span: Span;
}

/** Reads one comment, from its `#` to the end of the line; empty when it is just a comment. */
export function readPragmas(comment: string, start: number): readonly Pragma[] {
  const body = /^#+\s*/.exec(comment)?.[0].length ?? 0;
  const area = { start, end: start + comment.trimEnd().length };
  const text = comment.slice(body).trimEnd();
  const own = readOwn(text, start + body, area);
  if (own) return [own];
  for (const form of peerForms) {
    const match = form.pattern.exec(text);
    if (match) return [{ ...blank, span: area, ...form.read(match, start + body + match.index) }];
  }
  return readTrivy(text, start + body, area);
}

const blank = { speaks: [], names: null, reason: null, until: null, stray: null } as const;

/** `drydock [file|stage|service] ignore=a,b reason=… until=YYYY-MM-DD` */
function readOwn(text: string, start: number, area: Span): Pragma | undefined {
  const match =
    /^drydock[ \t:]+(?:(file|stage|service)[ \t]+)?ignore[ \t]*=[ \t]*([^\s,]+(?:[ \t]*,[ \t]*[^\s,]+)*)?/.exec(text);
  if (!match) return undefined;
  const list = match[2] ?? '';
  const names = readNames(list, start + match[0].length - list.length);
  const rest = text.slice(match[0].length);
  const attributes = readAttributes(rest);
  const stray = attributes.stray.trim();
  const strayAt = start + match[0].length + Math.max(0, rest.indexOf(stray));
  return {
    ...blank,
    by: 'drydock',
    names,
    scope: (match[1] ?? 'next') as PragmaScope,
    reason: attributes.reason,
    until: attributes.until,
    stray: stray === '' ? null : { text: stray, span: { start: strayAt, end: strayAt + stray.length } },
    span: area,
  };
}

function readAttributes(rest: string): { reason: string | null; until: string | null; stray: string } {
  let reason: string | null = null;
  let until: string | null = null;
  const stray = rest.replace(
    /(?:^|\s)(?:until\s*=\s*(\S*)|reason\s*=\s*(?:"([^"]*)"|'([^']*)'|(.*?))(?=\s+until\s*=|$))/g,
    (_whole, ...groups: (string | undefined)[]) => {
      if (groups[0] !== undefined) until = groups[0];
      else reason = (groups[1] ?? groups[2] ?? groups[3] ?? '').trim() || null;
      return '';
    },
  );
  return { reason, until, stray };
}

/** Comma or blank separated names with their places. */
function readNames(list: string, start: number): PragmaName[] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    text: match[0],
    span: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

interface PeerForm {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, at: number): Partial<Pragma> & Pick<Pragma, 'by' | 'scope'>;
}

/** How other tools write it; what they name is honoured here, and nothing of theirs is ever a finding. */
const peerForms: readonly PeerForm[] = [
  {
    pattern: /^hadolint[ \t]+(?:(global|stage)[ \t]+)?ignore[ \t]*=[ \t]*([\w,\t ]+?)[ \t]*(?:#[ \t]*(.*))?$/,
    read: ([, scope, list = '', reason], at) => ({
      by: 'hadolint',
      speaks: ['hadolint'],
      names: readNames(list, at),
      scope: scope === 'global' ? 'file' : scope === 'stage' ? 'stage' : 'next',
      reason: reason ?? null,
    }),
  },
  {
    pattern: /^check[ \t]*=(?:.*;)?[ \t]*skip[ \t]*=[ \t]*([\w,\t ]+?)[ \t]*(?:;.*?)?(?:\/\/[ \t]*(.*))?$/i,
    read: ([, list = '', reason], at) => ({
      by: 'buildkit',
      speaks: ['buildkit'],
      names: list.toLowerCase() === 'all' ? null : readNames(list, at),
      scope: 'next',
      reason: reason ?? null,
    }),
  },
  {
    pattern: /^(?:checkov|bridgecrew|cortex):skip=(\w+)(?::[ \t]*(.*))?$/i,
    read: ([, list = '', reason], at) => ({
      by: 'checkov',
      speaks: ['checkov'],
      names: readNames(list, at),
      scope: 'file',
      reason: reason ?? null,
    }),
  },
  {
    pattern: /^kics-scan[ \t]+(?:(ignore-line|ignore-block|ignore)|disable=(.+))$/i,
    read: ([, mode, list], at) => ({
      by: 'kics',
      speaks: ['kics'],
      names: list === undefined ? null : readNames(list, at),
      scope: mode === 'ignore-line' ? 'line' : mode === 'ignore-block' ? 'next' : 'file',
    }),
  },
  {
    pattern: /^dclint[ \t]+(disable-line|disable-file|disable)(?:[ \t]+(.*))?$/,
    read: ([, mode, list = ''], at) => ({
      by: 'dclint',
      speaks: ['dclint'],
      names: list.trim() === '' ? null : readNames(list, at),
      scope: mode === 'disable-line' ? 'line' : 'file',
    }),
  },
  {
    pattern: /^dockerfile-utils:[ \t]*ignore\b/i,
    read: () => ({ by: 'dockerfile-utils', speaks: ['dockerfile-utils'], names: null, scope: 'line' }),
  },
  {
    pattern: /^nosemgrep(?::[ \t]*(.*))?$/i,
    read: ([, list], at) => ({
      by: 'semgrep',
      speaks: ['semgrep'],
      names: list === undefined ? null : readNames(list, at),
      scope: 'line',
    }),
  },
  {
    pattern: /^tally[ \t]+(?:(global)[ \t]+)?ignore[ \t]*=[ \t]*([^;]+?)[ \t]*(?:;[ \t]*reason[ \t]*=[ \t]*(.*))?$/,
    read: ([, scope, list = '', reason], at) => ({
      by: 'tally',
      speaks: ['tally', 'hadolint', 'buildkit'],
      names: readNames(list.replace(/(?:tally|hadolint|buildkit)\//g, ''), at),
      scope: scope === 'global' ? 'file' : 'next',
      reason: reason ?? null,
    }),
  },
];

/** `trivy:ignore:DS-0002`, several in one comment, each perhaps with `:exp:2027-01-31`. */
function readTrivy(text: string, start: number, area: Span): Pragma[] {
  return [...text.matchAll(/trivy:ignore:([\w-]+)(?::exp:(\d{4}-\d{2}-\d{2}))?/gi)].map((match) => ({
    ...blank,
    by: 'trivy',
    speaks: ['trivy'],
    names: readNames(match[1] ?? '', start + match.index),
    scope: 'next',
    until: match[2] ?? null,
    span: area,
  }));
}
