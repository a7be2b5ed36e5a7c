import rule from '#core/rules/dockerfile/npm-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) =>
  `\`${name}\` has no version: tomorrow the same build installs another one. Write \`${name}@…\`.`;
const repository = (name: string) =>
  `\`${name}\` names no commit or tag: tomorrow the same build installs another one. Add \`#…\`.`;

ruleTest(rule, {
  'each package without a version is marked': {
    given: `
      FROM node:24
      RUN npm install -g serve typescript@5 @angular/cli
                         ^^^^^ ${says('serve')}
                                            ^^^^^^^^^^^^ ${says('@angular/cli')}
      RUN npm i express && npm --loglevel error install express
                ^^^^^^^ ${says('express')}
                                                        ^^^^^^^ ${says('express')}
    `,
  },
  'across lines, in heredocs, behind ONBUILD, in the array form': {
    given: `
      FROM node:24
      RUN npm install --global \\
        # the server
        serve \\
        ^^^^^ ${says('serve')}
        && make
      RUN <<EOF
      npm install serve
                  ^^^^^ ${says('serve')}
      EOF
      ONBUILD RUN sudo npm install serve
                                   ^^^^^ ${says('serve')}
      RUN ["npm", "install", "serve"]
                             ^^^^^^^ ${says('serve')}
    `,
  },
  'versions, tags, scopes with versions': {
    given: `
      FROM node:24
      RUN npm install a@1 b@latest @scope/c@^2 "d@>=1 <2" e@$VERSION
    `,
  },
  'the project itself, folders, files and values of options': {
    given: `
      FROM node:24
      RUN npm install && npm ci && npm install --omit=dev && npm install --omit dev
      RUN npm install . && npm install ./lib ../other /src/x ~/y file:z
      RUN npm install a.tgz https://example.org/b.tar.gz
      RUN npm install --registry https://registry.example.org --prefix /app
      RUN npm run install x && npm uninstall x && npm config set a b && npx serve
    `,
  },
  'repositories need a commit or tag': {
    given: `
      FROM node:24
      RUN npm install git+https://example.org/x/y.git#v1 user/repository#main
      RUN npm install git+https://example.org/x/y.git
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${repository('git+https://example.org/x/y.git')}
    `,
  },
  'other package managers, where no file of the project keeps the version': {
    given: `
      FROM node:24
      RUN pnpm add -g serve && yarn global add serve && bun add -g serve
                      ^^^^^ ${says('serve')}
                                               ^^^^^ ${says('serve')}
                                                                   ^^^^^ ${says('serve')}
      RUN pnpm add serve && yarn add serve && bun add serve
    `,
  },
  'variables are looked at by hadolint only, which knows npm install alone': {
    preset: 'hadolint',
    given: `
      FROM node:24
      RUN npm install $PACKAGES
                      ^^^^^^^^^ ${says('$PACKAGES')}
      RUN pnpm add -g serve
    `,
  },
  'a piece without FROM': {
    given: `
      RUN npm install $PACKAGES serve
                                ^^^^^ ${says('serve')}
    `,
  },
});
