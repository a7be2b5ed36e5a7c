import type { Message, Span, TextEdit } from '../text/index.ts';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
/** From "will fail or is dangerous" down to "most files lack this". */
export type Severity = (typeof severities)[number];
/** A severity, or not looked at. */
export type Level = Severity | 'off';

/** `syntax` and `validity` with severity `error` mean exactly: BuildKit or Compose would refuse this file. */
export type FindingKind = 'syntax' | 'validity' | 'security' | 'practice' | 'style';

/** Peers whose ids a rule may name, so that their suppressions and settings are understood here. */
export const peers = [
  'cis',
  'bench134',
  'hadolint',
  'buildkit',
  'trivy',
  'checkov',
  'kics',
  'semgrep',
  'dclint',
  'compose-lint',
  'docksec',
  'dockle',
  'tally',
  'dockerfile-utils',
] as const;
export type Peer = (typeof peers)[number];
/** What each peer is called; names are the same in every language. */
export const peerNames: Readonly<Record<Peer, string>> = {
  cis: 'CIS Docker Benchmark 1.6.0',
  bench134: 'docker-bench-security 1.3.4',
  hadolint: 'hadolint',
  buildkit: 'BuildKit checks',
  trivy: 'Trivy',
  checkov: 'Checkov',
  kics: 'KICS',
  semgrep: 'Semgrep',
  dclint: 'dclint',
  'compose-lint': 'compose-lint',
  docksec: 'DockSec',
  dockle: 'Dockle',
  tally: 'tally',
  'dockerfile-utils': 'dockerfile-utils',
};
/** The ids under which other tools know the same thing. `cis` is the 1.6 numbering, `bench134` that of docker-bench 1.3.4. */
export type RuleRefs = Readonly<Partial<Record<Peer, readonly string[]>>>;

/** A change that clears a finding. Unsafe ones alter what the file does and are never part of fix-all. */
export interface Fix {
  readonly title: Message;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Another place that explains a finding. Without `path` it lies in the same file. */
export interface RelatedPlace {
  readonly path?: string;
  readonly span: Span;
  readonly message: Message;
}

/** Why a finding is not shown: whose comment or setting silenced it, and the reason given there. */
export interface Suppression {
  readonly by: string;
  readonly span: Span | null;
  readonly reason: string | null;
}

/** One thing to tell the user about one place of one file. */
export interface Finding {
  readonly rule: string;
  readonly kind: FindingKind;
  readonly severity: Severity;
  readonly message: Message;
  readonly span: Span;
  readonly refs: RuleRefs;
  readonly related: readonly RelatedPlace[];
  readonly fix: Fix | null;
  readonly tag: 'deprecated' | 'unnecessary' | null;
  readonly suppressed: Suppression | null;
}
