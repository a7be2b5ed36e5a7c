import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isUrl } from '../shared/label-values.ts';
import { findLabelsOf } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = { invalid: '`{value}` is no URL: begin with a scheme, such as https://.' } as const;

export default defineRule({
  id: 'dockerfile/label-not-url',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3052'] },
  title: 'Give URL labels a full URL',
  why: 'Registries and scanners turn this label into a link. Without a scheme and a host it leads nowhere.',
  source: 'https://github.com/opencontainers/image-spec/blob/main/annotations.md',
  bad: 'FROM alpine:3.23\nLABEL org.opencontainers.image.source=github.com/ada/app\n',
  good: 'FROM alpine:3.23\nLABEL org.opencontainers.image.source=https://github.com/ada/app\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { value, presets } of findLabelsOf(label, 'url', ctx.options)) {
    if (!isUrl(value.value)) ctx.report({ at: value.span, message: 'invalid', data: { value: value.value }, presets });
  }
}
