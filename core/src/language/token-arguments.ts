import type { Flag, Instruction, Keyword, Word } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import type { TokenType } from './model.ts';
import type { Palette } from './token-palette.ts';

/** Paints flags and arguments; scripts are painted elsewhere. */
export function paintArguments(palette: Palette, instruction: Instruction): void {
  const { keyword, flags, args, json, assignments, inner } = instruction;
  for (const flag of flags) paintFlag(palette, instruction, flag);
  if (keyword === 'FROM') return paintFrom(palette, instruction);
  if (assignments.length > 0) return paintAssignments(palette, instruction);
  if (keyword === 'HEALTHCHECK') {
    if (!inner && args[0]) palette.paint(args[0].span, 'keyword');
    return;
  }
  if (!json && isScript(keyword)) return;
  for (const word of args) palette.paintAround(word.span, json ? 'string' : typeOfArgument(keyword, word));
}

function paintAssignments(palette: Palette, { keyword, assignments }: Instruction): void {
  for (const { name, value } of assignments) {
    if (keyword === 'LABEL') palette.paintAround(name.span, 'property');
    else palette.paint(name.span, 'variable', true);
    if (value) palette.paintAround(value.span, typeOfValue(value));
  }
}

/** Their arguments are a script, or an instruction of its own. */
function isScript(keyword: Keyword | null): boolean {
  return keyword !== null && ['RUN', 'CMD', 'ENTRYPOINT', 'ONBUILD'].includes(keyword);
}

function typeOfArgument(keyword: Keyword | null, { raw }: Word): TokenType | null {
  if (keyword === 'EXPOSE') return 'number';
  if (keyword === 'STOPSIGNAL') return 'enumMember';
  if (keyword === 'MAINTAINER' || /^["']/.test(raw)) return 'string';
  return keyword === 'USER' && /^[\d:]+$/.test(raw) ? 'number' : null;
}

function typeOfValue({ raw }: Word): TokenType {
  return raw.length < 30 && /^\d+(?:\.\d+)*$/.test(raw) ? 'number' : 'string';
}

function paintFrom(palette: Palette, { args, stage }: Instruction): void {
  const [image, as, name] = args;
  const base = stage === null ? undefined : palette.file.stages[stage]?.base;
  if (image && base?.kind === 'stage') palette.paintAround(image.span, 'namespace');
  else if (image) paintImage(palette, image.span, image.raw);
  if (as) palette.paint(as.span, 'keyword');
  if (name) palette.paint(name.span, 'namespace', true);
}

/** `repository:tag@digest`: the name, and what chooses one of its images. */
function paintImage(palette: Palette, span: Span, raw: string): void {
  const cut = findChoice(raw);
  // Behind a continuation within the name, places cannot be counted in its text.
  if (cut === 0 || cut >= raw.length || span.end - span.start !== raw.length) return palette.paintAround(span, 'class');
  palette.paintAround({ start: span.start, end: span.start + cut }, 'class');
  palette.paintAround({ start: span.start + cut, end: span.end }, 'enumMember');
}

/** Where the tag or digest begins; the length of the name when there is none. Colons in `${A:-b}` begin nothing. */
function findChoice(raw: string): number {
  let depth = 0;
  let found = raw.length;
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at);
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (depth > 0) continue;
    else if (char === '/') found = raw.length;
    else if (char === '@') return Math.min(found, at);
    else if (char === ':') found = Math.min(found, at);
  }
  return found;
}

function paintFlag(palette: Palette, instruction: Instruction, { name, value, span, nameSpan, valueSpan }: Flag): void {
  palette.paint({ start: span.start, end: nameSpan.end }, 'parameter');
  if (!valueSpan || value === undefined) return;
  if (name === 'mount' && valueSpan.end - valueSpan.start === value.length) {
    return paintMount(palette, instruction, { at: valueSpan.start, value });
  }
  palette.paintAround(valueSpan, name === 'from' ? typeOfSource(palette, instruction, value) : typeOfFlag(value));
}

function typeOfFlag(value: string): TokenType {
  return /^\d[\d.:]*(?:ns|us|ms|s|m|h)?$/.test(value.slice(0, 30)) ? 'number' : 'string';
}

/** Names a stage above, or an image. */
function typeOfSource(palette: Palette, { stage }: Instruction, value: string): TokenType {
  return (palette.stageNumber(value) ?? Number.POSITIVE_INFINITY) < (stage ?? 0) ? 'namespace' : 'class';
}

/** `type=cache,target=/x`: keys and their values. */
function paintMount(palette: Palette, instruction: Instruction, { at, value }: { at: number; value: string }): void {
  let start = at;
  for (const pair of value.split(',')) {
    const equals = pair.indexOf('=');
    const keyEnd = start + (equals < 0 ? pair.length : equals);
    palette.paint({ start, end: keyEnd }, 'property');
    if (equals >= 0) {
      const type =
        pair.slice(0, equals) === 'from' ? typeOfSource(palette, instruction, pair.slice(equals + 1)) : 'string';
      palette.paintAround({ start: keyEnd + 1, end: start + pair.length }, type);
    }
    start += pair.length + 1;
  }
}
