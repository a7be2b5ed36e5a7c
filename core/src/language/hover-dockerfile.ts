import type { Dockerfile, Instruction, Keyword, Word } from '../dockerfile/index.ts';
import { message, touches, type Span } from '../text/index.ts';
import { describeOrigin, describeStage } from './describe.ts';
import { describeImage } from './describe-image.ts';
import { findVariableAt, findVariables } from './dockerfile-scope.ts';
import { directives, directivesUrl, instructions, instructionUrl } from './dockerfile-syntax.data.ts';
import { hoverSource } from './hover-source.ts';
import type { Hover, LanguageFacts, RichText } from './model.ts';
import { code, readMore, say } from './rich-text.ts';
import { findStageNames } from './stage-names.ts';

/** What is known of the word at an offset of a Dockerfile. */
export function hoverDockerfile(file: Dockerfile, offset: number, facts: LanguageFacts): Hover | undefined {
  const directive = file.directives.find(({ nameSpan }) => touches(nameSpan, offset));
  if (directive) {
    const help = directives.find(({ name }) => name === directive.name.toLowerCase());
    return help && { span: directive.nameSpan, contents: [...say(help.summary), ...readMore(directivesUrl)] };
  }
  const outer = file.instructions.find(({ span }) => touches(span, offset));
  if (!outer) return undefined;
  const inner = outer.inner && touches(outer.inner.span, offset) ? outer.inner : outer;
  return (
    hoverKeyword(inner, offset) ??
    hoverVariable(file, inner, offset, facts) ??
    hoverStage(file, offset, facts) ??
    hoverFlag(inner, offset) ??
    hoverImage(file, offset, facts) ??
    hoverSource(file, offset, facts)
  );
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

function hoverFlag({ keyword, flags }: Instruction, offset: number): Hover | undefined {
  const flag = flags.find(({ span }) => touches(span, offset));
  const help = flag && keyword && instructions[keyword].flags.find(({ name }) => name === flag.name);
  if (!flag || !keyword || !help) return undefined;
  const text = help.values === null ? `--${flag.name}` : `--${flag.name}=…`;
  return {
    span: flag.span,
    contents: [...code('dockerfile', text), ...say(help.summary), ...readMore(instructionUrl(keyword))],
  };
}

function hoverVariable(
  file: Dockerfile,
  instruction: Instruction,
  offset: number,
  { knowledge }: LanguageFacts,
): Hover | undefined {
  const isDeclaring = instruction.keyword === 'ARG' || instruction.keyword === 'ENV';
  const declared = isDeclaring ? instruction.assignments.find(({ name }) => touches(name.span, offset)) : undefined;
  const used = declared ? toUse(declared.name) : findVariableAt(file.text, instruction.span, offset);
  if (!used) return undefined;
  // A declaration counts from its own instruction on, a use sees what stands before it.
  const variable = findVariables(file, declared ? instruction.span.end + 1 : instruction.span.start, knowledge).get(
    used.name,
  );
  if (!variable) {
    const sentence = message('`{name}` is not set here by ARG or ENV.', { name: used.name });
    return instruction.keyword === 'RUN' || instruction.keyword === 'CMD'
      ? undefined
      : { span: used.span, contents: say(sentence) };
  }
  const value = variable.value === null ? variable.name : `${variable.name}=${variable.value}`;
  return { span: used.span, contents: [...code('dockerfile', value), ...say(describeOrigin(variable))] };
}

function toUse(name: Word): { name: string; span: Span } {
  return { name: name.value, span: name.span };
}

function hoverStage(file: Dockerfile, offset: number, { knowledge }: LanguageFacts): Hover | undefined {
  const found = findStageNames(file).find(({ span }) => touches(span, offset));
  return found && { span: found.span, contents: describeStage(found.stage, knowledge) };
}

function hoverImage(file: Dockerfile, offset: number, { knowledge }: LanguageFacts): Hover | undefined {
  const stage = file.stages.find(({ image }) => image && touches(image.span, offset));
  if (!stage?.image || stage.base.kind !== 'image' || stage.resolvedImage === null) return undefined;
  return { span: stage.image.span, contents: describeImage(stage.resolvedImage, knowledge.image(stage.resolvedImage)) };
}
