import type { Dockerfile } from '../dockerfile/index.ts';
import type { Rule, RuleLanguage } from '../lint/index.ts';
import { message, type Span } from '../text/index.ts';
import { directives } from './dockerfile-syntax.data.ts';
import { explainValue } from './explain-values.ts';
import type { Completion } from './model.ts';
import { offer } from './offer.ts';
import { say } from './rich-text.ts';

export interface CommentPlace {
  readonly text: string;
  readonly line: Span;
  readonly offset: number;
  readonly language: RuleLanguage;
  /** Names of the parser directives that may still be written here; none below the top of a file. */
  readonly directives: readonly string[];
}

/** The place of a comment in a Dockerfile. */
export function commentPlace(file: Dockerfile, line: Span, offset: number): CommentPlace {
  const others = file.directives.filter(({ span }) => span.end < line.start || span.start > line.end);
  const free = directives.map(({ name }) => name).filter((name) => !others.some((each) => each.name === name));
  return {
    text: file.text,
    line,
    offset,
    language: 'dockerfile',
    directives: mayHoldDirective(file, line.start) ? free : [],
  };
}

/** Directives are read until the first line that is none: a comment, an empty line or an instruction. */
export function mayHoldDirective({ text, directives: found }: Dockerfile, lineStart: number): boolean {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < lineStart; at = text.indexOf('\n', at + 1)) {
    if (++lines > found.length) return false;
  }
  return lines === found.filter(({ span }) => span.end < lineStart).length;
}

/** Parser directives, and the rules that a comment can silence. */
export function completeComment(place: CommentPlace, rules: readonly Rule[]): Completion[] {
  const { text, line, offset } = place;
  const before = text.slice(line.start, offset);
  const own = rules.filter(({ id }) => id.startsWith(`${place.language}/`));
  const names = /^\s*#+\s*drydock[ \t:]+(?:(?:file|stage|service)[ \t]+)?ignore[ \t]*=(?:.*,)?([^\s,]*)$/.exec(before);
  if (names) return without(before, offerRules(own, behind(offset, names[1] ?? '')));
  const peer = /^\s*#+\s*hadolint\s+(?:global\s+)?ignore\s*=(?:.*,)?([^\s,]*)$/.exec(before);
  if (peer) return without(before, offerRefs(own, 'hadolint', behind(offset, peer[1] ?? '')));
  const [, directive, value = ''] = /^\s*#\s*([a-z]+)\s*=\s*(.*)$/.exec(before) ?? [];
  if (directive !== undefined) {
    if (!place.directives.includes(directive)) return [];
    if (directive === 'check') return completeCheck(own, value, offset);
    return value.includes(' ') ? [] : offerDirectiveValues(directive, behind(offset, value));
  }
  const start = /^\s*#+\s*([a-z]*)$/.exec(before);
  return start ? offerStarts(place, behind(offset, start[1] ?? '')) : [];
}

function behind(offset: number, typed: string): Span {
  return { start: offset - typed.length, end: offset };
}

/** What stands in the comment already is not offered a second time. */
function without(before: string, completions: readonly Completion[]): Completion[] {
  const present = new Set(before.split(/[\s,;=]+/).slice(0, -1));
  return completions.filter(({ label }) => !present.has(label));
}

/** `skip=A,B;error=true`: an option, or what may stand in one. */
function completeCheck(rules: readonly Rule[], value: string, offset: number): Completion[] {
  const options = value.split(';');
  const [name = '', names] = (options.at(-1) ?? '').split(/=(.*)/s);
  const typed = (names ?? name).split(',').at(-1)?.trimStart() ?? '';
  const span = behind(offset, typed);
  if (names !== undefined) {
    if (name.trim() === 'error') return ['true', 'false'].map((each) => offer(each, 'value', span));
    return without(value, [...offerRefs(rules, 'buildkit', span), offer('all', 'value', span)]);
  }
  const present = options.slice(0, -1).map((option) => option.split('=', 1)[0]?.trim());
  const free = offerDirectiveValues('check', span);
  return free.filter(({ label }) => !present.includes(label.split('=', 1)[0]));
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
  return (directive?.values ?? []).map((value) => offer(value, 'value', span, { detail: explainValue(name, value) }));
}

function offerStarts(place: CommentPlace, span: Span): Completion[] {
  const found = directives
    .filter(({ name }) => place.directives.includes(name))
    .map(({ name, summary }) =>
      offer(`${name}=`, 'keyword', span, { detail: message('Parser directive'), documentation: say(summary) }),
    );
  const suppress = message('Silence a rule for what follows, with a reason');
  const insert = 'drydock ignore=${1:rule} reason=${2:why}';
  return [...found, offer('drydock ignore=', 'snippet', span, { detail: suppress, insert, snippet: true })];
}
