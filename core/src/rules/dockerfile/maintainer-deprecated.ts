import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { matchCase } from '../shared/lines.ts';
import { getSections, type Section } from '../shared/stages.ts';

const messages = {
  deprecated: 'MAINTAINER is deprecated: write the label `org.opencontainers.image.authors`.',
  toLabel: 'Replace with LABEL org.opencontainers.image.authors',
} as const;
type Messages = typeof messages;

const label = 'org.opencontainers.image.authors';

export default defineRule({
  id: 'dockerfile/maintainer-deprecated',
  kind: 'style',
  severity: 'info',
  refs: {
    hadolint: ['DL4000'],
    buildkit: ['MaintainerDeprecated'],
    trivy: ['DS-0022'],
    checkov: ['CKV_DOCKER_6'],
    kics: ['maintainer_instruction_being_used'],
    semgrep: ['maintainer-is-deprecated'],
    'dockerfile-utils': ['DEPRECATED_MAINTAINER'],
  },
  title: 'Name the authors in a label',
  why: 'MAINTAINER has been deprecated since 2017. A label says the same, can be read with `docker image inspect` and can be overwritten at build time.',
  source: 'https://docs.docker.com/reference/build-checks/maintainer-deprecated/',
  bad: 'FROM alpine:3.22\nMAINTAINER Ada Lovelace <ada@example.org>\n',
  good: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="Ada Lovelace <ada@example.org>"\n',
  messages,
  tag: 'deprecated',
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  for (const section of getSections(file)) checkSection(section, ctx);
}

function checkSection({ instructions }: Section, ctx: DockerfileContext<Messages>): void {
  // The label of today may say something newer; two sources of truth are left to the author.
  const hasLabel = instructions.some(
    ({ keyword, assignments }) => keyword === 'LABEL' && assignments.some(({ name }) => name.value === label),
  );
  for (const instruction of instructions) {
    if (instruction.keyword !== 'MAINTAINER') continue;
    const fix = hasLabel ? undefined : toLabel(instruction, ctx);
    ctx.report({ at: instruction.keywordSpan, message: 'deprecated', fix });
  }
}

function toLabel(maintainer: Instruction, ctx: DockerfileContext<Messages>): ReportedFix<Messages> | undefined {
  const { argsSpan, span, code } = maintainer;
  const authors = unquote(code.slice(argsSpan.start - span.start, argsSpan.end - span.start).trim());
  if (authors === '') return undefined;
  const { escape } = ctx.file;
  const value = authors.replace(escape === '`' ? /["`$]/g : /["\\$]/g, (special) => escape + special);
  const newText = `${matchCase('LABEL', maintainer)} ${label}="${value}"`;
  return { title: 'toLabel', edits: [replace(span, newText)] };
}

function unquote(text: string): string {
  return /^"[^"]*"$/.test(text) || /^'[^']*'$/.test(text) ? text.slice(1, -1) : text;
}
