/** What the value of a label is checked for: hadolint's names. */
export const labelTypes = ['text', 'url', 'semver', 'rfc3339', 'spdx', 'hash', 'email'] as const;
export type LabelType = (typeof labelTypes)[number];

/** What a project says about its labels. */
export interface LabelOptions {
  /** Labels that every image must have, and what their values are. */
  readonly schema: Readonly<Record<string, LabelType>>;
  /** Whether labels beside the schema are unwanted. */
  readonly strict: boolean;
}

/** What a project's configuration tells single rules beyond their level. Everything is empty when it says nothing. */
export interface RuleOptions {
  /** Registries that images may come from, perhaps with `*` at one end: `docker.io`, `*.example.org`. */
  readonly trustedRegistries: readonly string[];
  readonly labels: LabelOptions;
  /** Ids of the secrets with which a program must be run, by the program's name: `pip` needs `pip-config`. */
  readonly requiredSecretMounts: Readonly<Record<string, readonly string[]>>;
}

export const noOptions: RuleOptions = {
  trustedRegistries: [],
  labels: { schema: {}, strict: false },
  requiredSecretMounts: {},
};
