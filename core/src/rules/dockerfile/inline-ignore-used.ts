import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, peerNames, readPragmas, type DockerfileContext, type Pragma } from '../../lint/index.ts';
import { ownView } from '../shared/views.ts';

const messages = {
  used: 'This comment silences {tool}: what it hides should be put right, or switched off in the configuration.',
} as const;

export default defineRule({
  id: 'dockerfile/inline-ignore-used',
  kind: 'style',
  severity: 'off',
  strict: 'hint',
  refs: { hadolint: ['DL1001'] },
  title: 'Silence rules in the configuration, not in the file',
  why: 'For teams that want every exception in one place, where it is reviewed. A comment beside the line is easily copied along with it.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL1001',
  bad: 'FROM alpine:3.23\n# hadolint ignore=DL3018\nRUN apk add --no-cache git\n',
  good: 'FROM alpine:3.23\n# Any version of git will do.\nRUN apk add --no-cache git\n',
  messages,
  on: { dockerfile: checkFile },
});

/** Directives are comments too, so that of BuildKit is among them. */
function checkFile({ comments }: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  for (const { span } of comments) {
    const [pragma] = readPragmas(ctx.text.slice(span.start, span.end), span.start);
    if (!pragma) continue;
    const tool = pragma.by === 'drydock' ? 'Drydock' : peerNames[pragma.by];
    const presets = isSeenByHadolint(pragma) ? undefined : ownView;
    ctx.report({ at: pragma.span, message: 'used', data: { tool }, presets });
  }
}

/** Its own comments, and of these not the ones that speak for a whole file or stage. */
function isSeenByHadolint({ by, scope }: Pragma): boolean {
  return by === 'hadolint' && scope === 'next';
}
