import {
  environmentAt,
  expandText,
  findVariables as findUses,
  type Dockerfile,
  type Instruction,
  type Keyword,
  type VariableUse,
} from '../dockerfile/index.ts';
import { soundsSecret, type Knowledge } from '../lint/index.ts';
import { createLineIndex, message, touches, type Span } from '../text/index.ts';
import { describeOrigin } from './describe.ts';
import { findGlobals, findVariableAt, findVariables, proxyVariables, type ScopeVariable } from './dockerfile-scope.ts';
import { modifiers } from './dockerfile-values.data.ts';
import { platformArgs } from './dockerfile-syntax.data.ts';
import type { Hover, RichText } from './model.ts';
import { code, say } from './rich-text.ts';

/** A variable where it is declared or used. */
interface Found {
  readonly name: string;
  readonly span: Span;
  readonly isDeclared: boolean;
  readonly use: VariableUse | null;
}

/** The value of a variable, where it comes from, and what stands behind its name between braces. */
export function hoverVariable(
  file: Dockerfile,
  instruction: Instruction,
  offset: number,
  knowledge: Knowledge,
): Hover | undefined {
  const found = findAt(file, instruction, offset);
  if (!found) return undefined;
  const { name, span, isDeclared, use } = found;
  // A declaration counts from its own instruction on, a use sees what stands before it.
  const from = isDeclared ? instruction.span.end + 1 : instruction.span.start;
  const variable = findVariables(file, from, knowledge).get(name) ?? findProxy(name, instruction.keyword);
  const modifier = use ? describeModifier(file, instruction, use) : [];
  if (variable) return { span, contents: [...describeVariable(file, variable, instruction), ...modifier] };
  // A shell has variables of its own.
  if (shellKeywords.has(instruction.keyword)) return undefined;
  return { span, contents: [...describeUnset(file, name, instruction), ...modifier] };
}

const shellKeywords: ReadonlySet<Keyword | null> = new Set<Keyword>(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

function findProxy(name: string, keyword: Keyword | null): ScopeVariable | undefined {
  return keyword === 'RUN' ? proxyVariables().find((each) => each.name === name) : undefined;
}

function findAt(file: Dockerfile, instruction: Instruction, offset: number): Found | undefined {
  const { keyword, assignments, span, heredocs } = instruction;
  const declares = keyword === 'ARG' || keyword === 'ENV';
  const declared = declares ? assignments.find(({ name }) => touches(name.span, offset)) : undefined;
  if (declared) {
    return { name: declared.name.value, span: declared.name.span, isDeclared: true, use: null };
  }
  const uses = findUses(instruction, file.escape).filter((each) => touches(each.span, offset));
  // The innermost of `${A:-$B}`.
  const use = uses.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
  if (use) return { name: use.name, span: use.span, isDeclared: false, use };
  const body = heredocs.find(({ bodySpan }) => touches(bodySpan, offset));
  const isRead = body ? body.expand || keyword === 'RUN' : shellKeywords.has(keyword);
  const inText = isRead ? findVariableAt(file.text, body?.bodySpan ?? span, offset) : undefined;
  return inText && { ...inText, isDeclared: false, use: null };
}

function describeVariable(file: Dockerfile, variable: ScopeVariable, at: Instruction): RichText {
  const { name, value, instruction } = variable;
  return [
    ...code('dockerfile', value === null ? name : `${name}=${value}`),
    ...say(describeOrigin(variable)),
    ...(instruction ? describePlace(file, variable, { instruction, at }) : []),
  ];
}

function describePlace(
  file: Dockerfile,
  { name, value, origin, declaration }: ScopeVariable,
  { instruction, at }: { readonly instruction: Instruction; readonly at: Instruction },
): RichText {
  const stage = instruction.stage === null ? undefined : file.stages[instruction.stage];
  const line = lineOf(file, instruction);
  const place =
    stage && instruction.stage !== at.stage
      ? message('Set on line {line}, in the stage `{stage}`.', {
          line,
          stage: stage.name?.value ?? String(stage.index),
        })
      : message('Set on line {line}.', { line });
  const inherits = origin === 'arg' && !declaration?.value;
  const outer = inherits ? findGlobals(file).get(name) : undefined;
  if (outer?.instruction) {
    const above = lineOf(file, outer.instruction);
    return [
      ...say(place),
      ...say(message('Its default stands on line {line}, above the first FROM.', { line: above })),
    ];
  }
  if (outer) return [...say(place), ...say(describeOrigin(outer))];
  return inherits && value === null
    ? [...say(place), ...say(message('Only `--build-arg {name}=…` gives it a value.', { name }))]
    : say(place);
}

function lineOf({ text }: Dockerfile, { span }: Instruction): string {
  return String(createLineIndex(text).positionAt(span.start).line + 1);
}

/** Not set, and perhaps only because the stage does not ask for it. */
function describeUnset(file: Dockerfile, name: string, { stage }: Instruction): RichText {
  const unset = say(message('`{name}` is not set here by ARG or ENV.', { name }));
  const outer = stage === null ? undefined : findGlobals(file).get(name);
  if (!outer) return unset;
  return platformArgs.some(({ value }) => value === name) && !outer.instruction
    ? [...unset, ...say(message('BuildKit fills it in once this stage says `ARG {name}`.', { name }))]
    : [
        ...unset,
        ...say(message('It is declared above the first FROM; `ARG {name}` takes it into this stage.', { name })),
      ];
}

/** What the modifier does, and what comes out where the text alone can tell. */
function describeModifier(file: Dockerfile, instruction: Instruction, { span, modifier }: VariableUse): RichText {
  const help = modifiers.find(({ operator }) => operator === modifier);
  if (!help) return [];
  const source = instruction.code.slice(span.start - instruction.span.start, span.end - instruction.span.start);
  const { value, variables } = expandText(source, {
    escape: file.escape,
    environment: environmentAt(file, instruction),
  });
  const isShown = value !== null && value.length < 200 && !variables.some(({ name }) => soundsSecret(name));
  return [...say(help.summary), ...(isShown ? say(message('Here: `{value}`', { value })) : [])];
}
