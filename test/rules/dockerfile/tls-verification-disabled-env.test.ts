import rule from '#core/rules/dockerfile/tls-verification-disabled-env.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const image = (name: string) =>
  `\`${name}\` switches the check of certificates off, in the build and in every container of this image.`;
const build = (name: string) =>
  `\`${name}\` switches the check of certificates off: whoever is on the way decides what arrives.`;

ruleTest(rule, {
  'the pair goes, and the line when it was alone': {
    given: `
      FROM node:24
      ENV NODE_TLS_REJECT_UNAUTHORIZED=0
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${image('NODE_TLS_REJECT_UNAUTHORIZED')}
      ENV A=1 PYTHONHTTPSVERIFY="0" B=2
              ^^^^^^^^^^^^^^^^^^^^^ ${image('PYTHONHTTPSVERIFY')}
      ENV GIT_SSL_NO_VERIFY true
          ^^^^^^^^^^^^^^^^^^^^^^ ${image('GIT_SSL_NO_VERIFY')}
      ARG NPM_CONFIG_STRICT_SSL=false
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${build('NPM_CONFIG_STRICT_SSL')}
      CMD ["node"]
    `,
    fixed: `
      FROM node:24
      ENV A=1 B=2
      CMD ["node"]
    `,
  },
  'across lines, the last and the first of several': {
    given: `
      FROM python:3.14
      ENV A=1 \\
        # for the proxy
        PIP_TRUSTED_HOST=pypi.org
        ^^^^^^^^^^^^^^^^^^^^^^^^^ ${image('PIP_TRUSTED_HOST')}
      env npm_config_strict_ssl=false \\
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${image('npm_config_strict_ssl')}
        B=2
    `,
    fixed: `
      FROM python:3.14
      ENV A=1
      env B=2
    `,
  },
  'in a RUN': {
    given: `
      FROM node:24
      RUN NODE_TLS_REJECT_UNAUTHORIZED=0 npm ci
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${build('NODE_TLS_REJECT_UNAUTHORIZED')}
      RUN export GIT_SSL_NO_VERIFY=1 && git clone https://example.org/x.git
                 ^^^^^^^^^^^^^^^^^^^ ${build('GIT_SSL_NO_VERIFY')}
      RUN <<EOF
      env PYTHONHTTPSVERIFY=0 python3 get.py
          ^^^^^^^^^^^^^^^^^^^ ${build('PYTHONHTTPSVERIFY')}
      EOF
    `,
  },
  'behind ONBUILD': {
    given: `
      FROM node:24
      ONBUILD ENV GOINSECURE=example.org
                  ^^^^^^^^^^^^^^^^^^^^^^ ${image('GOINSECURE')}
    `,
  },
  'values that leave the check on, and names that only look alike': {
    given: `
      FROM node:24
      ENV NODE_TLS_REJECT_UNAUTHORIZED=1 GIT_SSL_NO_VERIFY=false NPM_CONFIG_STRICT_SSL=true PIP_TRUSTED_HOST=""
      ENV MY_PYTHONHTTPSVERIFY=0 CURL_CA_BUNDLE=/etc/ssl/own.pem
      ARG PYTHONHTTPSVERIFY
      RUN echo NODE_TLS_REJECT_UNAUTHORIZED=0
    `,
  },
  'a piece without FROM': {
    given: `
      ENV A=1 REQUESTS_CA_BUNDLE=
              ^^^^^^^^^^^^^^^^^^^ ${image('REQUESTS_CA_BUNDLE')}
    `,
    fixed: `
      ENV A=1
    `,
  },
});
