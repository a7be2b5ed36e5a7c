import rule from '#core/rules/dockerfile/base-image-end-of-life.ts';
import { alpineEnds, debianEnds, supportTables } from '#core/rules/shared/support-ends.data.ts';
import { expect, test } from 'vitest';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (line: string, date: string) => `${line} gets no more fixes since ${date}: move to a newer release.`;

ruleTest(rule, {
  'the tag names a line whose support has ended': {
    given: `
      FROM debian:buster-slim AS a
                  ^^^^^^^^^^^ ${says('Debian buster', '2024-06-30')}
      FROM node:16.20.2-alpine
                ^^^^^^^^^^^^^^ ${says('Node.js 16', '2023-09-11')}
      FROM docker.io/library/python:3.8.19
                                    ^^^^^^ ${says('Python 3.8', '2024-10-07')}
      FROM php:7-fpm
               ^^^^^ ${says('PHP 7', '2022-11-28')}
    `,
  },
  'the distribution below it counts as well': {
    given: `
      FROM python:3.13-slim-buster
                  ^^^^^^^^^^^^^^^^ ${says('Debian buster', '2024-06-30')}
      FROM golang:1.25-alpine3.16
                  ^^^^^^^^^^^^^^^ ${says('Alpine Linux 3.16', '2024-05-23')}
    `,
  },
  'what still gets fixes, what moves, and what nobody knows': {
    given: `
      FROM debian:bookworm
      FROM node:22.21
      FROM python:3
      FROM alpine:latest
      FROM acme/node:16
      FROM node:chakracore-8
      FROM postgres:17-alpine
      FROM scratch
    `,
  },
  'the day decides': {
    today: '2027-01-01',
    given: `
      FROM debian:bullseye
                  ^^^^^^^^ ${says('Debian bullseye', '2026-08-31')}
    `,
  },
  'on the last day it is still supported': { today: '2026-08-31', given: `FROM debian:bullseye` },
  'a digest and a variable': {
    given: `
      ARG NODE=14
      FROM node:\${NODE}-slim
           ^^^^^^^^^^^^^^^^^ ${says('Node.js 14', '2023-04-30')}
      FROM alpine:3.10@sha256:${'a'.repeat(64)}
                  ^^^^ ${says('Alpine Linux 3.10', '2021-05-01')}
    `,
  },
  'words that objects know are no releases': { given: `FROM node:constructor\nFROM debian:tostring` },
});

test('every date is a day', () => {
  const dates = [debianEnds, alpineEnds, ...supportTables.map(({ ends }) => ends)].flatMap((ends) =>
    Object.values(ends),
  );
  expect(dates.filter((date) => new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date)).toEqual([]);
});
