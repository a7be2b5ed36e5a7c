import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findSecretValues } from '../shared/secret-shapes.ts';

const messages = {
  token:
    'This has the shape of a credential of {service} (`{shown}…`). Whoever has the file has it: revoke it, and pass a new one as a secret.',
  key: 'A private key stands in this file. Whoever has the file has it: replace it, and pass the new one as a secret.',
  address:
    'A password stands in this address. Whoever has the file has it: change it, and pass the new one as a secret.',
  option:
    'What stands behind `{option}` looks real. Whoever has the file has it: change it, and pass the new one as a secret.',
} as const;

export default defineRule({
  id: 'dockerfile/hardcoded-secret-value',
  kind: 'security',
  severity: 'error',
  refs: {
    cis: ['4.10'],
    bench134: ['4.10'],
    tally: ['secrets-in-code'],
    kics: ['passwords_and_secrets (common)'],
  },
  title: 'Write no credential into the file',
  why: 'A file like this is kept in a repository, and most of what it says is kept in the image. Taking the value out later leaves it in the history of both, so it has to be replaced. `RUN --mount=type=secret` shows a secret to one step and leaves nothing behind.',
  source: 'https://docs.docker.com/build/building/secrets/',
  bad: 'FROM python:3.13-slim\nRUN pip install --index-url https://ci:hG7-r2Lq9w@pypi.acme.internal/simple app\n',
  good: 'FROM python:3.13-slim\nRUN --mount=type=secret,id=pip,target=/etc/pip.conf pip install app\n',
  messages,
  on: { dockerfile: checkFile },
});

/** The value itself is never repeated: what is told here ends up in logs and reports. */
function checkFile(_file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  for (const found of findSecretValues(ctx.text)) {
    const at = found.span;
    if (found.kind === 'token') {
      ctx.report({ at, message: 'token', data: { service: found.service, shown: found.shown } });
    } else if (found.kind === 'option') ctx.report({ at, message: 'option', data: { option: found.option } });
    else ctx.report({ at, message: found.kind });
  }
}
