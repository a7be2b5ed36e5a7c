import type { Knowledge } from '#core';
import { describe, expect, test } from 'vitest';
import { acceptAt, completeAt, detailsAt, knowing, labelsAt, type LanguageSetting } from '#test/kit/language-test.ts';

const accept = (drawing: string, label: string) => acceptAt('dockerfile', drawing, label);
const labels = (drawing: string, images: string[] = []) => labelsAt('dockerfile', drawing, { images });
const details = (drawing: string, setting: LanguageSetting = {}) => detailsAt('dockerfile', drawing, setting);

describe('stages', () => {
  const file = (line: string) => `
    FROM golang:1 AS build
    FROM alpine:3 AS base
    ${line}
    FROM later AS later
  `;
  test('behind FROM, above images of the engine', () => {
    expect(labels(file('FROM |'), ['redis:7']).slice(0, 3)).toEqual(['build', 'base', 'redis:7']);
  });
  test('in COPY --from, only earlier ones, with what they are built on', () => {
    expect(details(file('COPY --from=|'))).toEqual(['build – Stage on `golang:1`']);
  });
  test('a stage without a name is a number for COPY, and nothing for FROM', () => {
    expect(labels('FROM a\nFROM b\nCOPY --from=|')).toEqual(['0']);
    expect(labels('FROM a\nFROM |')).not.toContain('0');
  });
  test('AS behind the image', () => {
    expect(accept('FROM alpine:3 |', 'AS')).toBe('FROM alpine:3 AS ${1:stage}');
    expect(labels('FROM alpine:3 AS |')).toEqual([]);
  });
});

describe('images', () => {
  const images = ['node:22', 'node:latest', 'node:24.1-alpine', 'node:24.1', 'node:9', 'node:25-rc1', 'alpine:3.23'];
  test('of the engine, by name and then the newest first', () => {
    expect(labels('FROM |', images).slice(0, 7)).toEqual([
      'alpine:3.23',
      'node:24.1',
      'node:24.1-alpine',
      'node:22',
      'node:9',
      'node:25-rc1',
      'node:latest',
    ]);
  });
  test('behind a colon the tags of that image', () => {
    expect(labels('FROM node:|', images)).toEqual(['24.1', '24.1-alpine', '22', '9', '25-rc1', 'latest']);
    expect(labels('FROM docker.io/library/node:2|', images)).toContain('22');
    expect(acceptAt('dockerfile', 'FROM node:2|4 AS x', '22', { images })).toBe('FROM node:22 AS x');
    expect(labels('FROM a\nCOPY --from=node:|', images)).toContain('22');
    expect(labels('FROM postgres:|', images)).toEqual([]);
  });
  test('a registry with a port is no image with a tag', () => {
    expect(labels('FROM localhost:5000/app:|', ['localhost:5000/app:1', 'localhost:5000/web:2'])).toEqual(['1']);
  });
  test('behind @ the digest that the engine has', () => {
    const knowledge = knowing({ repoDigests: ['node@sha256:abc'] });
    expect(acceptAt('dockerfile', 'FROM node:24@|', 'sha256:abc', { knowledge })).toBe('FROM node:24@sha256:abc');
  });
  test('how large they are', () => {
    expect(details('FROM |', { images: ['node:24'], knowledge: knowing({ size: 190_000_000 }) })[0]).toBe(
      'node:24 – On this engine, 190 MB',
    );
  });
  test('official ones that the engine has not', () => {
    expect(labels('FROM |', images)).toContain('python');
    expect(labels('FROM |', images)).not.toContain('node');
  });
});

describe('variables', () => {
  const values = (drawing: string, knowledge?: Knowledge) =>
    completeAt('dockerfile', drawing, knowledge ? { knowledge } : {}).map(({ label, detail }) =>
      `${label} ${detail?.args['value'] ?? ''}`.trim(),
    );
  test('of the stage, of the stages below it and with their values', () => {
    const file = `
      ARG VERSION=3
      FROM scratch AS base
      ENV HOME_DIR=/srv
      FROM base
      ARG VERSION
      ENV APP=$HOME_DIR/app-\${VERSION}
      WORKDIR $|
    `;
    expect(values(file)).toEqual([
      '$HOME_DIR /srv',
      '$VERSION 3',
      '$APP /srv/app-3',
      '$PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ]);
  });
  test('an ENV does not see itself, and what only a build can tell has no value', () => {
    expect(values('FROM a\nARG TAG\nENV A=$TAG\nENV B=$|')).toEqual(['$TAG', '$A', '$PATH']);
  });
  test('an ARG that brings no value leaves the ENV of the same name', () => {
    expect(values('FROM a\nENV A=1\nARG A\nWORKDIR $|')).toContain('$A 1');
  });
  test('FROM sees global and platform arguments', () => {
    expect(labels('ARG TAG=1\nFROM alpine:$|')).toEqual(expect.arrayContaining(['$TAG', '$TARGETARCH']));
    expect(labels('ARG TAG=1\nFROM alpine\nWORKDIR $|')).not.toContain('$TAG');
  });
  test('braces are closed once', () => {
    const drawing = 'FROM a\nENV APP=1\nWORKDIR /${A|}/x';
    expect(accept(drawing, '${APP}')).toBe('FROM a\nENV APP=1\nWORKDIR /${APP}/x');
  });
  test('those of the base image, when the engine knows it, and in RUN the proxies', () => {
    const found = values('FROM node:24\nRUN echo $|', knowing({ env: { NODE_VERSION: '24' } }));
    expect(found.slice(0, 3)).toEqual([
      '$NODE_VERSION 24',
      '$PATH /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      '$HTTP_PROXY',
    ]);
    expect(labels('FROM node:24\nWORKDIR $|')).not.toContain('$HTTP_PROXY');
  });
  test('credentials are covered, in an address as well', () => {
    const file =
      'FROM scratch\nENV DB_PASSWORD=hunter2\nENV URL=db://me:hunter2@db/x\nENV U2=db://$DB_PASSWORD/x\nRUN $|';
    expect(values(file).slice(0, 3)).toEqual([
      '$DB_PASSWORD ••••••••',
      '$URL db://me:••••••••@db/x',
      '$U2 db://••••••••/x',
    ]);
  });
  test('what starts a container sees no build arguments', () => {
    expect(labels('FROM a\nARG A=1\nENV B=2\nCMD echo $|')).toEqual(['$B', '$PATH']);
    expect(labels('FROM a\nARG A=1\nENV B=2\nHEALTHCHECK CMD echo $|')).toEqual(['$B', '$PATH']);
  });
  test('flags are read by the builder, which has no proxies', () => {
    expect(labels('FROM a\nRUN --mount=type=cache,target=$|')).toEqual(['$PATH']);
  });
  test('what the file declares comes before what the builder gives, and each says where it is from', () => {
    const found = details('ARG TAG=1\nFROM alpine:$|');
    expect(found.slice(0, 2)).toEqual([
      '$TAG – = 1',
      '$BUILDPLATFORM – Platform of the machine that builds, such as `linux/amd64`.',
    ]);
  });
  test.each([
    'RUN ["echo", "$|',
    'CMD ["$|',
    'COPY --from=$|',
    'RUN \\$|',
    "RUN echo 'a $|",
    "ENV B='$|",
    'SHELL ["$|',
  ])('none in %s', (line) => {
    expect(labels(`FROM a\nENV A=1\n${line}`)).toEqual([]);
  });
  test('what may follow a name', () => {
    const file = 'FROM a\nENV APP=1\nWORKDIR /${APP|';
    expect(labels(file)).toEqual([
      '${APP}',
      '${APP:-default}',
      '${APP:+other}',
      '${APP:?message}',
      '${APP#prefix}',
      '${APP##prefix}',
      '${APP%suffix}',
      '${APP%%suffix}',
      '${APP/old/new}',
      '${APP//old/new}',
    ]);
    expect(labels(file.replace('|', ':|'))).toEqual(['${APP:-default}', '${APP:+other}', '${APP:?message}']);
    expect(labels(file.replace('|', '%|'))).toEqual(['${APP%suffix}', '${APP%%suffix}']);
    expect(accept(`${file}}/x`, '${APP:-default}')).toBe('FROM a\nENV APP=1\nWORKDIR /\\${APP:-${1:default}}/x');
  });
  test('a name that is unknown can have a default too, and half a name cannot', () => {
    expect(labels('FROM a\nWORKDIR /${FOO|')[0]).toBe('${FOO:-default}');
    expect(labels('FROM a\nENV APP=1\nWORKDIR /${AP|')).not.toContain('${AP:-default}');
  });
  test('in RUN only what every shell knows', () => {
    expect(labels('FROM a\nRUN echo ${X|').at(-1)).toBe('${X%%suffix}');
  });
  test('ARG in a stage offers what it may take over and does not have', () => {
    const found = labels('ARG TAG\nFROM a\nARG TARGETOS\nARG |');
    expect(found).toEqual(expect.arrayContaining(['TAG', 'TARGETARCH', 'NO_PROXY']));
    expect(found).not.toContain('TARGETOS');
  });
});
