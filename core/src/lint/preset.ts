export const presets = ['recommended', 'strict', 'cis', 'buildkit', 'hadolint'] as const;
/** Which rules are on, and how loud, before a user's own settings. */
export type Preset = (typeof presets)[number];
