import rule from '#core/rules/dockerfile/package-cache-mount.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string, folders: string) =>
  `Each build downloads anew what \`${command}\` fetches: keep it in a cache mount on ${folders}.`;

ruleTest(rule, {
  'the mount goes behind RUN': {
    given: `
      FROM node:22
      RUN npm --prefix web ci
      ^^^ ${says('npm ci', '/root/.npm')}
    `,
    fixed: `
      FROM node:22
      RUN --mount=type=cache,target=/root/.npm npm --prefix web ci
    `,
  },
  'several tools in one RUN, among them two folders of apt': {
    given: `
      FROM python:3.14
      RUN apt-get update && apt-get -o Acquire::Retries=3 install -y gcc && pip install -r requirements.txt
      ^^^ ${says('apt-get install', '/var/cache/apt, /var/lib/apt')}
    `,
    fixed: `
      FROM python:3.14
      RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked --mount=type=cache,target=/root/.cache/pip apt-get update && apt-get -o Acquire::Retries=3 install -y gcc && pip install -r requirements.txt
    `,
  },
  'other flags, lower case, ONBUILD and heredocs': {
    given: `
      FROM golang:1.25
      run --network=default go build ./...
      ^^^ ${says('go build', '/go/pkg/mod, /root/.cache/go-build')}
      ONBUILD RUN cargo build
              ^^^ ${says('cargo build', '/usr/local/cargo/registry')}
      RUN <<EOF
      ^^^ ${says('yarn', '/usr/local/share/.cache/yarn')}
      yarn
      EOF
    `,
    fixed: `
      FROM golang:1.25
      run --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build --network=default go build ./...
      ONBUILD RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked cargo build
      RUN --mount=type=cache,target=/usr/local/share/.cache/yarn <<EOF
      yarn
      EOF
    `,
  },
  'a mount that is there, wherever it may be, and options that want no cache': {
    given: `
      FROM python:3.14
      RUN --mount=type=cache,target=/root/.cache pip install flask
      RUN --mount=type=cache,target=/home/app/.npm,uid=1000 npm ci
      RUN --mount=type=cache,target=$CACHE npm ci
      RUN --mount=type=cache,dst=/var/cache/apt/ apt-get install -y gcc
      RUN apk add --no-cache git && pip install --no-cache-dir flask
    `,
  },
  'what cleans up behind itself, and tools that are installed once for all': {
    given: `
      FROM node:22
      RUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*
      RUN dnf -y install gcc && dnf clean all
      RUN npm ci && npm cache clean --force
      RUN npm install --global pnpm@10 && yarn install --prefer-offline --production
      RUN --mount=type=cache,target=/root/.yarn/berry/cache yarn install --immutable
    `,
  },
  'what downloads nothing': {
    given: `
      FROM node:22
      RUN npm run build && npm test && pip --version && go vet ./... && apt-get update && cargo fmt
    `,
  },
  'no fix for another user, whose folders lie elsewhere': {
    given: `
      FROM node:22
      USER node
      RUN npm ci
      ^^^ ${says('npm ci', '/root/.npm')}
    `,
  },
  'a piece of a file': {
    given: `
      RUN npm ci
      ^^^ ${says('npm ci', '/root/.npm')}
    `,
    fixed: `
      RUN --mount=type=cache,target=/root/.npm npm ci
    `,
  },
});
