import type { Dockerfile, Heredoc } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { buildNamed, type Named } from './named.ts';

/** Every heredoc with the places of its delimiter: where it opens, and where it closes. */
export function nameHeredocs({ text, instructions }: Dockerfile): readonly Named[] {
  return instructions.flatMap(({ heredocs, stage }) =>
    heredocs.map((heredoc) => {
      const builder = buildNamed('heredoc', heredoc.name);
      const close = findClosing(text, heredoc);
      const end = close?.end ?? heredoc.bodySpan.end;
      const whole = { start: heredoc.nameSpan.start, end: Math.max(end, heredoc.nameSpan.end) };
      const span = findName(text, heredoc);
      const definition = builder.add({ span, area: heredoc.nameSpan, role: 'declaration', whole, stage });
      if (close) builder.add({ span: close, role: 'read', definition, stage });
      return builder.named;
    }),
  );
}

/** The delimiter's last line; undefined while it is missing. */
export function findClosing(text: string, { name, stripTabs, bodySpan }: Heredoc): Span | undefined {
  let start = bodySpan.end;
  if (stripTabs) while (text.charCodeAt(start) === 9) start++;
  const end = start + name.length;
  return text.startsWith(name, start) && /^\r*(?:\n|$)/.test(text.slice(end, end + 8)) ? { start, end } : undefined;
}

/** The opening delimiter without its quotes; as it is written where the quotes stand in its middle. */
function findName(text: string, { name, nameSpan }: Heredoc): Span {
  const written = text.slice(nameSpan.start, nameSpan.end);
  const inner = { start: nameSpan.start + 1, end: nameSpan.end - 1 };
  return written.length === name.length + 2 && written.slice(1, -1) === name ? inner : nameSpan;
}
