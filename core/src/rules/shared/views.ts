import type { Preset } from '../../lint/index.ts';

/** For what hadolint does not report: every preset but its own. */
export const allButHadolint: readonly Preset[] = ['recommended', 'strict', 'cis', 'buildkit'];
/** For what hadolint reports and few people want to change. */
export const strictAndHadolint: readonly Preset[] = ['strict', 'hadolint'];
/** For what hadolint reports though it is right as it stands. */
export const hadolintOnly: readonly Preset[] = ['hadolint'];
