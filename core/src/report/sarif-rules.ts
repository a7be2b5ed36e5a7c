import { metaRules, peerNames, peers, type Level, type MetaRule, type Peer, type Rule } from '../lint/index.ts';
import type { RenderOptions } from './model.ts';

export interface SarifRules {
  /** `reportingDescriptor`s: every rule there is, then the codes of parsers that were found. */
  readonly descriptors: readonly { readonly id: string }[];
  /** One `toolComponent` for each other tool that knows some of the rules. */
  readonly taxonomies: readonly { readonly name: string }[];
  indexOf(id: string): number;
}

/** What a log says of the rules: help, levels, and under which ids other tools know the same. */
export function describeRules(found: readonly string[], options: RenderOptions): SarifRules {
  const known = peers.filter((peer) => options.rules.some(({ refs }) => refs[peer]?.length));
  const described = options.rules.map((rule) => describeRule(rule, known, options));
  const about = metaRules.map((rule) => describeMetaRule(rule, options));
  const ids = new Set<string>([...described, ...about].map(({ id }) => id));
  const others = [...new Set(found)].filter((id) => !ids.has(id));
  const descriptors = [...described, ...about, ...others.map((id) => ({ id }))];
  const index = new Map(descriptors.map(({ id }, at) => [id, at]));
  return {
    descriptors,
    taxonomies: known.map((peer) => describePeer(peer, options.rules)),
    indexOf: (id) => index.get(id) ?? -1,
  };
}

const levels: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
};

function describeRule(rule: Rule, known: readonly Peer[], { translate }: RenderOptions) {
  const say = (template: string): string => translate({ template, args: {} });
  const relationships = known.flatMap((peer, index) =>
    (rule.refs[peer] ?? []).map((id) => ({
      target: { id, toolComponent: { name: peerNames[peer], index } },
      kinds: ['relevant'],
    })),
  );
  return {
    id: rule.id,
    name: nameOf(rule.id),
    shortDescription: { text: say(rule.title) },
    fullDescription: { text: say(rule.why) },
    help: {
      text: `${say(rule.why)} ${rule.source}`,
      markdown: `${say(rule.why)}\n\n${fence(rule.bad)}\n\n${fence(rule.good)}\n\n<${rule.source}>`,
    },
    helpUri: rule.source,
    defaultConfiguration: { level: levels[rule.severity], enabled: rule.severity !== 'off' },
    ...(relationships.length > 0 && { relationships }),
    properties: { tags: [rule.kind] },
  };
}

function describeMetaRule({ id, severity, title, why, bad, good }: MetaRule, { translate }: RenderOptions) {
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: translate(title) },
    fullDescription: { text: translate(why) },
    help: { text: translate(why), markdown: `${translate(why)}\n\n${fence(bad)}\n\n${fence(good)}` },
    defaultConfiguration: { level: levels[severity], enabled: true },
    properties: { tags: ['practice'] },
  };
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1).replace(/(?:^|-)([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
}

function fence(sample: string): string {
  return `\`\`\`\n${sample.trimEnd()}\n\`\`\``;
}

function describePeer(peer: Peer, rules: readonly Rule[]) {
  const ids = new Set(rules.flatMap(({ refs }) => refs[peer] ?? []));
  return {
    name: peerNames[peer],
    taxa: [...ids].sort((a, b) => a.localeCompare(b, 'en')).map((id) => ({ id })),
  };
}
