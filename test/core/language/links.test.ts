import { findLinks, parseDocument, type Language } from '#core';
import { describe, expect, test } from 'vitest';
import { drawMarks, readDrawing } from '#test/kit/marks.ts';

/** Draws every link under what it stands on. */
function expectLinks(drawing: string, language: Language = 'dockerfile'): void {
  const { text, marks } = readDrawing(drawing);
  const found = findLinks(parseDocument(language, language, text)).toSorted((a, b) => a.span.start - b.span.start);
  const drawn = found.map(({ span, url }) => ({ ...span, message: url }));
  expect(drawMarks(text, drawn)).toBe(drawMarks(text, marks));
}

describe('links', () => {
  test('to the pages of images, on each registry that has them', () => {
    expectLinks(`
      # syntax=docker/dockerfile:1
               ^^^^^^^^^^^^^^^^^^^ https://hub.docker.com/r/docker/dockerfile
      ARG TAG=24
      FROM node:$TAG AS x
           ^^^^^^^^^ https://hub.docker.com/_/node
      FROM x
      FROM quay.io/a/b:1
           ^^^^^^^^^^^^^ https://quay.io/repository/a/b
      FROM ghcr.io/a/b@sha256:1111111111111111111111111111111111111111111111111111111111111111
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://ghcr.io/a/b
      FROM mcr.microsoft.com/dotnet/sdk:9.0
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://mcr.microsoft.com/artifact/mar/dotnet/sdk
      FROM gcr.io/distroless/static
           ^^^^^^^^^^^^^^^^^^^^^^^^ https://gcr.io/distroless/static
      FROM public.ecr.aws/docker/library/alpine
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://gallery.ecr.aws/docker/library/alpine
      FROM registry.example.org/a/b
      FROM scratch
    `);
  });
  test('to images that are copied or mounted from, and not to stages', () => {
    expectLinks(`
      FROM scratch AS build
      COPY --from=build a.txt b
      COPY --from=0 a.txt b
      COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/
                  ^^^^^^^^^^^^^^^^^^^^^^^^ https://ghcr.io/astral-sh/uv
      RUN --mount=type=bind,from=golang,target=/x --mount=from=build,target=/y go
                                 ^^^^^^ https://hub.docker.com/_/golang
    `);
  });
  test('to files of the build context', () => {
    expectLinks(`
      FROM scratch
      ARG NAME=app
      COPY package.json ../up.txt /lib/$NAME.js *.md src/ . /app/
           ^^^^^^^^^^^^ package.json
                        ^^^^^^^^^ up.txt
                                  ^^^^^^^^^^^^^ lib/app.js
      ADD ["my file.txt", "/x"]
            ^^^^^^^^^^^ my%20file.txt
      RUN --mount=type=bind,source=go.mod,target=go.mod --mount=type=cache,source=x,target=/y go
                                   ^^^^^^ go.mod
      COPY <<EOF /x
      EOF
      ONBUILD COPY package.json /x
    `);
  });
  test('to what ADD downloads, and to addresses in labels', () => {
    expectLinks(`
      FROM scratch
      ARG V=2
      ADD https://example.org/a-$V.tgz git@github.com:moby/buildkit.git#v0.14 /x/
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://example.org/a-2.tgz
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://github.com/moby/buildkit
      LABEL org.opencontainers.image.source="https://github.com/a/b" note="see https://example.org/x."
                                             ^^^^^^^^^^^^^^^^^^^^^^ https://github.com/a/b
                                                                               ^^^^^^^^^^^^^^^^^^^^^ https://example.org/x
    `);
  });
  test('to the images of services', () => {
    expectLinks(
      `
        services:
          a:
            image: acme/tool:1
                   ^^^^^^^^^^^ https://hub.docker.com/r/acme/tool
      `,
      'compose',
    );
  });
});
