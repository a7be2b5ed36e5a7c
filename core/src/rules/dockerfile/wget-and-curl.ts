import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { onlyHadolint } from '../shared/views.ts';

const messages = {
  both: '`{second}` is used here and `{first}` elsewhere in this stage: one of them is enough.',
  first: '`{first}` is used here.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/wget-and-curl',
  kind: 'style',
  severity: 'hint',
  refs: {
    hadolint: ['DL4001'],
    trivy: ['DS-0014'],
    kics: ['run_using_wget_and_curl'],
    semgrep: ['use-either-wget-or-curl'],
  },
  title: 'Download with one tool in a stage',
  why: 'Two programs that do the same are two packages to install and to keep up to date.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL4001',
  bad: 'FROM debian:12\nRUN wget https://example.org/a\nRUN curl -O https://example.org/b\n',
  good: 'FROM debian:12\nRUN curl -O https://example.org/a\nRUN curl -O https://example.org/b\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: Context): void {
  const byStage = new Map<number | null, PlacedCall[]>();
  for (const call of ctx.calls.of('wget', 'curl')) {
    const known = byStage.get(call.run.stage);
    if (known) known.push(call);
    else byStage.set(call.run.stage, [call]);
  }
  for (const calls of byStage.values()) checkStage(calls, ctx);
}

/** Once a stage, at the second tool; hadolint repeats it for every RUN from there on. */
function checkStage(calls: readonly PlacedCall[], ctx: Context): void {
  const [first] = calls;
  const second = calls.find(({ program }) => program !== first?.program);
  if (!first || !second) return;
  let told: PlacedCall['run'] | undefined;
  for (const call of calls.slice(calls.indexOf(second))) {
    if (call.run === told) continue;
    told = call.run;
    const other = call.program === first.program ? second : first;
    ctx.report({
      at: call.word.span,
      message: 'both',
      data: { second: call.program, first: other.program },
      related: [{ at: other.word.span, message: 'first', data: { first: other.program } }],
      presets: call === second ? undefined : onlyHadolint,
    });
  }
}
