import type { Finding } from '../lint/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { touches } from '../text/index.ts';
import { describeRule, hoverSuppression } from './describe-rule.ts';
import { hoverCompose } from './hover-compose.ts';
import { hoverDockerfile } from './hover-dockerfile.ts';
import { hoverIgnore } from './hover-ignore.ts';
import { isLongLine } from './lines.ts';
import type { Hover, LanguageFacts } from './model.ts';

/** What is known of the thing at an offset; `findings` add why they are told. */
export function findHover(
  document: SourceDocument,
  offset: number,
  facts: LanguageFacts,
  findings: readonly Finding[],
): Hover | undefined {
  if (isLongLine(document.text, offset)) return undefined;
  const own = hoverSuppression(document, offset, facts.rules) ?? hoverOwn(document, offset, facts);
  const here = findings.filter(({ span }) => touches(span, offset) && isShort(document.text, span));
  const rules = [...new Set(here.map(({ rule }) => rule))].flatMap(
    (id) => facts.rules.find((rule) => rule.id === id) ?? [],
  );
  const reasons = rules.flatMap(describeRule);
  const span = own?.span ?? here[0]?.span;
  if (!span || (!own && reasons.length === 0)) return undefined;
  return { span, contents: [...(own?.contents ?? []), ...reasons] };
}

function hoverOwn(document: SourceDocument, offset: number, facts: LanguageFacts): Hover | undefined {
  switch (document.language) {
    case 'dockerfile':
      return hoverDockerfile(document.model, offset, facts);
    case 'compose':
      return hoverCompose(document.model, offset, facts);
    case 'dockerignore':
      return hoverIgnore(document.model, offset, facts);
  }
}

/** A finding that marks many lines would be in the way everywhere in them. */
function isShort(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return !text.slice(start, end).includes('\n');
}
