import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isSemver } from '../shared/label-values.ts';
import { findLabelsOf } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = { invalid: '`{value}` is no semantic version; write for example 1.4.0 or 1.4.0-rc.1.' } as const;

export default defineRule({
  id: 'dockerfile/label-not-semver',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3056'] },
  title: 'Give version labels a semantic version',
  why: 'Tools that compare versions read three numbers and what may follow them. With `v1` or `latest` they compare wrongly.',
  source: 'https://semver.org/spec/v2.0.0.html',
  configuration: 'labels:\n  schema:\n    org.example.version: semver\n',
  bad: 'FROM alpine:3.23\nLABEL org.example.version=v1\n',
  good: 'FROM alpine:3.23\nLABEL org.example.version=1.4.0\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { value, presets } of findLabelsOf(label, 'semver', ctx.options)) {
    if (!isSemver(value.value))
      ctx.report({ at: value.span, message: 'invalid', data: { value: value.value }, presets });
  }
}
