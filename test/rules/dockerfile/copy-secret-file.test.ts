import rule from '#core/rules/dockerfile/copy-secret-file.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const sure = (file: string) =>
  `\`${file}\` usually holds credentials, and a copy of it stays in the image even if it is deleted later.`;
const maybe = (file: string) => `\`${file}\` may hold credentials: look inside before it becomes part of the image.`;

ruleTest(rule, {
  'each source is judged by its name': {
    given: `
      FROM node:22
      COPY package.json .env ./
                        ^^^^ ${sure('.env')}
      ADD --chown=node config/.env.production /app/
                       ^^^^^^^^^^^^^^^^^^^^^^ ${sure('.env.production')}
      copy ["id_rsa", "/root/.ssh/"]
            ^^^^^^^^ ${sure('id_rsa')}
    `,
  },
  'files and folders of tools': {
    given: `
      FROM node:22
      COPY .ssh /root/.ssh
           ^^^^ ${sure('.ssh')}
      COPY ./home/.aws/credentials /root/.aws/
           ^^^^^^^^^^^^^^^^^^^^^^^ ${sure('credentials')}
      COPY .docker/config.json /root/.docker/config.json
           ^^^^^^^^^^^^^^^^^^^ ${sure('config.json')}
      COPY serviceAccountKey.json gcp-credentials.json ./
           ^^^^^^^^^^^^^^^^^^^^^^ ${sure('serviceAccountKey.json')}
                                  ^^^^^^^^^^^^^^^^^^^^ ${sure('gcp-credentials.json')}
      COPY certs/private.pem store.p12 kubeconfig ./
           ^^^^^^^^^^^^^^^^^ ${sure('private.pem')}
                             ^^^^^^^^^ ${sure('store.p12')}
                                       ^^^^^^^^^^ ${sure('kubeconfig')}
    `,
  },
  'names that are used for harmless files as well': {
    given: `
      FROM node:22
      COPY package.json .npmrc ./
                        ^^^^^^ ${maybe('.npmrc')}
      COPY *.pem /certs/
           ^^^^^ ${maybe('*.pem')}
      COPY ca.key /certs/
           ^^^^^^ ${maybe('ca.key')}
    `,
  },
  'templates and public halves are for everybody': {
    given: `
      FROM node:22
      COPY .env.example .env.template .env.dist id_rsa.pub ./
      COPY ca.pem certs/server-cert.pem fullchain.pem rds-ca-bundle.pem public.key ./
      COPY docker.gpg.key nodesource-repo.gpg.key /etc/apt/keyrings/
      COPY src/config.json .environment env/ ./
    `,
  },
  'the destination is not copied': {
    given: `
      FROM node:22
      COPY .env.example .env
    `,
  },
  'what stays in a stage that is not shipped does not reach the image': {
    given: `
      FROM node:22 AS build
      COPY .npmrc .env ./
      FROM node:22
      COPY --from=build /app/dist /app
    `,
  },
  'the parents of what is shipped are shipped': {
    given: `
      FROM node:22 AS base
      COPY .env ./
           ^^^^ ${sure('.env')}
      FROM node:22 AS other
      COPY .env ./
      FROM base
    `,
  },
  'from another stage it is still a copy': {
    given: `
      FROM node:22 AS build
      FROM node:22
      COPY --from=build /app/.env /app/
                        ^^^^^^^^^ ${sure('.env')}
    `,
  },
  'ONBUILD, URLs and heredocs': {
    given: `
      FROM node:22
      ONBUILD COPY .env /app/
                   ^^^^ ${sure('.env')}
      ADD https://example.org/.env.local /x
      COPY <<.env /app/settings
      A=1
      .env
    `,
  },
  'what a file becomes says more than what it was': {
    given: `
      FROM alpine:3.22
      COPY config.json /root/.docker/config.json
           ^^^^^^^^^^^ \`.docker/config.json\` usually holds credentials, and a copy of it stays in the image even if it is deleted later.
      COPY config.json /etc/app/config.json
      COPY .env.vault ./
    `,
  },
  'what the ignore file keeps out cannot be copied': {
    files: { '.dockerignore': '.env\n*.pem\n!b.pem\n' },
    given: `
      FROM node:22
      COPY .env a.pem ./
      COPY b.pem ./
           ^^^^^ ${maybe('b.pem')}
      COPY --from=node:22 /x/.env ./
                          ^^^^^^^ ${sure('.env')}
      ONBUILD COPY .env ./
                   ^^^^ ${sure('.env')}
    `,
  },
  'in a piece without FROM': {
    given: `
      COPY .env /app/
           ^^^^ \`.env\` usually holds credentials, and a copy of it stays in the image even if it is deleted later.
    `,
  },
});
