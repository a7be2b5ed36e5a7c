import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isEmail } from '../shared/label-values.ts';
import { findLabelsOf } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = { invalid: '`{value}` is no e-mail address.' } as const;

export default defineRule({
  id: 'dockerfile/label-not-email',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3058'] },
  title: 'Give e-mail labels an address',
  why: 'Whoever has to report a problem of the image writes to this address.',
  source: 'https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1',
  configuration: 'labels:\n  schema:\n    org.example.contact: email\n',
  bad: 'FROM alpine:3.23\nLABEL org.example.contact=ada\n',
  good: 'FROM alpine:3.23\nLABEL org.example.contact=ada@example.org\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { value, presets } of findLabelsOf(label, 'email', ctx.options)) {
    if (!isEmail(value.value))
      ctx.report({ at: value.span, message: 'invalid', data: { value: value.value }, presets });
  }
}
