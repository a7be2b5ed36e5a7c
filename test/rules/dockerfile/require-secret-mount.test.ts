import rule from '#core/rules/dockerfile/require-secret-mount.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (program: string, id: string) =>
  `\`${program}\` needs the secret \`${id}\` here: add \`--mount=type=secret,id=${id}\` to this RUN.`;

ruleTest(rule, {
  'a program without its secret, once in a RUN': {
    given: `
      FROM python:3.13
      RUN pip install a && pip install b
          ^^^ ${says('pip', 'pip-config')}
    `,
  },
  'with it': {
    given: `
      FROM python:3.13
      RUN --mount=type=secret,id=pip-config pip install a
      RUN --mount=type=cache,target=/c --mount=type=secret,source=pip-config,env=X pip install b
    `,
  },
  'several secrets, another of them missing': {
    configuration: `
      secrets:
        required:
          npm: [npmrc, token]
    `,
    given: `
      FROM node:22
      RUN --mount=type=secret,id=npmrc npm ci
                                       ^^^ ${says('npm', 'token')}
      RUN pip install a
    `,
  },
  'nothing is asked for': {
    configuration: '',
    given: `
      FROM python:3.13
      RUN pip install a
    `,
  },
  'behind sudo, in heredocs, behind ONBUILD': {
    given: `
      FROM python:3.13
      RUN sudo pip install a
               ^^^ ${says('pip', 'pip-config')}
      RUN <<EOF
      pip install a
      ^^^ ${says('pip', 'pip-config')}
      EOF
      ONBUILD RUN pip install a
                  ^^^ ${says('pip', 'pip-config')}
    `,
  },
  'in a piece without FROM': {
    given: `
      RUN apt-get update && \\
          pip install a
          ^^^ ${says('pip', 'pip-config')}
    `,
  },
});
