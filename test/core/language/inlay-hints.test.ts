import { findInlayHints, formatMessage, noKnowledge, parseDocument, type ImageFacts } from '#core';
import { describe, expect, test } from 'vitest';
import { dedent } from '#test/kit/marks.ts';

/** The text with its hints in `«»`, where they show. */
function draw(drawing: string, images: Readonly<Record<string, ImageFacts>> = {}): string {
  const text = dedent(drawing);
  const knowledge = { image: (reference: string) => images[reference] };
  const hints = findInlayHints(
    parseDocument('dockerfile', 'Dockerfile', text),
    { start: 0, end: text.length },
    knowledge,
  );
  return hints.reduceRight((drawn, { offset, label }) => {
    const shown = typeof label === 'string' ? label : formatMessage(label);
    return `${drawn.slice(0, offset)}«${shown}»${drawn.slice(offset)}`;
  }, text);
}

function expectHints(drawing: string, images: Readonly<Record<string, ImageFacts>> = {}): void {
  expect(draw(drawing.replace(/«[^»]*»/g, ''), images)).toBe(dedent(drawing));
}

describe('values of variables', () => {
  test('stand behind the word or flag that holds them', () => {
    expectHints(`
      ARG TAG=3.23
      FROM --platform=$BUILDPLATFORM alpine:\${TAG}«= alpine:3.23» AS base
      ARG TAG
      ENV DIR=/srv FULL=$TAG-x«= 3.23-x»
      WORKDIR $DIR/app«= /srv/app»
      COPY --chown=$TAG:1«= 3.23:1» a "$DIR/b"«= /srv/b»
      COPY ["a", "$DIR/"«= /srv/»]
      RUN echo $DIR
      USER $UNKNOWN
    `);
  });
  test('none for what only a build or the base image knows', () => {
    expectHints(`
      FROM alpine
      ARG VERSION
      ENV PATH=/x:$PATH
      LABEL a=$VERSION
    `);
  });
});

describe('the user at the end of a stage', () => {
  test('from USER, from the stages below, from nobody', () => {
    expectHints(`
      FROM scratch AS empty«runs as root»
      FROM scratch AS base
      ARG NAME=app
      USER $NAME«= app»
      RUN x«runs as app»
      FROM base AS top
      RUN y«runs as app»
      FROM alpine
      RUN z
      FROM top
      USER 0
    `);
  });
  test('from images that are known', () => {
    const images = { 'node:24': { user: 'node' }, 'debian:13': { user: '' }, 'x:1': {} };
    expectHints(
      `
        FROM node:24«runs as node»
        FROM debian:13
        RUN x«runs as root»
        FROM x:1
      `,
      images,
    );
  });
  test('from ONBUILD of the stage right below, and no further up', () => {
    expectHints(`
      FROM scratch AS base
      ONBUILD USER app«runs as root»
      FROM base AS one
      RUN x«runs as app»
      FROM scratch AS zero
      USER zero
      ONBUILD USER one
      RUN x«runs as zero»
      FROM zero AS first«runs as one»
    `);
  });
});

test('only those of the range', () => {
  const text = 'FROM scratch\nENV A=1\nLABEL b=$A\nLABEL c=$A\nRUN x\n';
  const at = text.indexOf('LABEL c');
  const document = parseDocument('dockerfile', 'Dockerfile', text);
  const hints = findInlayHints(document, { start: at, end: at + 5 }, noKnowledge);
  expect(hints).toEqual([]);
  expect(findInlayHints(document, { start: at, end: at + 10 }, noKnowledge)).toHaveLength(1);
});

test('Compose files have none', () => {
  const text = 'services:\n  a:\n    image: a:${TAG:-1}\n';
  const document = parseDocument('compose', 'compose.yaml', text);
  expect(findInlayHints(document, { start: 0, end: text.length }, noKnowledge)).toEqual([]);
});
