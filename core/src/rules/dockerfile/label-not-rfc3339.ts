import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isRfc3339 } from '../shared/label-values.ts';
import { findLabelsOf } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = { invalid: '`{value}` is no RFC 3339 time; write for example 2026-01-31T09:30:00Z.' } as const;

export default defineRule({
  id: 'dockerfile/label-not-rfc3339',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3053'] },
  title: 'Write dates in labels as RFC 3339 says',
  why: 'Tools that sort or expire images read this label as a point in time. A date in another form is unreadable to them, or is read wrongly.',
  source: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
  bad: 'FROM alpine:3.23\nLABEL org.opencontainers.image.created="31 January 2026"\n',
  good: 'FROM alpine:3.23\nLABEL org.opencontainers.image.created=2026-01-31T09:30:00Z\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { value, presets } of findLabelsOf(label, 'rfc3339', ctx.options)) {
    if (!isRfc3339(value.value))
      ctx.report({ at: value.span, message: 'invalid', data: { value: value.value }, presets });
  }
}
