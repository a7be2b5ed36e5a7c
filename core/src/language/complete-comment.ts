import type { Rule, RuleLanguage } from '../lint/index.ts';
import { message, type Span } from '../text/index.ts';
import { directives } from './dockerfile-syntax.data.ts';
import type { Completion } from './model.ts';
import { offer } from './offer.ts';
import { say } from './rich-text.ts';

export interface CommentPlace {
  readonly text: string;
  readonly line: Span;
  readonly offset: number;
  readonly language: RuleLanguage;
  /** True where `# name=value` is still a parser directive. */
  readonly directives: boolean;
}

/** Parser directives, and the rules that a comment can silence. */
export function completeComment(place: CommentPlace, rules: readonly Rule[]): Completion[] {
  const { text, line, offset } = place;
  const before = text.slice(line.start, offset);
  const own = rules.filter(({ id }) => id.startsWith(`${place.language}/`));
  const names = /^\s*#+\s*drydock[ \t:]+(?:(?:file|stage|service)[ \t]+)?ignore[ \t]*=(?:.*,)?([^\s,]*)$/.exec(before);
  if (names) return offerRules(own, behind(offset, names[1] ?? ''));
  const peer = /^\s*#+\s*hadolint\s+(?:global\s+)?ignore\s*=(?:.*,)?([^\s,]*)$/.exec(before);
  if (peer) return offerRefs(own, 'hadolint', behind(offset, peer[1] ?? ''));
  const skip = /^\s*#\s*check\s*=.*skip\s*=(?:.*,)?([^\s,;]*)$/.exec(before);
  if (skip) return offerRefs(own, 'buildkit', behind(offset, skip[1] ?? ''));
  const value = /^\s*#\s*([a-z]+)\s*=\s*(\S*)$/.exec(before);
  if (value) return place.directives ? offerDirectiveValues(value[1] ?? '', behind(offset, value[2] ?? '')) : [];
  const start = /^\s*#+\s*([a-z]*)$/.exec(before);
  return start ? offerStarts(place, behind(offset, start[1] ?? '')) : [];
}

function behind(offset: number, typed: string): Span {
  return { start: offset - typed.length, end: offset };
}

function offerRules(rules: readonly Rule[], span: Span): Completion[] {
  return rules.map(({ id, title, why }) =>
    offer(id, 'value', span, {
      detail: { template: title, args: {} },
      documentation: say({ template: why, args: {} }),
    }),
  );
}

/** The ids of another tool that rules of ours stand for. */
function offerRefs(rules: readonly Rule[], peer: 'hadolint' | 'buildkit', span: Span): Completion[] {
  const seen = new Map<string, Rule>();
  for (const rule of rules) for (const ref of rule.refs[peer] ?? []) if (!seen.has(ref)) seen.set(ref, rule);
  return [...seen].map(([ref, { title }]) => offer(ref, 'value', span, { detail: { template: title, args: {} } }));
}

function offerDirectiveValues(name: string, span: Span): Completion[] {
  const directive = directives.find((each) => each.name === name);
  return (directive?.values ?? []).map((value) => offer(value, 'value', span));
}

function offerStarts(place: CommentPlace, span: Span): Completion[] {
  const found = place.directives
    ? directives.map(({ name, summary }) =>
        offer(`${name}=`, 'keyword', span, { detail: message('Parser directive'), documentation: say(summary) }),
      )
    : [];
  const suppress = message('Silence a rule for what follows, with a reason');
  const insert = 'drydock ignore=${1:rule} reason=${2:why}';
  return [...found, offer('drydock ignore=', 'snippet', span, { detail: suppress, insert, snippet: true })];
}
