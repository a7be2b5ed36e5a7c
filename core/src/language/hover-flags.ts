import {
  parseImageReference,
  type Dockerfile,
  type Flag,
  type Instruction,
  type Keyword,
} from '../dockerfile/index.ts';
import { textOf, touches, type Span } from '../text/index.ts';
import { describeImage } from './describe-image.ts';
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
    return hoverMount(file.text, flag.valueSpan, offset, facts);
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
  // A stage was looked for before; what is none is an image, or a context that only the build names.
  if (flag.name === 'from') return parseImageReference(value) ? describeImage(value, facts.knowledge) : [];
  if (flag.name === 'chown') return describeUser(file, { user: value, at: instruction }, facts);
  const meaning = explainValue(flag.name, keyword === 'HEALTHCHECK' ? value : value.trim());
  return meaning ? [...code('text', value), ...say(meaning)] : [];
}

/** `key=value`, or a key alone, between two commas. */
function hoverMount(text: string, area: Span, offset: number, facts: LanguageFacts): Hover | undefined {
  const mount = textOf(text, area);
  const at = Math.min(offset - area.start, mount.length);
  const start = at === 0 ? 0 : mount.lastIndexOf(',', at - 1) + 1;
  const comma = mount.indexOf(',', at);
  const piece = mount.slice(start, comma < 0 ? mount.length : comma);
  const image = /^from=(.+)$/i.exec(piece)?.[1];
  const contents = [
    ...(image !== undefined && parseImageReference(image) ? describeImage(image, facts.knowledge) : []),
    ...describeField(mountTypeOf(mount), piece),
  ];
  if (contents.length === 0) return undefined;
  return { span: { start: area.start + start, end: area.start + start + piece.length }, contents };
}

function describeField(type: string, piece: string): RichText {
  const [key = '', value] = piece.split(/=(.*)/s);
  const more = readMore(`${instructionUrl('RUN')}---mounttype${type}`);
  if (key.toLowerCase() === 'type') {
    const kind = mountTypes.find((each) => each.type === type);
    return kind ? [...code('dockerfile', `RUN --mount=type=${type}`), ...say(kind.summary), ...more] : [];
  }
  const help = findMountKey(type, key.toLowerCase());
  if (!help) return [];
  const meaning = value === undefined ? null : explainValue(help.name, value);
  return [
    ...code('dockerfile', `RUN --mount=type=${type},${piece}`),
    ...say(help.summary),
    ...(meaning ? say(meaning) : []),
    ...more,
  ];
}
