import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findMountedSecrets } from '../shared/run-mounts.ts';

const messages = {
  missing: '`{program}` needs the secret `{id}` here: add `--mount=type=secret,id={id}` to this RUN.',
} as const;

export default defineRule({
  id: 'dockerfile/require-secret-mount',
  kind: 'security',
  severity: 'off',
  strict: 'warning',
  refs: {
    cis: ['4.10'],
    bench134: ['4.10'],
    tally: ['require-secret-mounts', 'ruby/prefer-secret-mounts-for-build-credentials'],
  },
  title: 'Give programs the secrets that the project asks for',
  why: 'Some programs reach a private registry only with credentials. A project can say which secret belongs to which program; where it is missing, the build fails, or somebody has put the credentials into the image.',
  source: 'https://docs.docker.com/build/building/secrets/',
  configuration: 'secrets:\n  required:\n    pip: [pip-config]\n',
  bad: 'FROM python:3.13-slim\nRUN pip install acme-client\n',
  good: 'FROM python:3.13-slim\nRUN --mount=type=secret,id=pip-config,target=/etc/pip.conf pip install acme-client\n',
  messages,
  on: { dockerfile: checkFile },
});

/** Once for a program in each RUN, at its first call. */
function checkFile(_file: unknown, ctx: DockerfileContext<typeof messages>): void {
  const required = Object.entries(ctx.options.requiredSecretMounts);
  for (const [program, ids] of required) {
    let last: unknown;
    for (const { run, word } of ctx.calls.of(program)) {
      if (run === last) continue;
      last = run;
      const given = new Set(findMountedSecrets(run).map(({ id }) => id));
      for (const id of ids) {
        if (!given.has(id)) ctx.report({ at: word.span, message: 'missing', data: { program, id } });
      }
    }
  }
}
