import { levelInPreset, peers, presets, type Peer } from '#core';
import type { LoadedRule } from './load-rules.ts';

export type DocLanguage = 'en' | 'fr';

/** The page of one rule in one language, as Markdown. */
export function renderRulePage(loaded: LoadedRule, locale: DocLanguage): string {
  const { rule, language, french, fixable } = loaded;
  const say = words[locale];
  const title = locale === 'fr' ? (french.title ?? rule.title) : rule.title;
  const why = locale === 'fr' ? (french.why ?? rule.why) : rule.why;
  const comment = `# drydock ignore=${rule.id} reason=${say.reason} until=2027-12-31`;
  const parts = [
    `<!-- ${say.generated} -->`,
    `# ${title}`,
    `\`${rule.id}\` · ${say.kinds[rule.kind]} · ${fixable ? say.fixable : say.notFixable}`,
    why,
    `## ${say.levels}`,
    renderLevels(loaded, say),
    `## ${say.bad}`,
    fence(language, rule.bad),
    `## ${say.good}`,
    fence(language, rule.good),
    `## ${say.silence}`,
    say.inFile,
    fence(language, `${comment}\n`),
    say.inConfig,
    fence('yaml', `rules:\n  ${rule.id}: off\n`),
    ...renderPeers(loaded, say),
    `## ${say.source}`,
    `<${rule.source}>`,
  ];
  return `${parts.join('\n\n')}\n`;
}

type Words = (typeof words)[DocLanguage];

function renderLevels({ rule }: LoadedRule, say: Words): string {
  const cells = presets.map((preset) => say.level[levelInPreset(rule, preset)]);
  return [`| ${presets.join(' | ')} |`, `|${presets.map(() => ' --- ').join('|')}|`, `| ${cells.join(' | ')} |`].join(
    '\n',
  );
}

function renderPeers({ rule }: LoadedRule, say: Words): string[] {
  const known = peers.filter((peer) => rule.refs[peer]?.length);
  if (known.length === 0) return [];
  const lines = known.map(
    (peer) => `- ${peerNames[peer]}: ${(rule.refs[peer] ?? []).map((id) => `\`${id}\``).join(', ')}`,
  );
  return [`## ${say.peers}`, lines.join('\n')];
}

function fence(language: string, code: string): string {
  return `\`\`\`${language === 'compose' ? 'yaml' : language}\n${code.replace(/\n*$/, '\n')}\`\`\``;
}

export const peerNames: Readonly<Record<Peer, string>> = {
  cis: 'CIS Docker Benchmark 1.6',
  bench134: 'docker-bench-security 1.3.4',
  hadolint: 'hadolint',
  buildkit: 'BuildKit',
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

const words = {
  en: {
    generated: 'Written by `npm run generate` from the rule itself. Do not edit.',
    kinds: { validity: 'validity', security: 'security', practice: 'practice', style: 'style' },
    fixable: 'quick fix',
    notFixable: 'no quick fix',
    levels: 'Level in each preset',
    level: { error: 'error', warning: 'warning', info: 'info', hint: 'hint', off: 'off' },
    bad: 'This is found',
    good: 'This is fine',
    silence: 'To silence it',
    reason: 'why',
    inFile:
      'For the next instruction or YAML node; `reason` and `until` may be left out, and `file ignore=` covers the whole file:',
    inConfig: 'For a whole project, in `drydock.yaml`:',
    peers: 'The same elsewhere',
    source: 'Source',
  },
  fr: {
    generated: 'Écrit par `npm run generate` à partir de la règle. Ne pas modifier.',
    kinds: { validity: 'validité', security: 'sécurité', practice: 'pratique', style: 'style' },
    fixable: 'correction rapide',
    notFixable: 'pas de correction rapide',
    levels: 'Niveau dans chaque préréglage',
    level: { error: 'erreur', warning: 'avertissement', info: 'information', hint: 'suggestion', off: 'désactivée' },
    bad: 'Ceci est signalé',
    good: 'Ceci convient',
    silence: 'Pour la faire taire',
    reason: 'pourquoi',
    inFile:
      'Pour l’instruction ou le nœud YAML qui suit ; `reason` et `until` sont facultatifs, et `file ignore=` couvre tout le fichier :',
    inConfig: 'Pour tout un projet, dans `drydock.yaml` :',
    peers: 'La même chose ailleurs',
    source: 'Source',
  },
} as const;
