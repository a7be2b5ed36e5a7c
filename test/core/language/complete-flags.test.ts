import { describe, expect, test } from 'vitest';
import {
  acceptAt,
  completeAt,
  detailsAt,
  labelsAt,
  renderRichText,
  type LanguageSetting,
} from '#test/kit/language-test.ts';

const accept = (drawing: string, label: string) => acceptAt('dockerfile', drawing, label);
const labels = (drawing: string, images: string[] = []) => labelsAt('dockerfile', drawing, { images });
const details = (drawing: string, setting: LanguageSetting = {}) => detailsAt('dockerfile', drawing, setting);

describe('flags', () => {
  test('those of the instruction, without the ones that stand there', () => {
    expect(labels('# syntax=docker/dockerfile:1\nFROM a\nCOPY --link --|')).toEqual([
      '--from=',
      '--chown=',
      '--chmod=',
      '--parents',
      '--exclude=',
    ]);
  });
  test('nor those that stand behind', () => {
    expect(labels('FROM a\nCOPY --| \\\n  --link --chown=1 a b')).toEqual([
      '--from=',
      '--chmod=',
      '--exclude=',
      '--parents',
    ]);
  });
  test('the value stays when only the flag is exchanged', () => {
    expect(accept('FROM a\nCOPY --ch|mod=7 a b', '--chown=')).toBe('FROM a\nCOPY --chown=7 a b');
  });
  test('what may stand several times is offered again', () => {
    expect(labels('FROM a\nRUN --mount=type=ssh --network=none --|')).toContain('--mount=');
    expect(labels('FROM a\nRUN --mount=type=ssh --network=none --|')).not.toContain('--network=');
  });
  test('those that need another frontend come last and say so', () => {
    expect(details('FROM a\nRUN --|').slice(-2)).toEqual([
      '--security= – Needs `# syntax=docker/dockerfile:1`',
      '--device= – Needs `# syntax=docker/dockerfile:1-labs`',
    ]);
    expect(details('# syntax=docker/dockerfile:1-labs\nFROM a\nRUN --|').join()).not.toContain('Needs');
  });
  test('with a page to read on', () => {
    const chown = completeAt('dockerfile', 'FROM a\nCOPY --|').find(({ label }) => label === '--chown=');
    expect(renderRichText(chown?.documentation ?? [])).toContain('/dockerfile/#copy---chown---chmod');
  });
  test('not behind the first argument, and nowhere but in front', () => {
    expect(labels('FROM a\nCOPY a --|')).toEqual([]);
    expect(labels('FROM a\nWORKDIR --|')).toEqual([]);
  });
  test.each([
    ['ADD --|', '--checksum= --keep-git-dir= --unpack= --chown= --chmod= --link --exclude='],
    ['HEALTHCHECK --|', '--interval= --timeout= --start-period= --start-interval= --retries='],
    ['FROM --|', '--platform='],
  ])('%s', (line, all) => {
    expect(labels(`FROM a\n${line}`).join(' ')).toBe(all);
  });
  test.each([
    ['FROM --platform=|', '$BUILDPLATFORM'],
    ['FROM --platform=|', 'linux/arm/v7'],
    ['RUN --network=|', 'none'],
    ['RUN --security=|', 'insecure'],
    ['COPY --link=|', 'false'],
    ['ADD --checksum=|', 'sha256:'],
    ['ADD --keep-git-dir=|', 'true'],
    ['ADD --exclude=|', '**/.git'],
    ['HEALTHCHECK --retries=|', '5'],
  ])('%s %s', (line, label) => {
    expect(labels(`FROM a\n${line}`)).toContain(label);
  });
  test('values are explained', () => {
    expect(details('FROM a\nCOPY --chmod=|')).toContain('755 – `rwxr-xr-x`: the owner rwx, the group r-x, others r-x');
    expect(details('FROM a\nHEALTHCHECK --interval=|')).toContain('1m – 60 s');
    expect(details('FROM a\nRUN --network=|')).toContain('none – No network: the command cannot fetch anything.');
  });
  test('on a continued line, a comment between', () => {
    expect(labels('FROM a\nHEALTHCHECK --interval=5s \\\n  # often\n  --t|')).toContain('--timeout=');
  });
});

describe('mounts', () => {
  const keys = (mount: string) => labels(`FROM a\nRUN --mount=${mount}|`);
  test('a whole start, explained', () => {
    expect(details('FROM a\nRUN --mount=|')[0]).toBe(
      'type=cache,target= – A folder that stays between builds and is no part of the image: for package managers and compilers.',
    );
    expect(keys('type=')).toEqual(['cache', 'bind', 'secret', 'ssh', 'tmpfs']);
  });
  test.each([
    ['type=cache,', 'target= id= sharing= source= from= ro mode= uid= gid='],
    ['type=cache,dst=/x,sharing=locked,', 'id= source= from= ro mode= uid= gid='],
    ['type=bind,', 'target= source= from= rw'],
    ['', 'type=cache,target= type=bind,target= type=secret,id= type=ssh type=tmpfs,target='],
    ['source=a,', 'type=cache type=bind type=secret type=ssh type=tmpfs target= from= rw'],
    ['type=tmpfs,', 'target= size='],
    ['type=secret,', 'id= target= env= required= mode= uid= gid='],
    ['type=ssh,', 'id= target= required= mode= uid= gid='],
  ])('the keys of %j that are not there yet', (mount, all) => {
    expect(keys(mount).join(' ')).toBe(all);
  });
  test.each([
    ['type=cache,sharing=', 'locked'],
    ['type=cache,target=', '/root/.npm'],
    ['type=secret,id=x,required=', 'true'],
    ['type=secret,id=x,mode=', '0400'],
    ['type=tmpfs,target=/x,size=', '64m'],
    ['type=ssh,id=', 'default'],
    ['type=cache,target=/x,ro=', 'false'],
  ])('%s %s', (mount, label) => {
    expect(keys(mount)).toContain(label);
  });
  test('ids that other mounts have', () => {
    expect(labels('FROM a\nRUN --mount=type=secret,id=npmrc x\nRUN --mount=type=secret,id=|')).toEqual(['npmrc']);
  });
  test('a key is finished where it stands', () => {
    expect(accept('FROM a\nRUN --mount=type=cache,sh|', 'sharing=')).toBe('FROM a\nRUN --mount=type=cache,sharing=');
  });
  test('only the part at the cursor is exchanged', () => {
    const mount = 'FROM a\nRUN --mount=type=cache,sharing=lo|cked,target=/x y';
    expect(accept(mount, 'private')).toBe('FROM a\nRUN --mount=type=cache,sharing=private,target=/x y');
    expect(accept('FROM a\nRUN --mount=type=cache,ta|rget=/x y', 'source=')).toBe(
      'FROM a\nRUN --mount=type=cache,source=/x y',
    );
    expect(accept('FROM a\nRUN --mount=|,target=/x y', 'type=ssh')).toContain('=type=ssh,target=/x y');
    expect(labels('FROM a\nRUN --mount=type=bind,|,target=/x y')).toEqual(['source=', 'from=', 'rw']);
    expect(accept('FROM a AS s\nFROM b\nRUN --mount=from=o|ld,target=/x y', 's')).toContain('from=s,target=/x y');
  });
  test('stages by their name, and never by their number', () => {
    const file = 'FROM a AS x\nFROM b\nFROM c\nRUN --mount=type=bind,from=|';
    expect(labels(file)).toEqual(['x']);
    expect(labels(file.replace('|', '$|'))).toEqual([]);
  });
});
