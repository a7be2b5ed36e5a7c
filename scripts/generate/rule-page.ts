import {
  levelInPreset,
  peerNames,
  peers,
  presets,
  type Level,
  type Message,
  type MetaRule,
  type Preset,
  type Rule,
  type RuleLanguage,
  type RuleRefs,
} from '#core';
import { isFixable, type LoadedRule } from './load-rules.ts';

export type DocLanguage = 'en' | 'fr';

/** What a page tells, in the page's own language. */
export interface PageSubject {
  readonly id: string;
  readonly kind: Rule['kind'];
  readonly language: RuleLanguage;
  readonly title: string;
  readonly why: string;
  readonly bad: string;
  readonly good: string;
  /** The piece of a `drydock.yaml` that the samples are judged with. */
  readonly configuration?: string;
  readonly fixable: boolean;
  readonly levelIn: (preset: Preset) => Level;
  readonly refs: RuleRefs;
  /** Null for what rests on no page but this one. */
  readonly source: string | null;
}

/** The page of one rule in one language, as Markdown. */
export function renderRulePage(loaded: LoadedRule, locale: DocLanguage): string {
  const { rule, language, french, fixable } = loaded;
  const title = locale === 'fr' ? (french.title ?? rule.title) : rule.title;
  const why = locale === 'fr' ? (french.why ?? rule.why) : rule.why;
  const levelIn = (preset: Preset) => levelInPreset(rule, preset);
  return renderPage({ ...rule, language, title, why, fixable, levelIn }, locale);
}

/** The page of something that Drydock says of its own comments. */
export function renderMetaPage(rule: MetaRule, locale: DocLanguage, french: ReadonlyMap<string, string>): string {
  const say = ({ template }: Message): string => (locale === 'fr' ? (french.get(template) ?? template) : template);
  const { severity, title, why } = rule;
  const subject = { ...rule, title: say(title), why: say(why), levelIn: () => severity };
  const fixable = isFixable(rule, 'dockerfile');
  return renderPage({ ...subject, kind: 'practice', language: 'dockerfile', fixable, refs: {}, source: null }, locale);
}

function renderPage(subject: PageSubject, locale: DocLanguage): string {
  const { id, language, title, why, kind, fixable, bad, good, configuration, source } = subject;
  const say = words[locale];
  const comment = `# drydock ignore=${id} reason=${say.reason} until=2027-12-31`;
  // A comment that silences what is said of comments would be one more of them.
  const inFile = source === null ? [] : [say.inFile, fence(language, `${comment}\n`)];
  const parts = [
    `<!-- ${say.generated} -->`,
    `# ${title}`,
    `\`${id}\` · ${say.kinds[kind]} · ${fixable ? say.fixable : say.notFixable}`,
    why,
    `## ${say.levels}`,
    renderLevels(subject, say),
    ...(configuration === undefined ? [] : [`## ${say.configuration}`, fence('yaml', configuration)]),
    `## ${say.bad}`,
    fence(language, bad),
    `## ${say.good}`,
    fence(language, good),
    `## ${say.silence}`,
    ...inFile,
    say.inConfig,
    fence('yaml', `rules:\n  ${id}: off\n`),
    ...renderPeers(subject, say),
    ...(source === null ? [] : [`## ${say.source}`, `<${source}>`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

type Words = (typeof words)[DocLanguage];

function renderLevels({ levelIn }: PageSubject, say: Words): string {
  const cells = presets.map((preset) => say.level[levelIn(preset)]);
  return [`| ${presets.join(' | ')} |`, `|${presets.map(() => ' --- ').join('|')}|`, `| ${cells.join(' | ')} |`].join(
    '\n',
  );
}

function renderPeers({ refs }: PageSubject, say: Words): string[] {
  const known = peers.filter((peer) => refs[peer]?.length);
  if (known.length === 0) return [];
  const lines = known.map((peer) => `- ${peerNames[peer]}: ${(refs[peer] ?? []).map((id) => `\`${id}\``).join(', ')}`);
  return [`## ${say.peers}`, lines.join('\n')];
}

function fence(language: string, code: string): string {
  return `\`\`\`${language === 'compose' ? 'yaml' : language}\n${code.replace(/\n*$/, '\n')}\`\`\``;
}

const words = {
  en: {
    generated: 'Written by `npm run generate` from the rule itself. Do not edit.',
    kinds: { validity: 'validity', security: 'security', practice: 'practice', style: 'style' },
    fixable: 'quick fix',
    notFixable: 'no quick fix',
    levels: 'Level in each preset',
    level: { error: 'error', warning: 'warning', info: 'info', hint: 'hint', off: 'off' },
    configuration: 'With this in `drydock.yaml`',
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
    configuration: 'Avec ceci dans `drydock.yaml`',
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
