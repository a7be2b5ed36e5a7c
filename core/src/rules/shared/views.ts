import type { Preset } from '../../lint/index.ts';

/** What we say ourselves, where BuildKit and hadolint look at other things. */
export const ownView: readonly Preset[] = ['recommended', 'strict', 'cis'];
/** Where BuildKit's check says nothing, for example of what ONBUILD defers. */
export const notBuildKit: readonly Preset[] = ['recommended', 'strict', 'cis', 'hadolint'];
/** Where hadolint reports another place, or nothing. */
export const notHadolint: readonly Preset[] = ['recommended', 'strict', 'cis', 'buildkit'];
/** For what hadolint reports though it is right as it stands. */
export const onlyHadolint: readonly Preset[] = ['hadolint'];
export const onlyBuildKit: readonly Preset[] = ['buildkit'];
/** For what hadolint reports and few people want to change. */
export const strictAndHadolint: readonly Preset[] = ['strict', 'hadolint'];
