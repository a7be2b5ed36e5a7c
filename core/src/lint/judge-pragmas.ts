import type { SourceDocument } from '../project/index.ts';
import { message, type Message, type Span, type TextEdit } from '../text/index.ts';
import { isDate, type BoundPragma, type SuppressOptions } from './bind-pragmas.ts';
import { sayUnknownRule } from './config.ts';
import type { Fix } from './finding.ts';
import type { MetaRuleId } from './meta-rules.ts';
import type { PragmaName } from './pragma.ts';
import { languageOfRule } from './rule.ts';

/** Something wrong with one of our own comments, without the level that the settings give it. */
export interface MetaFinding {
  readonly rule: MetaRuleId;
  readonly message: Message;
  readonly span: Span;
  readonly fix: Fix | null;
}

/** Tells of our own comments which are malformed, name no rule, ran out, or have nothing to silence. */
export function judgePragmas(
  document: SourceDocument,
  bound: readonly BoundPragma[],
  used: ReadonlySet<object>,
  options: SuppressOptions,
): MetaFinding[] {
  return bound
    .filter(({ pragma }) => pragma.by === 'drydock')
    .flatMap((each) => [
      ...judgeForm(each),
      ...judgeNames(each, options),
      ...(each.expired ? [sayExpired(each)] : judgeUse(document, each, used, options)),
    ]);
}

function judgeForm({ pragma: { names, until, stray, span } }: BoundPragma): MetaFinding[] {
  const say = (sentence: Message, at: Span): MetaFinding => ({
    rule: 'drydock/invalid-suppression',
    message: sentence,
    span: at,
    fix: null,
  });
  const found: MetaFinding[] = [];
  if (names?.length === 0)
    found.push(say(message('Name the rules to ignore: `# drydock ignore=<rule>[,<rule>]`.'), span));
  if (until !== null && !isDate(until)) {
    found.push(say(message('`{until}` is no day. Write `until=YYYY-MM-DD`.', { until }), span));
  }
  if (stray !== null) {
    const sentence = message('`{text}` is not understood here. Write `reason=…` or `until=YYYY-MM-DD`.', {
      text: stray.text,
    });
    found.push(say(sentence, stray.span));
  }
  return found;
}

function judgeNames({ targets }: BoundPragma, { rules }: SuppressOptions): MetaFinding[] {
  return targets.flatMap(({ name, ids }) =>
    name === null || ids.size > 0
      ? []
      : [{ rule: 'drydock/unknown-rule', message: sayUnknownRule(name.text, rules), span: name.span, fix: null }],
  );
}

function sayExpired({ pragma: { until, span } }: BoundPragma): MetaFinding {
  const sentence = message('This comment counted until {until} and silences nothing any more.', { until: until ?? '' });
  return { rule: 'drydock/expired-suppression', message: sentence, span, fix: null };
}

function judgeUse(
  document: SourceDocument,
  { pragma, targets }: BoundPragma,
  used: ReadonlySet<object>,
  { active }: SuppressOptions,
): MetaFinding[] {
  const idle = targets.filter((target) => !used.has(target) && isExpected(target.ids, document.language, active));
  if (idle.length === 0) return [];
  if (idle.length === targets.length) {
    return [
      sayUnused(message('Nothing here needs this comment.'), pragma.span, removeComment(document.text, pragma.span)),
    ];
  }
  return idle.flatMap(({ name }) => {
    if (name === null) return [];
    const sentence = message('Nothing here needs `{name}` to be ignored.', { name: name.text });
    return [sayUnused(sentence, name.span, removeName(document.text, pragma.names ?? [], name))];
  });
}

/** A rule that is switched off may still be needed under another preset, so its comment is left in peace. */
function isExpected(ids: ReadonlySet<string>, language: string, active: ReadonlySet<string>): boolean {
  return ids.size > 0 && [...ids].every((id) => active.has(id) || languageOfRule(id) !== language);
}

function sayUnused(sentence: Message, span: Span, edit: TextEdit): MetaFinding {
  const fix = { title: message('Remove what is not needed'), safe: true, edits: [edit] };
  return { rule: 'drydock/unused-suppression', message: sentence, span, fix };
}

/** A comment alone on its line goes with the line; one behind something goes with the blanks before it. */
function removeComment(text: string, span: Span): TextEdit {
  let { start } = span;
  while (/[^\S\r\n]/.test(text.charAt(start - 1)) && text.charAt(start - 1) !== '\uFEFF') start--;
  const alone = start === 0 || /[\r\n\uFEFF]/.test(text.charAt(start - 1));
  const lineBreak = alone ? (/^\s*?(?:\r\n|\n|\r)/.exec(text.slice(span.end, span.end + 100))?.[0].length ?? 0) : 0;
  return { span: { start, end: span.end + lineBreak }, newText: '' };
}

/** The name goes with one of the commas beside it. */
function removeName(text: string, names: readonly PragmaName[], name: PragmaName): TextEdit {
  const index = names.indexOf(name);
  const next = names[index + 1];
  if (next) return { span: { start: name.span.start, end: next.span.start }, newText: '' };
  const previous = names[index - 1];
  const start = previous ? previous.span.end : name.span.start;
  return { span: { start, end: Math.min(name.span.end, text.length) }, newText: '' };
}
