import type { Directive, Dockerfile, Instruction, Keyword } from '../dockerfile/index.ts';
import { touches } from '../text/index.ts';
import { describeImage } from './describe-image.ts';
import { describeStage } from './describe.ts';
import { directives, directivesUrl, instructions, instructionUrl } from './dockerfile-syntax.data.ts';
import { explainValue } from './explain-values.ts';
import { hoverArgument } from './hover-arguments.ts';
import { hoverFlag } from './hover-flags.ts';
import { hoverVariable } from './hover-variables.ts';
import type { Hover, LanguageFacts, RichText } from './model.ts';
import { code, readMore, say } from './rich-text.ts';
import { findStageNames } from './stage-names.ts';

/** What is known of the word at an offset of a Dockerfile. */
export function hoverDockerfile(file: Dockerfile, offset: number, facts: LanguageFacts): Hover | undefined {
  const directive = file.directives.find(({ span }) => touches(span, offset));
  if (directive) return hoverDirective(directive, offset);
  const outer = file.instructions.find(({ span }) => touches(span, offset));
  if (!outer) return undefined;
  const inner = outer.inner && touches(outer.inner.span, offset) ? outer.inner : outer;
  return (
    hoverKeyword(inner, offset) ??
    hoverVariable(file, inner, offset, facts.knowledge) ??
    hoverStage(file, inner, offset, facts) ??
    hoverFlag(file, inner, offset, facts) ??
    hoverImage(file, offset, facts) ??
    hoverArgument(file, inner, offset, facts)
  );
}

function hoverDirective({ name, value, nameSpan, valueSpan }: Directive, offset: number): Hover | undefined {
  const help = directives.find((each) => each.name === name.toLowerCase());
  if (!help) return undefined;
  const general = [...say(help.summary), ...readMore(directivesUrl)];
  if (touches(nameSpan, offset)) return { span: nameSpan, contents: general };
  if (!touches(valueSpan, offset)) return undefined;
  const options = name === 'check' ? value.split(';').map((option) => option.trim()) : [value];
  const meanings = options.flatMap((option) => explainOption(name, option));
  return { span: valueSpan, contents: [...meanings, ...general] };
}

function explainOption(name: string, option: string): RichText {
  const meaning = explainValue(name, option) ?? explainValue(name, option.replace(/=.*$/s, '='));
  return meaning ? [...code('text', option), ...say(meaning)] : [];
}

function hoverKeyword({ keyword, keywordSpan }: Instruction, offset: number): Hover | undefined {
  return keyword !== null && touches(keywordSpan, offset)
    ? { span: keywordSpan, contents: describeInstruction(keyword) }
    : undefined;
}

function describeInstruction(keyword: Keyword): RichText {
  const { summary, syntax } = instructions[keyword];
  return [...code('dockerfile', syntax.join('\n')), ...say(summary), ...readMore(instructionUrl(keyword))];
}

function hoverStage(
  file: Dockerfile,
  { keyword, flags }: Instruction,
  offset: number,
  { knowledge }: LanguageFacts,
): Hover | undefined {
  // Looking through the whole file is worth it only where a stage can be named.
  if (keyword !== 'FROM' && !flags.some(({ span }) => touches(span, offset))) return undefined;
  const found = findStageNames(file).find(({ span }) => touches(span, offset));
  return found && { span: found.span, contents: describeStage(found.stage, knowledge, file) };
}

function hoverImage(file: Dockerfile, offset: number, { knowledge }: LanguageFacts): Hover | undefined {
  const stage = file.stages.find(({ image }) => image && touches(image.span, offset));
  if (!stage?.image || stage.base.kind !== 'image' || stage.resolvedImage === null) return undefined;
  return { span: stage.image.span, contents: describeImage(stage.resolvedImage, knowledge) };
}
