import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isSpdxExpression, isSpdxId } from '../shared/label-values.ts';
import { findLabelsOf, isOfSchema } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = {
  invalid: '`{value}` is no SPDX licence expression; write for example Apache-2.0 or MIT OR Apache-2.0.',
} as const;

export default defineRule({
  id: 'dockerfile/label-not-spdx',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3054'] },
  title: 'Name licences by their SPDX identifiers',
  why: 'Licence scanners compare this label with the SPDX list. A name they do not know counts as no licence at all.',
  source: 'https://spdx.org/licenses/',
  bad: 'FROM alpine:3.23\nLABEL org.opencontainers.image.licenses="Apache 2"\n',
  good: 'FROM alpine:3.23\nLABEL org.opencontainers.image.licenses=Apache-2.0\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { name, value, presets } of findLabelsOf(label, 'spdx', ctx.options)) {
    const at = value.span;
    const data = { value: value.value };
    if (!isSpdxExpression(value.value)) ctx.report({ at, message: 'invalid', data, presets });
    // hadolint knows single ids only.
    else if (!isSpdxId(value.value) && isOfSchema(name, ctx.options))
      ctx.report({ at, message: 'invalid', data, presets: ['hadolint'] });
  }
}
