import { describe, expect, test } from 'vitest';
import { acceptAt, detailsAt, knowing, labelsAt, type LanguageSetting } from '#test/kit/language-test.ts';

const accept = (drawing: string, label: string) => acceptAt('dockerfile', drawing, label);
const labels = (drawing: string, images: string[] = []) => labelsAt('dockerfile', drawing, { images });
const details = (drawing: string, setting: LanguageSetting = {}) => detailsAt('dockerfile', drawing, setting);

describe('users', () => {
  const file = (line: string) => `
    FROM node:24 AS base
    RUN groupadd --gid 7 web && useradd -u 1001 app
    FROM base
    ${line}
    RUN useradd later
  `;
  test('those that are created above, by number too, then those of the image', () => {
    expect(details(file('USER |')).slice(0, 4)).toEqual([
      'app – Created on line 2',
      '1001 – `app` by number',
      'node – A user that `node` brings',
      'nonroot – The user of distroless and Chainguard images.',
    ]);
  });
  test('groups behind a colon', () => {
    expect(labels(file('USER app:|'))).toEqual(['web', '7', 'app', '0']);
    expect(accept('FROM a\nCOPY --chown=app:| a b', 'app')).toBe('FROM a\nCOPY --chown=app:app a b');
  });
  test('a group or a value that is there stays', () => {
    expect(accept('FROM a\nUSER a|:web', 'nobody')).toBe('FROM a\nUSER nobody:web');
    expect(accept('FROM a\nLABEL x|="1"', 'org.opencontainers.image.url')).toContain(
      'LABEL org.opencontainers.image.url="1"',
    );
    expect(accept('FROM a\nARG T|=x', 'TARGETOS')).toBe('FROM a\nARG TARGETOS=x');
  });
  test('in --chown as well', () => {
    expect(labels(file('COPY --chown=|'))).toContain('app');
  });
  test('the user of the base image, when the engine knows it', () => {
    expect(details('FROM acme/tool\nUSER |', { knowledge: knowing({ user: 'tool' }) })[0]).toBe(
      'tool – The user of the base image',
    );
  });
  test('one that the file names elsewhere comes first', () => {
    expect(labels('FROM a\nUSER app\nRUN x\nUSER |')[0]).toBe('app');
  });
});

describe('values', () => {
  test.each([
    ['USER |', 'nonroot'],
    ['STOPSIGNAL S|', 'SIGQUIT'],
    ['SHELL |', '["/bin/bash", "-o", "pipefail", "-c"]'],
    ['SHELL |', '["cmd", "/S", "/C"]'],
    ['EXPOSE 80/|', 'udp'],
    ['LABEL org|', 'org.opencontainers.image.source'],
    ['HEALTHCHECK |', 'NONE'],
    ['VOLUME |', '["/data"]'],
    ['CMD |', '["executable", "argument"]'],
    ['ENTRYPOINT [|', '["executable", "argument"]'],
  ])('%s', (line, label) => {
    expect(labels(`FROM a\n${line}`)).toContain(label);
  });
  test('the command of a health check is a shell, not arguments', () => {
    expect(labels('FROM a\nHEALTHCHECK CMD |')).toEqual([]);
  });
  test('inside RUN nothing that a shell knows better', () => {
    expect(labels('FROM a\nRUN apt-get |')).toEqual([]);
  });
  test('ports of variables and of the image first, and none twice', () => {
    const knowledge = knowing({ env: {}, exposedPorts: ['9000/tcp'] });
    const found = details('FROM a\nENV APP_PORT=7000\nEXPOSE 8080\nEXPOSE |', { knowledge });
    expect(found.slice(0, 3)).toEqual([
      '7000 – Value of `APP_PORT`',
      '9000/tcp – A port of the base image',
      '80 – HTTP',
    ]);
    expect(found.join()).not.toContain('8080');
  });
  test('the protocol replaces only itself', () => {
    expect(accept('FROM a\nEXPOSE 53/t|cp', 'udp')).toBe('FROM a\nEXPOSE 53/udp');
  });
  test('labels that the stage does not have yet', () => {
    const file = 'FROM a\nLABEL org.opencontainers.image.title="x"\nLABEL a=b \\\n  |';
    expect(labels(file)).not.toContain('org.opencontainers.image.title');
    expect(accept(file, 'org.opencontainers.image.url')).toContain('\n  org.opencontainers.image.url="$1"');
  });
  test('licences by name', () => {
    expect(accept('FROM a\nLABEL org.opencontainers.image.licenses="M|"', 'MIT')).toContain('licenses="MIT"');
  });
  test('folders of the file come before common ones', () => {
    const file = 'FROM a\nWORKDIR /srv/web\nCOPY x /opt/tool/\nVOLUME /data\nWORKDIR |';
    expect(labels(file)).toEqual(['/srv/web', '/opt/tool', '/data', '/app', '/srv', '/usr/src/app', '/workspace']);
  });
  test('what usually starts on the image, or what it starts itself', () => {
    expect(labels('FROM python:3\nCMD |')[0]).toBe('["python", "-m", "app"]');
    const knowledge = knowing({ cmd: ['serve', '--all'] });
    expect(details('FROM acme/x\nCMD [|', { knowledge })[0]).toBe('["serve", "--all"] – What the base image starts');
  });
});
