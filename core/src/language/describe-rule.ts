import { findRulesByName, peerNames, peers, type Rule } from '../lint/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { message } from '../text/index.ts';
import { lineAround } from './lines.ts';
import type { Hover, RichText } from './model.ts';
import { link, say } from './rich-text.ts';

/** Why a rule exists, under which numbers others know it, and the page it rests on. */
export function describeRule({ id, title, why, source, refs }: Rule): RichText {
  const known = peers.filter((peer) => peer !== 'cis' && (refs[peer] ?? []).length > 0);
  const ids = known.map((peer) => `${peerNames[peer]} ${(refs[peer] ?? []).join(', ')}`).join(' · ');
  return [
    ...say({ template: title, args: {} }),
    ...say({ template: why, args: {} }),
    ...(refs.cis?.length ? say(message('CIS Docker Benchmark {ids}', { ids: refs.cis.join(', ') })) : []),
    ...(ids === '' ? [] : say(message('Also known as {ids}', { ids }))),
    ...link(message('More about `{id}`', { id }), source),
  ];
}

/** The rule that is named in a comment which silences it. */
export function hoverSuppression(document: SourceDocument, offset: number, rules: readonly Rule[]): Hover | undefined {
  const { text } = document;
  const line = lineAround(text, offset);
  const comment = /#.*\b(?:ignore|skip|disable(?:-line)?)\b.*$/.exec(text.slice(line.start, line.end));
  if (!comment || line.start + comment.index > offset) return undefined;
  for (const word of comment[0].matchAll(/[\w./-]+/g)) {
    const start = line.start + comment.index + word.index;
    const span = { start, end: start + word[0].length };
    if (offset < span.start || offset > span.end) continue;
    const rule = findRulesByName(rules, word[0])[0];
    if (rule) return { span, contents: describeRule(rule) };
  }
  return undefined;
}
