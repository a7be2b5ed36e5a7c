import rule from '#core/rules/dockerfile/secret-in-arg-or-env.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const env = (name: string) => `\`${name}\` sounds like a credential: everybody who has the image can read its ENV.`;
const arg = (name: string) => `\`${name}\` sounds like a credential: build arguments stay in the history of the image.`;

ruleTest(rule, {
  'the name is marked, in every form of ENV': {
    given: `
      FROM alpine:3.22
      ENV DB_PASSWORD=hunter2
          ^^^^^^^^^^^ ${env('DB_PASSWORD')}
      ENV LANG=C API_KEY="abc def" \\
                 ^^^^^^^ ${env('API_KEY')}
          github_token=x
          ^^^^^^^^^^^^ ${env('github_token')}
      env SECRET_MESSAGE hello world
          ^^^^^^^^^^^^^^ ${env('SECRET_MESSAGE')}
    `,
  },
  'words that other tools miss': {
    given: `
      FROM alpine:3.22
      ENV DB_PSW=x1y2 MYSQL_PWD=x1y2 SSH_PASSPHRASE=x1y2 clientSecret=x1y2
          ^^^^^^ ${env('DB_PSW')}
                      ^^^^^^^^^ ${env('MYSQL_PWD')}
                                     ^^^^^^^^^^^^^^ ${env('SSH_PASSPHRASE')}
                                                         ^^^^^^^^^^^^ ${env('clientSecret')}
    `,
  },
  'whole words count, not letters within one': {
    given: `
      FROM alpine:3.22
      ENV GOPRIVATE=github.com/acme TRAVIS_OS_NAME=linux KEYBOARD=us MONKEY=1 AUTHOR=ada PASSAGE=x MAX_TOKENS=4096
      ARG DB_USERNAME
      ARG TOKENIZER=fast
    `,
  },
  'a place, a name, a number or a public half is no secret': {
    given: `
      FROM alpine:3.22
      ARG GITHUB_TOKEN_FILE
      ENV POSTGRES_PASSWORD_FILE=/run/secrets/pw PUBLIC_KEY=abc TOKEN_URL=x SECRET_NAME=x TOKEN_TTL=3600
      ENV X_SECRET_VERSION=1 PASSWORD_MIN_LENGTH=8 CACHE_KEY=v1 SECRET_KEY_BASE_DUMMY=1
      ENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D PYTHON_GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568
    `,
  },
  'a value that cannot be one': {
    given: `
      FROM alpine:3.22
      ENV TOKEN= API_KEY="" AUTH=false TLS_KEY=/etc/tls/key SECRET_KEY=dummy KEY=none OAUTH_TOKEN=https://example.org/t
      ENV CA_KEY=assets/tls/root.key
      ARG USE_AUTH=true
    `,
  },
  'PWD is a directory': {
    given: `
      FROM alpine:3.22
      ENV PWD=/srv OLDPWD=x
    `,
  },
  'passed on from an ARG it is reported once': {
    given: `
      FROM alpine:3.22
      ARG NPM_TOKEN
          ^^^^^^^^^ ${arg('NPM_TOKEN')}
      ENV NPM_TOKEN=$NPM_TOKEN
      ENV PASSWORD=\${NPM_TOKEN:-}
      ARG NAME
      ENV DB_PASSWORD=$NAME
          ^^^^^^^^^^^ ${env('DB_PASSWORD')}
    `,
  },
  'in front of the first FROM it reaches no image': {
    given: `
      ARG REGISTRY_TOKEN=x
      FROM alpine:3.22
    `,
  },
  'used in one RUN it becomes a secret mount': {
    given: `
      FROM node:22
      ARG NPM_TOKEN
          ^^^^^^^^^ ${arg('NPM_TOKEN')}
      COPY . .
      RUN npm config set //r.example.org/:_authToken=\${NPM_TOKEN} && npm ci
    `,
    fixed: `
      FROM node:22
      COPY . .
      RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm config set //r.example.org/:_authToken=\${NPM_TOKEN} && npm ci
    `,
  },
  'no fix where it is used twice, elsewhere, or has a default': {
    given: `
      FROM node:22
      ARG A_TOKEN
          ^^^^^^^ ${arg('A_TOKEN')}
      ARG B_TOKEN
          ^^^^^^^ ${arg('B_TOKEN')}
      ARG C_TOKEN=abc
          ^^^^^^^ ${arg('C_TOKEN')}
      ARG D_TOKEN
          ^^^^^^^ ${arg('D_TOKEN')}
      RUN echo $A_TOKEN
      RUN echo $A_TOKEN $C_TOKEN
      LABEL b=$B_TOKEN
    `,
  },
  ONBUILD: {
    given: `
      FROM alpine:3.22
      ONBUILD ARG NPM_TOKEN
                  ^^^^^^^^^ ${arg('NPM_TOKEN')}
      ONBUILD ENV API_KEY=abc
                  ^^^^^^^ ${env('API_KEY')}
    `,
  },
  'for BuildKit the name alone decides': {
    preset: 'buildkit',
    given: `
      FROM alpine:3.22
      ENV TOKEN= GPG_KEY=A035 KEY_ID=x TOKEN_TTL=60 TLS_KEY=/etc/tls/key
          ^^^^^ ${env('TOKEN')}
                 ^^^^^^^ ${env('GPG_KEY')}
                              ^^^^^^ ${env('KEY_ID')}
                                       ^^^^^^^^^ ${env('TOKEN_TTL')}
                                                    ^^^^^^^ ${env('TLS_KEY')}
      ENV SECRET=$TOKEN DB_PSW=x api-token=x clientSecret=x PASSWORD_FILE=/x PUBLIC_KEY=x TOKEN_VERSION=1 XTOKEN=1
          ^^^^^^ ${env('SECRET')}
      ONBUILD ENV API_KEY=abc
      ARG "QUOTED_KEY"
    `,
  },
  'what may be harmless is told to those who want to see everything': {
    preset: 'strict',
    given: `
      FROM alpine:3.22
      ENV AUTH_TYPE=basic TLS_KEY=/etc/tls/key TOKEN= GPG_KEY=A035 TOKEN_TTL=60 DB_PASSWORD_LENGTH=8
          ^^^^^^^^^ ${env('AUTH_TYPE')}
                          ^^^^^^^ ${env('TLS_KEY')}
    `,
  },
  'what a name ends with outweighs what stands before': {
    given: `
      FROM alpine:3.22
      ENV SEARCH_BACKEND_PASSWORD=x DB_USER_PASSWORD=x
          ^^^^^^^^^^^^^^^^^^^^^^^ ${env('SEARCH_BACKEND_PASSWORD')}
                                    ^^^^^^^^^^^^^^^^ ${env('DB_USER_PASSWORD')}
      ENV NO_PASSWORD=x ALLOW_EMPTY_PASSWORD=x DUMMY_SECRET=x CACHE_KEY=x KEY_CONVERTER=org.example.String
    `,
  },
  'in a piece without FROM an ARG counts as well': {
    given: `
      ARG NPM_TOKEN
          ^^^^^^^^^ ${arg('NPM_TOKEN')}
      ENV DB_PASSWORD=hunter2
          ^^^^^^^^^^^ ${env('DB_PASSWORD')}
    `,
  },
  'hadolint goes by letters of the name, in any place': {
    preset: 'hadolint',
    given: `
      ARG API_TOKEN=x
          ^^^^^^^^^ ${arg('API_TOKEN')}
      FROM alpine:3.22
      ENV GOPRIVATE=github.com/acme TRAVIS_OS_NAME=linux KEYBOARD=us API_KEY= DB_PSW=x1y2
          ^^^^^^^^^ ${env('GOPRIVATE')}
                                    ^^^^^^^^^^^^^^ ${env('TRAVIS_OS_NAME')}
                                                                     ^^^^^^^ ${env('API_KEY')}
      ARG DB_USERNAME=ada
          ^^^^^^^^^^^ ${arg('DB_USERNAME')}
      ONBUILD ENV TOKENIZER=fast SSH_KEY=x AUTH=y
                  ^^^^^^^^^ ${env('TOKENIZER')}
    `,
  },
});
