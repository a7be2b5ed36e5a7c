import type { Dockerfile, Flag, Instruction, Keyword } from '../dockerfile/index.ts';
import { textOf, touches, type Span } from '../text/index.ts';
import { describeFlag, findMountKey, mountTypeOf } from './describe-flag.ts';
import { describeUser } from './describe-user.ts';
import { instructions, instructionUrl, mountTypes } from './dockerfile-syntax.data.ts';
import { explainValue } from './explain-values.ts';
import type { Hover, LanguageFacts, RichText } from './model.ts';
import { code, readMore, say } from './rich-text.ts';

/** A flag with what its value means, or the part of a mount that is pointed at. */
export function hoverFlag(
  file: Dockerfile,
  instruction: Instruction,
  offset: number,
  facts: LanguageFacts,
): Hover | undefined {
  const { keyword, flags } = instruction;
  const flag = flags.find(({ span }) => touches(span, offset));
  if (!flag || keyword === null) return undefined;
  if (flag.name === 'mount' && flag.valueSpan && flag.valueSpan.start <= offset) {
    return hoverMount(file.text, flag.valueSpan, offset);
  }
  const help = instructions[keyword].flags.find(({ name }) => name === flag.name);
  if (!help) return undefined;
  const onValue = flag.valueSpan && offset >= flag.valueSpan.start ? flag.valueSpan : undefined;
  const meaning = describeValue(file, { keyword, flag, instruction }, facts);
  return {
    span: onValue && meaning.length > 0 ? onValue : flag.span,
    contents: [...meaning, ...describeFlag(keyword, help, file.directives)],
  };
}

function describeValue(
  file: Dockerfile,
  { keyword, flag, instruction }: { keyword: Keyword; flag: Flag; instruction: Instruction },
  facts: LanguageFacts,
): RichText {
  const value = flag.value ?? '';
  if (flag.name === 'chown') return describeUser(file, { user: value, at: instruction }, facts);
  const meaning = explainValue(flag.name, keyword === 'HEALTHCHECK' ? value : value.trim());
  return meaning ? [...code('text', value), ...say(meaning)] : [];
}

/** `key=value`, or a key alone, between two commas. */
function hoverMount(text: string, area: Span, offset: number): Hover | undefined {
  const mount = textOf(text, area);
  const at = Math.min(offset - area.start, mount.length);
  const start = at === 0 ? 0 : mount.lastIndexOf(',', at - 1) + 1;
  const comma = mount.indexOf(',', at);
  const piece = mount.slice(start, comma < 0 ? mount.length : comma);
  const contents = describeField(mountTypeOf(mount), piece);
  return contents && { span: { start: area.start + start, end: area.start + start + piece.length }, contents };
}

function describeField(type: string, piece: string): RichText | undefined {
  const [key = '', value] = piece.split(/=(.*)/s);
  const more = readMore(`${instructionUrl('RUN')}---mounttype${type}`);
  if (key.toLowerCase() === 'type') {
    const kind = mountTypes.find((each) => each.type === type);
    return kind && [...code('dockerfile', `RUN --mount=type=${type}`), ...say(kind.summary), ...more];
  }
  const help = findMountKey(type, key.toLowerCase());
  const meaning = help && value !== undefined ? explainValue(help.name, value) : null;
  return (
    help && [
      ...code('dockerfile', `RUN --mount=type=${type},${piece}`),
      ...say(help.summary),
      ...(meaning ? say(meaning) : []),
      ...more,
    ]
  );
}
