import type { Dockerfile, Heredoc, Instruction, Word } from '../dockerfile/index.ts';
import { message, touches, type Span } from '../text/index.ts';
import { describeUser } from './describe-user.ts';
import { findStageState } from './dockerfile-scope.ts';
import { ociLabels, shells, type ValueHelp } from './dockerfile-syntax.data.ts';
import { asIs, explainPort, explainSignal } from './explain-values.ts';
import type { Hover, LanguageFacts, RichText } from './model.ts';
import { code, link, say } from './rich-text.ts';

const ociUrl = 'https://github.com/opencontainers/image-spec/blob/main/annotations.md';

/** What an argument means where that is not plain: a port, a signal, a user, a folder, a label, a heredoc's name. */
export function hoverArgument(
  file: Dockerfile,
  instruction: Instruction,
  offset: number,
  facts: LanguageFacts,
): Hover | undefined {
  const heredoc = instruction.heredocs.find(({ nameSpan }) => touches(nameSpan, offset));
  if (heredoc) return { span: heredoc.nameSpan, contents: describeHeredoc(heredoc, instruction) };
  const label = instruction.keyword === 'LABEL' ? hoverLabel(instruction, offset) : undefined;
  if (label) return label;
  const word = instruction.args.find(({ span }) => touches(span, offset));
  if (!word) return instruction.keyword === 'SHELL' ? hoverShell(instruction, offset) : undefined;
  const contents = describeWord(file, { word, instruction }, facts);
  if (contents.length > 0) return { span: word.span, contents };
  return instruction.keyword === 'SHELL' ? hoverShell(instruction, offset) : undefined;
}

function describeWord(
  file: Dockerfile,
  { word, instruction }: { readonly word: Word; readonly instruction: Instruction },
  facts: LanguageFacts,
): RichText {
  switch (instruction.keyword) {
    case 'EXPOSE':
      return describePort(word.value);
    case 'STOPSIGNAL':
      return describeSignal(word.value);
    case 'USER':
      return describeUser(file, { user: word.value, at: instruction }, facts);
    case 'WORKDIR':
      return describeFolder(file, instruction, facts);
    case 'HEALTHCHECK':
      return word.value.toUpperCase() === 'NONE' ? say(message('No check, not even the one of the base image')) : [];
    case 'FROM':
      return word.value === 'scratch' && word === instruction.args[0]
        ? [...code('dockerfile', 'FROM scratch'), ...say(message('The empty image'))]
        : [];
    default:
      return [];
  }
}

function describePort(text: string): RichText {
  const port = explainPort(text);
  if (!port) return [];
  return [
    ...code('text', `${text.split('/')[0]}/${port.protocol}`),
    ...(port.service === null ? [] : say(asIs(port.service))),
    ...say(message('Only told, not published: `docker run -p` does that.')),
  ];
}

function describeSignal(text: string): RichText {
  const signal = explainSignal(text);
  return signal ? [...code('text', signal.name), ...(signal.summary ? say(signal.summary) : [])] : [];
}

/** The whole path, by what the stage says up to here. */
function describeFolder(file: Dockerfile, at: Instruction, { knowledge }: LanguageFacts): RichText {
  const stage = at.stage === null ? undefined : file.stages[at.stage];
  if (!stage) return [];
  const upToHere = { ...stage, instructions: stage.instructions.filter(({ span }) => span.start <= at.span.start) };
  const { workDir } = findStageState(upToHere, knowledge, file);
  return workDir === null ? [] : say(message('Working directory `{path}`.', { path: workDir }));
}

function hoverLabel({ assignments }: Instruction, offset: number): Hover | undefined {
  const name = assignments.find((each) => touches(each.name.span, offset))?.name;
  const known = name && ociLabels.find(({ value }) => value === name.value);
  if (!known?.summary) return undefined;
  const contents = [...code('text', known.value), ...say(known.summary), ...link(message('OCI annotations'), ociUrl)];
  return { span: name?.span ?? { start: offset, end: offset }, contents };
}

function hoverShell({ argsSpan, json }: Instruction, offset: number): Hover | undefined {
  const written = (json ?? []).map(({ value }) => value);
  const known = shells.find((each) => sameWords(each, written));
  return known?.summary && touches(argsSpan, offset) ? toHover(argsSpan, known) : undefined;
}

function sameWords({ value }: ValueHelp, words: readonly string[]): boolean {
  return value === `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

function toHover(span: Span, { value, summary }: ValueHelp): Hover {
  return { span, contents: [...code('json', value), ...(summary ? say(summary) : [])] };
}

function describeHeredoc({ name, expand, stripTabs }: Heredoc, { keyword, inner }: Instruction): RichText {
  const isScript = (inner?.keyword ?? keyword) === 'RUN';
  return [
    ...say(message('A text down to the line that is only `{name}`.', { name })),
    ...say(
      isScript
        ? message('The shell reads it, with the variables of the build.')
        : expand
          ? message('The builder fills in its variables; quotes around the name would leave them as they are.')
          : message('The name is quoted: variables stay as they are written.'),
    ),
    ...(stripTabs ? say(message('Tabs in front of its lines are removed.')) : []),
  ];
}
