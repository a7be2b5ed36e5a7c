import type { Severity } from './finding.ts';

/** What Drydock says of its own comments. Their levels can be set like those of rules. */
export const metaRules = [
  { id: 'drydock/unused-suppression', severity: 'info' },
  { id: 'drydock/expired-suppression', severity: 'warning' },
  { id: 'drydock/unknown-rule', severity: 'warning' },
  { id: 'drydock/invalid-suppression', severity: 'warning' },
] as const satisfies readonly { readonly id: string; readonly severity: Severity }[];
export type MetaRuleId = (typeof metaRules)[number]['id'];
