import rule from '#core/rules/dockerfile/hardcoded-secret-value.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

// Put together here, so that no scanner takes this file for a leak.
const github = ['ghp', '9fKq2LxV7bTzR4mWc8YdN1sHj5QpGuE3aZrB'].join('_');
const aws = ['AKIA', 'Q3EGRZ7LMN2WVTKB'].join('');
const stripe = ['sk', 'live', '51HqLyJ2eZvKYlo2CfW8nRbT'].join('_');
const gitlab = ['glpat', 'xR7-kQ2mZ9_vLw4TnB8s'].join('-');
const body = 'MIIEowIBAAKCAQEAx7Vd9kq2mZrLw4TnB8sxR7kQ2mZ9vLw4TnB8sQp3';
const header = ['-----BEGIN', 'RSA PRIVATE', 'KEY-----'].join(' ');

const token = (service: string, shown: string) =>
  `This has the shape of a credential of ${service} (\`${shown}…\`). Whoever has the file has it: revoke it, and pass a new one as a secret.`;
const key =
  'A private key stands in this file. Whoever has the file has it: replace it, and pass the new one as a secret.';
const address =
  'A password stands in this address. Whoever has the file has it: change it, and pass the new one as a secret.';
const option = (name: string) =>
  `What stands behind \`${name}\` looks real. Whoever has the file has it: change it, and pass the new one as a secret.`;
const carets = (text: string) => '^'.repeat(text.length);

ruleTest(rule, {
  'tokens by their form, whatever the variable is called': {
    given: `
      FROM node:22
      ENV A=${github} B=x
            ${carets(github)} ${token('GitHub', 'ghp_')}
      ARG ID="${aws}"
              ${carets(aws)} ${token('AWS', 'AKIA')}
      LABEL pay=${stripe}
                ${carets(stripe)} ${token('Stripe', 'sk_l')}
    `,
  },
  'in commands, heredocs, comments and ONBUILD': {
    given: `
      FROM node:22
      RUN git clone https://oauth2:${gitlab}@gitlab.acme.io/a.git \\
                                   ${carets(gitlab)} ${token('GitLab', 'glpa')}
          # ${github}
            ${carets(github)} ${token('GitHub', 'ghp_')}
          && true
      COPY <<EOF /root/.npmrc
      token=${github}
            ${carets(github)} ${token('GitHub', 'ghp_')}
      EOF
      ONBUILD ENV A=${aws}
                    ${carets(aws)} ${token('AWS', 'AKIA')}
    `,
  },
  'passwords in addresses and behind options': {
    given: `
      FROM python:3.13
      RUN pip install -i https://ci:hG7-r2Lq9w@pypi.acme.io/simple app
                                    ^^^^^^^^^^ ${address}
      RUN mysqladmin --password='Kf93mZq1' status && login --password Tz8x!Lm2
                                 ^^^^^^^^ ${option('--password')}
                                                                      ^^^^^^^^ ${option('--password')}
    `,
  },
  'a private key with its body, in a piece without FROM': {
    given: `
      COPY <<EOF /root/.ssh/id_rsa
      ${header}
      ${carets(header)} ${key}
      ${body}
      EOF
      RUN echo "${header}\\n${body}" > /key
                ${carets(header)} ${key}
    `,
  },
  'examples, stand-ins and variables': {
    given: `
      FROM node:22
      ENV A=AKIAIOSFODNN7EXAMPLE B=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx C=AKIAAAAAAAAAAAAAAAAA
      ENV D=postgres://postgres:postgres@db/app E=http://user:password@proxy:3128 F=https://me:Secret123@host/x
      ENV G=https://ci:hG7-r2Lq9w@example.org/ H=redis://u:hG7-r2Lq9w@localhost:6379
      RUN git clone https://\${USER}:\${TOKEN}@github.com/a/b.git && login --password "$PASSWORD" --password-stdin
      RUN login --password changeme1 --password <your-Pass1> --token-file=/run/x
      RUN grep -q "-----BEGIN PRIVATE KEY-----" /key
    `,
  },
  'what only looks random': {
    given: `
      FROM node:22@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
      RUN npm i --integrity sha512-9fKq2LxV7bTzR4mWc8YdN1sHj5QpGuE3aZrB9fKq2LxV7bTzR4mWc8YdN1sHj5Qp==
      RUN disk-task-sk-tool http://cache.acme.io:8080/a@b && echo AKIA && curl ssh://git@github.com:22/a
    `,
  },
});
