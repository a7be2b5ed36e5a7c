import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findCopySources } from '../../project/index.ts';
import { findExcluder } from '../shared/ignored-source.ts';
import { findSecretFile } from '../shared/secret-files.ts';
import { getShipped } from '../shared/shipped.ts';

const messages = {
  secret: '`{file}` usually holds credentials, and a copy of it stays in the image even if it is deleted later.',
  maybe: '`{file}` may hold credentials: look inside before it becomes part of the image.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/copy-secret-file',
  kind: 'security',
  severity: 'error',
  refs: { cis: ['4.10'], bench134: ['4.10'], trivy: ['DS-0031'], dockle: ['CIS-DI-0010'] },
  title: 'Keep files with credentials out of the image',
  why: 'Every layer can be unpacked by whoever has the image; deleting the file in a later instruction does not take it out. Use `RUN --mount=type=secret` while building, and secrets or mounted files at run time.',
  source: 'https://docs.docker.com/build/building/secrets/',
  bad: 'FROM node:22.21-alpine\nCOPY package.json .env ./\n',
  good: 'FROM node:22.21-alpine\nCOPY package.json .env.example ./\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const excluded = findExcluded(file, ctx);
  for (const { instructions } of getShipped(file)) {
    for (const instruction of instructions) {
      const copy = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
      if (copy?.keyword === 'COPY' || copy?.keyword === 'ADD') checkCopy(copy, ctx, excluded);
    }
  }
}

/** Where the sources stand that an ignore file keeps from the build, so that nothing of them can be copied. */
function findExcluded(file: Dockerfile, { knowledge: { context } }: Context): ReadonlySet<number> {
  const sources = context?.ignore ? findCopySources(file) : [];
  return new Set(sources.flatMap((source) => (context && findExcluder(source, context) ? [source.span.start] : [])));
}

function checkCopy({ json, args }: Instruction, ctx: Context, excluded: ReadonlySet<number>): void {
  const words = json ?? args;
  // The name that a file gets may say more than the one it had: `COPY config.json /root/.docker/config.json`.
  const becomes = credentialPlace.exec(words.at(-1)?.value ?? '')?.[1];
  for (const { value, span } of words.slice(0, -1)) {
    if (excluded.has(span.start) || /^[a-z]+:\/\//i.test(value) || value.startsWith('<<')) continue;
    const found = findSecretFile(value) ?? (becomes === undefined ? undefined : { file: becomes, certain: true });
    if (!found) continue;
    // Some of these names stand for harmless files as well, so they are graded down.
    const { file, certain } = found;
    if (certain) ctx.report({ at: span, message: 'secret', data: { file } });
    else ctx.report({ at: span, message: 'maybe', data: { file }, severity: 'warning' });
  }
}

const credentialPlace =
  /(?:^|\/)(\.docker\/config\.json|\.kube\/config|\.aws\/credentials|\.netrc|\.pgpass|\.git-credentials|\.ssh\/id_[a-z\d]+)$/;
