import { describe, expect, test } from 'vitest';
import type { Knowledge } from '#core';
import { hoverAt, knowing } from '#test/kit/language-test.ts';

const dockerfile = (drawing: string, knowledge: Knowledge = { image: () => undefined }) =>
  hoverAt('dockerfile', drawing, { knowledge });

describe('Dockerfile', () => {
  test('an instruction', () => {
    expect(dockerfile('FROM alpine\nWOR|KDIR /app')).toContain('WORKDIR <path>');
    expect(dockerfile('FROM alpine\nWOR|KDIR /app')).toContain('#workdir');
  });
  test('the instruction behind ONBUILD', () => {
    expect(dockerfile('FROM alpine\nONBUILD CO|PY a b')).toContain('Copies files');
  });
  test('a flag', () => {
    expect(dockerfile('FROM alpine\nCOPY --li|nk a b')).toContain('does not depend on the ones below');
  });
  test('a directive', () => {
    expect(dockerfile('# syn|tax=docker/dockerfile:1\nFROM a')).toContain('frontend');
  });
  test('a variable with its value and origin', () => {
    const text = dockerfile('ARG V=3\nFROM a AS base\nARG V\nFROM base\nWORKDIR /$|V');
    expect(text).toContain('V=3');
    expect(text).toContain('A build argument of this stage.');
  });
  test('a variable behind braces, in an environment', () => {
    expect(dockerfile('FROM a\nENV HOME=/srv\nWORKDIR ${HO|ME:-x}/y')).toContain('HOME=/srv');
  });
  test('a declaration', () => {
    expect(dockerfile('FROM a\nENV HO|ME=/srv')).toContain('HOME=/srv');
  });
  test('a variable that nobody sets', () => {
    expect(dockerfile('FROM a\nWORKDIR /$NOP|E')).toContain('`NOPE` is not set here');
  });
  test('a stage, where it is used', () => {
    const text = dockerfile(
      'FROM node:24 AS build\nUSER node\nWORKDIR /app\nWORKDIR src\nFROM scratch\nCOPY --from=bu|ild a b',
    );
    expect(text).toContain('Built on `node:24`.');
    expect(text).toContain('Runs as `node`.');
    expect(text).toContain('`/app/src`');
  });
  test('a stage in a mount', () => {
    expect(dockerfile('FROM a AS dep\nFROM b\nRUN --mount=type=bind,from=de|p,target=/x y')).toContain('called `dep`');
  });
  test('an image, with what the engine knows', () => {
    const text = dockerfile(
      'FROM ghcr.io/acme/to|ol:1',
      knowing({
        user: '',
        workingDir: '/w',
        hasHealthcheck: true,
        size: 190_000_000,
        platform: 'linux/amd64',
        created: '2026-01-02T03:04:05Z',
        entrypoint: ['/tool'],
        cmd: ['serve'],
        exposedPorts: ['80/tcp'],
        volumes: ['/data'],
        repoDigests: ['ghcr.io/acme/tool@sha256:abc'],
      }),
    );
    expect(text?.split('\n').slice(0, 13)).toEqual([
      'ghcr.io/acme/tool:1',
      'Size: 190 MB',
      'Platform: `linux/amd64`',
      'Created: 2026-01-02',
      'Runs as `root`.',
      'Working directory `/w`.',
      'Entrypoint: `["/tool"]`',
      'Command: `["serve"]`',
      'Listens on `80/tcp`',
      'Volumes: `/data`',
      'Brings a health check.',
      'ghcr.io/acme/tool@sha256:abc',
      'https://ghcr.io/acme/tool',
    ]);
  });
  test('what an image says of itself, as code', () => {
    const labels = {
      'org.opencontainers.image.title': 'tool [x](y)',
      'org.opencontainers.image.version': '1.2',
      'org.opencontainers.image.source': 'https://example.org/tool',
    };
    const text = dockerfile('FROM acme/to|ol:1', knowing({ labels }));
    expect(text?.split('\n').slice(1, 3)).toEqual(['tool [x](y) 1.2', 'https://example.org/tool']);
    const odd = { 'org.opencontainers.image.source': 'https://example.org/) [click](x' };
    expect(dockerfile('FROM acme/to|ol:1', knowing({ labels: odd }))).not.toContain('click');
  });
  test('an image that the engine does not have, and one of which nobody knows', () => {
    expect(dockerfile('FROM alp|ine:3', { image: () => undefined, answered: true })).toContain('not on the engine');
    expect(dockerfile('FROM alp|ine:3')).not.toContain('not on the engine');
    expect(dockerfile('FROM scra|tch')).toContain('The empty image');
  });
  test('why something was found, and its numbers', () => {
    const text = dockerfile('FROM alpine:3\nAD|D a b\nUSER 1');
    expect(text).toContain('CIS Docker Benchmark 4.9');
    expect(text).toContain('DL3020');
  });
  test('the rule a comment silences', () => {
    expect(dockerfile('FROM a\n# drydock ignore=dockerfile/add-instead|-of-copy reason=x\nADD a b')).toContain('COPY');
    expect(dockerfile('FROM a\n# hadolint ignore=DL30|20\nADD a b')).toContain('DL3020');
  });
  test('nothing on plain words', () => {
    expect(dockerfile('FROM alpine:3\nRUN ec|ho hi')).toBeUndefined();
    expect(dockerfile('|\n')).toBeUndefined();
  });
});

describe('Compose', () => {
  const text = (drawing: string) => hoverAt('compose', drawing);

  test('a key, its forms and its values', () => {
    const found = text('services:\n  web:\n    image: a\n    rest|art: "no"');
    expect(found).toContain('restart: string');
    expect(found).toContain('`unless-stopped`');
  });
  test('a key deep inside', () => {
    expect(text('services:\n  web:\n    healthcheck:\n      inter|val: 5s')).toContain('interval:');
  });
  test('a service that another depends on shows its text', () => {
    const found = text('services:\n  web:\n    image: a\n    depends_on: [d|b]\n  db:\n    image: postgres:17\n');
    expect(found).toBe('db:\n  image: postgres:17');
  });
  test('a volume in the short form', () => {
    expect(
      text('services:\n  web:\n    image: a\n    volumes:\n      - da|ta:/x\nvolumes:\n  data:\n    driver: local\n'),
    ).toBe('data:\n  driver: local');
  });
  test('a variable with its default', () => {
    expect(text('services:\n  web:\n    image: a:${T|AG:-1}')).toContain('`1` when it is not set');
  });
  test('a default that is a credential is covered', () => {
    const found = text('services:\n  web:\n    image: a\n    environment:\n      A: ${DB_PASS|WORD:-hunter2}');
    expect(found).toContain('••••••••');
    expect(found).not.toContain('`hunter2`');
  });
  test('an image', () => {
    expect(text('services:\n  web:\n    image: post|gres:17')).toContain('https://hub.docker.com/_/postgres');
  });
});
