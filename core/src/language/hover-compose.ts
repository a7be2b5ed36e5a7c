import { findSpec, sectionEntries, typeNames, type ComposeFile, type MapEntry } from '../compose/index.ts';
import { maskValue } from '../lint/index.ts';
import { message, type Span } from '../text/index.ts';
import { findComposeName } from './compose-names.ts';
import { describeImage } from './describe-image.ts';
import { findEntryAt, type EntryAt } from './find-entry.ts';
import { near } from './lines.ts';
import type { Hover, LanguageFacts } from './model.ts';
import { code, readMore, say } from './rich-text.ts';

/** What is known of the key, name, variable or image at an offset of a Compose file. */
export function hoverCompose(file: ComposeFile, offset: number, facts: LanguageFacts): Hover | undefined {
  const at = file.root && findEntryAt(file.root, offset);
  if (!at) return undefined;
  return (
    hoverVariable(file.text, offset, at) ??
    hoverName(file, offset, at) ??
    (at.onKey ? hoverKey(at) : hoverImage(at, facts))
  );
}

const reference = 'https://docs.docker.com/reference/compose-file/';
const pages = ['services', 'networks', 'volumes', 'secrets', 'configs', 'models', 'include'];

function hoverKey({ path, span }: EntryAt): Hover | undefined {
  const spec = findSpec(path);
  const key = path.at(-1) ?? '';
  if (!spec?.description) return undefined;
  const section = pages.includes(path[0] ?? '') ? `${path[0]}/` : '';
  const anchor = path[0] === 'services' && path[2] !== undefined ? `#${path[2]}` : '';
  const types = typeNames(spec.shapes).join(' | ');
  return {
    span,
    contents: [
      ...code('yaml', `${key}: ${types}`),
      ...say(spec.description),
      ...(spec.values.length > 0 ? say(message('Values: {values}', { values: listValues(spec.values) })) : []),
      ...readMore(`${reference}${section}${anchor}`),
    ],
  };
}

function listValues(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}

/** A name that means something of this file shows the text of what it means. */
function hoverName(file: ComposeFile, offset: number, at: EntryAt): Hover | undefined {
  const found = findComposeName(file.text, at, offset);
  const entry = found && sectionEntries(file.root, found.section).find(({ key }) => key === found.name);
  return entry && { span: found.span, contents: code('yaml', excerpt(file.text, entry)) };
}

const mostLines = 20;

function excerpt(text: string, entry: MapEntry): string {
  const lines = text.slice(entry.span.start, entry.span.end).trimEnd().split(/\r?\n/);
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = Math.max(0, Math.min(...indents) - 2);
  const shown = lines
    .slice(0, mostLines)
    .map((line, index) => (index === 0 ? line : line.slice(Math.min(common, line.length))));
  return lines.length > mostLines ? [...shown, '  # …'].join('\n') : shown.join('\n');
}

function hoverImage({ path, span, value }: EntryAt, { knowledge }: LanguageFacts): Hover | undefined {
  if (path.length !== 3 || path[0] !== 'services' || path[2] !== 'image' || value?.kind !== 'scalar') return undefined;
  return value.text === null ? undefined : { span, contents: describeImage(value.text, knowledge) };
}

function hoverVariable(text: string, offset: number, { span }: EntryAt): Hover | undefined {
  const window = near(span, offset);
  for (const match of text
    .slice(window.start, window.end)
    .matchAll(/(?<!\$)\$(?:\{([A-Za-z_]\w*)(:?[-+?])?([^}]*)\}|([A-Za-z_]\w*))/g)) {
    const start = window.start + match.index;
    const area: Span = { start, end: start + match[0].length };
    if (offset < area.start || offset > area.end) continue;
    const name = match[1] ?? match[4] ?? '';
    return { span: area, contents: say(sayVariable(name, match[2], maskValue(name, match[3] ?? ''))) };
  }
  return undefined;
}

function sayVariable(name: string, operator: string | undefined, operand: string) {
  if (operator?.endsWith('-'))
    return message('`{name}` from the environment or `.env`; `{value}` when it is not set.', { name, value: operand });
  if (operator?.endsWith('?'))
    return message('`{name}` from the environment or `.env`; Compose stops when it is not set.', { name });
  if (operator?.endsWith('+'))
    return message('`{value}` when `{name}` is set, and nothing otherwise.', { name, value: operand });
  return message('`{name}` from the environment or `.env`; empty when it is not set.', { name });
}
