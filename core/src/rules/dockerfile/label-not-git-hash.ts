import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isGitHash } from '../shared/label-values.ts';
import { findLabelsOf } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = { invalid: '`{value}` is no Git hash: write the hexadecimal digits of a commit.' } as const;

export default defineRule({
  id: 'dockerfile/label-not-git-hash',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3055'] },
  title: 'Give hash labels a Git commit',
  why: 'From this label people find the source of a running image. A branch or a tag may mean another commit tomorrow.',
  source: 'https://git-scm.com/book/en/v2/Git-Internals-Git-Objects',
  configuration: 'labels:\n  schema:\n    org.example.commit: hash\n',
  bad: 'FROM alpine:3.23\nLABEL org.example.commit=main\n',
  good: 'FROM alpine:3.23\nLABEL org.example.commit=9f3c2ab\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { value, presets } of findLabelsOf(label, 'hash', ctx.options)) {
    const at = value.span;
    const data = { value: value.value };
    if (!isGitHash(value.value)) ctx.report({ at, message: 'invalid', data, presets });
    // hadolint knows two lengths only.
    else if (![7, 40].includes(value.value.length)) ctx.report({ at, message: 'invalid', data, presets: ['hadolint'] });
  }
}
