import {
  findCompletions,
  findHover,
  formatMessage,
  lintDocument,
  noKnowledge,
  parseDocument,
  rules,
  type Completion,
  type ImageFacts,
  type Knowledge,
  type Language,
  type RichText,
} from '#core';
import { readDrawing } from './marks.ts';

export interface LanguageSetting {
  readonly knowledge?: Knowledge;
  readonly images?: readonly string[];
}

/** The completions at the `|` of a drawing. */
export function completeAt(language: Language, drawing: string, setting: LanguageSetting = {}): readonly Completion[] {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  const facts = { rules, knowledge: setting.knowledge ?? noKnowledge, images: setting.images ?? [] };
  return findCompletions(parseDocument(language, language, text), cursor ?? 0, facts);
}

export function labelsAt(language: Language, drawing: string, setting: LanguageSetting = {}): string[] {
  return completeAt(language, drawing, setting).map(({ label }) => label);
}

/** Each completion as `label – detail`. */
export function detailsAt(language: Language, drawing: string, setting: LanguageSetting = {}): string[] {
  return completeAt(language, drawing, setting).map(
    ({ label, detail }) => `${label} – ${detail ? formatMessage(detail) : ''}`,
  );
}

/** An engine on which every image is like this one. */
export function knowing(facts: ImageFacts): Knowledge {
  return { image: () => facts, answered: true };
}

/** The text after accepting the completion with this label. */
export function acceptAt(language: Language, drawing: string, label: string, setting: LanguageSetting = {}): string {
  const { text } = readDrawing(drawing, { cursor: true });
  const all = completeAt(language, drawing, setting);
  const found = all.find((each) => each.label === label);
  if (!found) throw new Error(`No completion "${label}" among: ${all.map((each) => each.label).join(', ')}`);
  return text.slice(0, found.span.start) + found.insert + text.slice(found.span.end);
}

/** What stands in the hover box at the `|` of a drawing; undefined when there is none. */
export function hoverAt(language: Language, drawing: string, setting: LanguageSetting = {}): string | undefined {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  const document = parseDocument(language, language, text);
  const facts = { rules, knowledge: setting.knowledge ?? noKnowledge, images: setting.images ?? [] };
  const { findings } = lintDocument(document, { rules, knowledge: facts.knowledge, today: '2026-01-01' });
  const hover = findHover(document, cursor ?? 0, facts, findings);
  return hover && renderRichText(hover.contents);
}

export function renderRichText(contents: RichText): string {
  return contents
    .map((part) => (part.kind === 'text' ? formatMessage(part.message) : part.kind === 'code' ? part.code : part.url))
    .join('\n');
}
