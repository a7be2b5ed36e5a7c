import { readPragmas } from '#core/lint/pragma.ts';
import { describe, expect, test } from 'vitest';

/** A comment's meaning in a short line: who, what, where, and what was said with it. */
function say(comment: string): string {
  return readPragmas(comment, 10)
    .map(({ by, names, scope, reason, until, stray }) =>
      [
        `${by} ${scope}:`,
        names === null ? '*' : names.map(({ text }) => text).join('+'),
        reason === null ? '' : `(${reason})`,
        until ?? '',
        stray === null ? '' : `?${stray.text}`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join(' / ');
}

const table: readonly [comment: string, meaning: string][] = [
  ['# drydock ignore=a', 'drydock next: a'],
  ['#drydock ignore=a,b', 'drydock next: a+b'],
  [
    '## drydock ignore = a , dockerfile/b reason=old base until=2027-01-31',
    'drydock next: a+dockerfile/b (old base) 2027-01-31',
  ],
  ['# drydock ignore=a until=2027-01-31 reason="see until=x"', 'drydock next: a (see until=x) 2027-01-31'],
  ["# drydock file ignore=DL3006 reason='x y'\r", 'drydock file: DL3006 (x y)'],
  ['# drydock stage ignore=a', 'drydock stage: a'],
  ['# drydock service ignore=a until=soon', 'drydock service: a soon'],
  ['# drydock ignore=a because I can', 'drydock next: a ?because I can'],
  ['# drydock ignore=', 'drydock next:'],
  ['# drydock is good, ignore=nothing', ''],
  ['# hadolint ignore=DL3006,SC1081 # why', 'hadolint next: DL3006+SC1081 (why)'],
  ['# hadolint global ignore=DL3006', 'hadolint file: DL3006'],
  ['# hadolint stage ignore=DL3006, DL3007', 'hadolint stage: DL3006+DL3007'],
  ['# hadolint shell=powershell', ''],
  ['# check=skip=A,B;error=true', 'buildkit next: A+B'],
  ['# check=error=true;skip=JSONArgsRecommended // so it is', 'buildkit next: JSONArgsRecommended (so it is)'],
  ['# check=skip=all', 'buildkit next: *'],
  ['#trivy:ignore:DS-0002', 'trivy next: DS-0002'],
  [
    '# trivy:ignore:AVD-DS-0002 trivy:ignore:DS001:exp:2027-01-01',
    'trivy next: AVD-DS-0002 / trivy next: DS001 2027-01-01',
  ],
  ['# checkov:skip=CKV_DOCKER_3:no user here', 'checkov file: CKV_DOCKER_3 (no user here)'],
  ['# kics-scan ignore-line', 'kics line: *'],
  ['# kics-scan ignore-block', 'kics next: *'],
  ['# kics-scan disable=add_instead_of_copy,x', 'kics file: add_instead_of_copy+x'],
  ['# dclint disable-line no-version-field service-keys-order', 'dclint line: no-version-field+service-keys-order'],
  ['# dclint disable-line', 'dclint line: *'],
  ['# dclint disable', 'dclint file: *'],
  ['# dclint disable-file', 'dclint file: *'],
  ['# dockerfile-utils: ignore', 'dockerfile-utils line: *'],
  ['# nosemgrep: missing-user', 'semgrep line: missing-user'],
  ['# tally ignore=hadolint/DL3006,tally/x;reason=so', 'tally next: DL3006+x (so)'],
  ['# a plain comment', ''],
  ['#', ''],
];

describe('comments that silence something', () => {
  test.each(table)('%s', (comment, meaning) => expect(say(comment)).toBe(meaning));

  test('names and stray words are where they say', () => {
    const comment = '#  drydock ignore=ab, c  reason=x y until=2027-01-01';
    const [pragma] = readPragmas(comment, 100);
    const slices = (pragma?.names ?? []).map(({ span }) => comment.slice(span.start - 100, span.end - 100));
    expect(slices).toEqual(['ab', 'c']);
    const second = '# drydock ignore=a  why not ';
    const stray = readPragmas(second, 0)[0]?.stray;
    expect(stray && second.slice(stray.span.start, stray.span.end)).toBe('why not');
  });
});
