import { describe, expect, test } from 'vitest';
import { acceptAt, labelsAt } from '#test/kit/language-test.ts';

const labels = (drawing: string, images: string[] = []) => labelsAt('compose', drawing, { images });

const around = (lines: string) => `
services:
  web:
    image: nginx
${lines}
  db:
    image: postgres
volumes:
  data:
networks:
  front:
secrets:
  token:
    file: ./token
`;

describe('keys', () => {
  test('of the file, without those it has', () => {
    const found = labels('services:\n  a: {}\n|');
    expect(found).toContain('networks');
    expect(found).not.toContain('services');
  });
  test('of a service, without its siblings above and below', () => {
    const found = labels('services:\n  web:\n    image: a\n    |\n    ports: []\n');
    expect(found).toContain('healthcheck');
    expect(found).not.toContain('image');
    expect(found).not.toContain('ports');
  });
  test('a half-typed key before a mapping', () => {
    expect(labels('services:\n  web:\n    ima|\n    ports:\n      - "80"\n')).toContain('image');
  });
  test('deep inside', () => {
    expect(labels('services:\n  web:\n    deploy:\n      resources:\n        limits:\n          |')).toContain(
      'memory',
    );
    expect(labels('services:\n  web:\n    healthcheck:\n      te|')).toContain('test');
  });
  test('of an item of a list', () => {
    expect(labels('services:\n  web:\n    volumes:\n      - type: bind\n        |')).toContain('source');
    expect(labels('services:\n  web:\n    ports:\n    - |')).toContain('target');
  });
  test('in a mapping on one line', () => {
    expect(labels('services:\n  web:\n    build: { con|')).toContain('context');
  });
  test('a mapping goes on below, a text on the same line', () => {
    expect(acceptAt('compose', 'services:\n  web:\n    heal|', 'healthcheck')).toBe(
      'services:\n  web:\n    healthcheck:\n  ',
    );
    expect(acceptAt('compose', 'services:\n  web:\n    ima|', 'image')).toBe('services:\n  web:\n    image: ');
  });
  test('not inside a block of text', () => {
    expect(labels('services:\n  web:\n    command: |-\n      ec¦'.replace('|-', '>-').replace('¦', '|'))).toEqual([]);
  });
  test('not where the user chooses the names', () => {
    expect(labels('services:\n  |')).toEqual([]);
  });
});

describe('values', () => {
  test('of a fixed set', () => {
    expect(labels('services:\n  web:\n    restart: |')).toEqual(expect.arrayContaining(['unless-stopped']));
    expect(labels('services:\n  web:\n    privileged: |')).toEqual(expect.arrayContaining(['true', 'false']));
  });
  test('services of the file, not the own one', () => {
    expect(labels(around('    depends_on:\n      - |'))).toContain('db');
    expect(labels(around('    depends_on:\n      - |'))).not.toContain('web');
    expect(labels(around('    depends_on: [|]'))).toContain('db');
    expect(labels(around('    depends_on:\n      |'))).toContain('db');
  });
  test('networks, volumes and secrets of the file', () => {
    expect(labels(around('    networks:\n      - |'))).toContain('front');
    expect(labels(around('    secrets:\n      - |'))).toContain('token');
    expect(labels(around('    volumes:\n      - type: volume\n        source: |'))).toEqual(['data']);
    expect(acceptAt('compose', around('    volumes:\n      - da|'), 'data')).toContain('      - data:\n');
  });
  test('a service whose network is shared', () => {
    expect(labels(around('    network_mode: |'))).toContain('service:db');
    expect(acceptAt('compose', around('    network_mode: service:|'), 'db')).toContain('network_mode: service:db\n');
  });
  test('images of the engine', () => {
    expect(labels('services:\n  web:\n    image: |', ['redis:7'])).toContain('redis:7');
  });
  test('variables that the file names', () => {
    const drawing = 'services:\n  web:\n    image: a:${TAG}\n    hostname: ${|}\n';
    expect(labels(drawing)).toEqual(['${TAG}']);
    expect(acceptAt('compose', drawing, '${TAG}')).toContain('hostname: ${TAG}\n');
  });
});

describe('comments', () => {
  test('rules behind ignore=', () => {
    expect(labels('services:\n  web:\n    # drydock ignore=|\n    privileged: true')).toContain(
      'compose/privileged-container',
    );
  });
});

test.each(['|', '\uFEFF|', '- |', 'a: [|', 'a: {b: |', 'services:\r\n  web:\r\n    |', '\0|', 'x: "|', ': |', '? |'])(
  '%j is answered',
  (drawing) => {
    expect(Array.isArray(labels(drawing))).toBe(true);
  },
);

test('CRLF is no obstacle', () => {
  expect(labels('services:\r\n  web:\r\n    ima|\r\n')).toContain('image');
});
