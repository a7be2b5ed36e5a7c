import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset } from '../../lint/index.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = {
  start: 'The label `{key}` does not begin with a lower-case letter.',
  end: 'The label `{key}` does not end with a letter or a digit.',
  character: 'The label `{key}` holds `{character}`; use lower-case letters, digits, `.` and `-`.',
  repeated: 'The label `{key}` has two separators in a row.',
  reserved: 'Docker keeps labels below `{namespace}` for itself.',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/label-key-invalid',
  kind: 'style',
  severity: 'hint',
  refs: { hadolint: ['DL3048'], tally: ['labels/valid-key'] },
  title: 'Write label keys as Docker asks for',
  why: 'Keys are matched to the letter by filters and other tools. Docker asks for lower-case letters and digits, dots and hyphens between them, and a name of your own domain, so that two tools never use the same key.',
  source: 'https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations',
  bad: 'FROM alpine:3.23\nLABEL com.docker.role=web\n',
  good: 'FROM alpine:3.23\nLABEL org.example.role=web\n',
  messages,
  on: onEach(['LABEL'], checkLabel),
});

function checkLabel(label: Instruction, ctx: DockerfileContext<Messages>): void {
  for (const { name } of label.assignments) {
    const key = name.value;
    const at = name.span;
    const namespace = reserved.find((prefix) => key.startsWith(prefix));
    const character = /[^a-z\d.-]/.exec(key)?.[0];
    if (namespace !== undefined) ctx.report({ at, message: 'reserved', data: { namespace: `${namespace}*` } });
    else if (/\.\.|--/.test(key)) ctx.report({ at, message: 'repeated', data: { key } });
    else if (character !== undefined) {
      ctx.report({ at, message: 'character', data: { key, character }, presets: viewsOf(character) });
    } else if (!/^[a-z]/.test(key)) ctx.report({ at, message: 'start', data: { key } });
    else if (!/[a-z\d]$/.test(key)) ctx.report({ at, message: 'end', data: { key } });
  }
}

const reserved = ['com.docker.', 'io.docker.', 'org.dockerproject.'];

/** Capitals are common and harmless, `_` and `/` are what Kubernetes and others write; hadolint allows none of them. */
function viewsOf(character: string): readonly Preset[] | undefined {
  if (/[A-Z]/.test(character)) return ['strict', 'hadolint'];
  return /[_/$]/.test(character) ? ['hadolint'] : undefined;
}
