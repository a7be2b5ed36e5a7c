import rule from '#core/rules/dockerfile/yarn-cache.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const kept = 'yarn leaves what it downloads in this layer as well: run `yarn cache clean` in the same RUN.';

ruleTest(rule, {
  'the clean-up follows the install': {
    given: `
      FROM node:24
      RUN yarn install --frozen-lockfile && yarn build
               ^^^^^^^ ${kept}
      RUN yarn --production
          ^^^^ ${kept}
    `,
    fixed: `
      FROM node:24
      RUN yarn install --frozen-lockfile && yarn cache clean && yarn build
      RUN yarn --production && yarn cache clean
    `,
  },
  'across lines, in heredocs, behind ONBUILD': {
    given: `
      FROM node:24
      RUN make \\
        # what it needs
        && yarn install \\
                ^^^^^^^ ${kept}
          --production
      RUN <<EOF
      yarn install
           ^^^^^^^ ${kept}
      make
      EOF
      ONBUILD RUN yarn install
                       ^^^^^^^ ${kept}
    `,
    fixed: `
      FROM node:24
      RUN make \\
        # what it needs
        && yarn install \\
          --production && yarn cache clean
      RUN <<EOF
      yarn install && yarn cache clean
      make
      EOF
      ONBUILD RUN yarn install && yarn cache clean
    `,
  },
  'cleaned, mounted, or another verb': {
    given: `
      FROM node:24
      RUN yarn install && yarn cache clean
      RUN yarn install; yarn build; yarn cache clean --all
      RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
      RUN yarn build && yarn --version && yarn run install && npm install
    `,
  },
  'where only the author can append it': {
    given: `
      FROM node:24
      RUN yarn install || npm install
               ^^^^^^^ ${kept}
      RUN yarn install | tee /log
               ^^^^^^^ ${kept}
      RUN ["yarn", "install"]
                   ^^^^^^^^^ ${kept}
    `,
  },
  'the yarn of today has another cache, and a build stage is not shipped': {
    given: `
      FROM node:24 AS build
      RUN yarn install
      FROM node:24
      COPY .yarnrc.yml ./
      RUN yarn install --immutable
    `,
  },
  'hadolint asks in stages that another one builds on, and for the verb only': {
    preset: 'hadolint',
    given: `
      FROM node:24 AS deps
      RUN yarn install
               ^^^^^^^ ${kept}
      FROM deps AS build
      RUN yarn install
      RUN yarn
      FROM node:24
      COPY .yarnrc.yml ./
      RUN yarn install
               ^^^^^^^ ${kept}
    `,
  },
  'a piece without FROM': {
    given: `
      RUN yarn install
               ^^^^^^^ ${kept}
    `,
    fixed: `
      RUN yarn install && yarn cache clean
    `,
  },
});
