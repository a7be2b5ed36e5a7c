import type { Rule } from '#core';

/** All rules. They are loaded as one piece with the first file that is judged, not with the server. */
export async function loadRules(): Promise<readonly Rule[]> {
  return (await import('#core/rules/index.ts')).rules;
}
