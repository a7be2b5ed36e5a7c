import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isOfSchema } from '../shared/labels.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = { empty: 'The label `{key}` is empty.' } as const;

export default defineRule({
  id: 'dockerfile/label-empty',
  kind: 'practice',
  severity: 'off',
  strict: 'warning',
  refs: { hadolint: ['DL3051'] },
  title: 'Give the labels of the schema a value',
  why: 'The project asks for this label because somebody reads it. An empty one passes the question whether it is there, and answers nothing.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3051',
  configuration: 'labels:\n  schema:\n    org.example.team: text\n',
  bad: 'FROM alpine:3.23\nLABEL org.example.team=""\n',
  good: 'FROM alpine:3.23\nLABEL org.example.team=storage\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { name, value, span } of label.assignments) {
    const isEmpty = value === null || value.value === '';
    if (isEmpty && isOfSchema(name.value, ctx.options)) {
      ctx.report({ at: span, message: 'empty', data: { key: name.value } });
    }
  }
}
