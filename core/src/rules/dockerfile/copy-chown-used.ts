import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isRoot } from '../shared/images.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = {
  owned: 'What belongs to `{owner}` can be changed by the process that runs as it: code need only be readable.',
} as const;

export default defineRule({
  id: 'dockerfile/copy-chown-used',
  kind: 'security',
  severity: 'off',
  strict: 'hint',
  refs: { kics: ['chown_flag_exists'] },
  title: 'Let the code belong to root',
  why: 'A process that owns its program can be made to rewrite it. Files that belong to root and are readable for all do as well, unless the process writes to them.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
  bad: 'FROM node:22.21-alpine\nCOPY --chown=node:node . /app\nUSER node\n',
  good: 'FROM node:22.21-alpine\nCOPY . /app\nUSER node\n',
  messages,
  on: onEach(['ADD', 'COPY'], checkCopy),
});

function checkCopy({ flags }: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { name, value, span } of flags) {
    if (name !== 'chown' || !value || isRoot(value)) continue;
    ctx.report({ at: span, message: 'owned', data: { owner: value } });
  }
}
