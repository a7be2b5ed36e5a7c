import { message, type Message } from '../text/index.ts';
import type { Severity } from './finding.ts';

/** What Drydock says of its own comments: listed, documented and configured like rules, but about no single language. */
export interface MetaRule {
  readonly id: `drydock/${string}`;
  /** The level in every preset. */
  readonly severity: Severity;
  readonly title: Message;
  readonly why: Message;
  /** Dockerfiles of which the first must fire and the second must be clean. */
  readonly bad: string;
  readonly good: string;
}

export const metaRules = [
  {
    id: 'drydock/unused-suppression',
    severity: 'info',
    title: message('Remove comments that silence nothing'),
    why: message('A comment that nothing needs would hide the mistake that somebody makes there next year.'),
    bad: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative reason=moved since\nWORKDIR /srv\nUSER 1000\n',
    good: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative reason=the base image sets one\nWORKDIR srv\nUSER 1000\n',
  },
  {
    id: 'drydock/expired-suppression',
    severity: 'warning',
    title: message('Look again at what was silenced for a time'),
    why: message('Whoever wrote `until=` wanted to be asked again on that day. What it silenced is told once more.'),
    bad: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative until=2024-01-31\nWORKDIR srv\nUSER 1000\n',
    good: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative until=2099-12-31\nWORKDIR srv\nUSER 1000\n',
  },
  {
    id: 'drydock/unknown-rule',
    severity: 'warning',
    title: message('Name a rule that there is'),
    why: message('A misspelt name silences nothing, so the comment promises what it does not do.'),
    bad: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relativ\nWORKDIR srv\nUSER 1000\n',
    good: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative\nWORKDIR srv\nUSER 1000\n',
  },
  {
    id: 'drydock/invalid-suppression',
    severity: 'warning',
    title: message('Write what silences a rule in a form that is understood'),
    why: message(
      'What is not understood is left out, and then the comment silences more, less or longer than it says.',
    ),
    bad: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative until=next-summer\nWORKDIR srv\nUSER 1000\n',
    good: 'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative until=2099-06-30\nWORKDIR srv\nUSER 1000\n',
  },
] as const satisfies readonly MetaRule[];
export type MetaRuleId = (typeof metaRules)[number]['id'];
