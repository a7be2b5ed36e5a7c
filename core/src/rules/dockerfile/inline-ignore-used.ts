import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, peerNames, readPragmas, type DockerfileContext, type Pragma } from '../../lint/index.ts';
import { onlyHadolint, ownView } from '../shared/views.ts';

const messages = {
  used: 'This comment silences {tool} without saying why: add the reason, or put it right.',
} as const;

export default defineRule({
  id: 'dockerfile/inline-ignore-used',
  kind: 'style',
  severity: 'off',
  strict: 'hint',
  refs: { hadolint: ['DL1001'] },
  title: 'Say why a comment silences a rule',
  why: 'Whoever reads the comment next year has to decide whether it is still needed. Without its reason it is copied along with the line for ever.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL1001',
  bad: 'FROM alpine:3.23\n# hadolint ignore=DL3018\nRUN apk add --no-cache git\n',
  good: 'FROM alpine:3.23\n# hadolint ignore=DL3018 # any version of git will do\nRUN apk add --no-cache git\n',
  messages,
  on: { dockerfile: checkFile },
});

/** Directives are comments too, so that of BuildKit is among them. */
function checkFile({ comments }: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  for (const { span } of comments) {
    const [pragma] = readPragmas(ctx.text.slice(span.start, span.end), span.start);
    if (!pragma) continue;
    const tool = pragma.by === 'drydock' ? 'Drydock' : peerNames[pragma.by];
    // An exception with its reason beside it is what we ask for; hadolint wants none at all.
    const isReasoned = pragma.reason !== null;
    if (isReasoned && !isSeenByHadolint(pragma)) continue;
    const presets = isReasoned ? onlyHadolint : isSeenByHadolint(pragma) ? undefined : ownView;
    ctx.report({ at: pragma.span, message: 'used', data: { tool }, presets });
  }
}

/** Its own comments, and of these not the ones that speak for a whole file or stage. */
function isSeenByHadolint({ by, scope }: Pragma): boolean {
  return by === 'hadolint' && scope === 'next';
}
