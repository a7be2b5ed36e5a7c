import { type Dockerfile, type Keyword } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { touches } from '../text/index.ts';
import { readDockerfileCursor, type ArgumentCursor } from './dockerfile-cursor.ts';
import { isLongLine, lineAbove, lineAround } from './lines.ts';
import type { SignatureHelp } from './model.ts';
import { findActivePart } from './signature-place.ts';
import { mountSignatures, signaturesOf } from './signature-labels.ts';

/** The forms of the instruction that is being written, and which part of it the cursor stands in. */
export function findSignature(document: SourceDocument, offset: number): SignatureHelp | undefined {
  if (document.language !== 'dockerfile' || isLongLine(document.text, offset)) return undefined;
  const cursor = readDockerfileCursor(document.model, offset);
  if (cursor.place === 'keyword') return cursor.afterOnbuild ? onbuild() : undefined;
  if (cursor.place !== 'argument' || cursor.keyword === null) return undefined;
  const keyword = isHealthcheck(document.model, offset) ? 'HEALTHCHECK' : cursor.keyword;
  return findInArguments(document.model, offset, { ...joinWord(document.model, cursor), keyword });
}

/** A word that a continuation cuts goes on at the beginning of the next line. */
function joinWord({ text, escape }: Dockerfile, cursor: ArgumentCursor): ArgumentCursor {
  const { words, typed, word } = cursor;
  const head = words.at(-2);
  if (head === undefined) return cursor;
  let above = lineAbove(text, word.start);
  if (!above || lineAround(text, word.start).start !== word.start) return cursor;
  while (above && /^\s*(?:#|$)/.test(text.slice(above.start, above.end))) above = lineAbove(text, above.start);
  const line = above ? text.slice(above.start, above.end).trimEnd() : '';
  if (!line.endsWith(`${head}${escape}`)) return cursor;
  return { ...cursor, words: [...words.slice(0, -2), head + typed], typed: head + typed };
}

type Known = ArgumentCursor & { readonly keyword: Keyword };

function findInArguments(file: Dockerfile, offset: number, cursor: Known): SignatureHelp | undefined {
  const { keyword, words, typed } = cursor;
  const flags = words.findIndex((word) => !word.startsWith('--'));
  const mount = /^--mount=(.*)$/s.exec(typed);
  if (keyword === 'RUN' && mount && flags < 0) return mountSignatures(mount[1] ?? '');
  const flag = flags < 0 || typed.startsWith('-') ? /^--?([a-z-]*)/.exec(typed)?.[1] : undefined;
  const isFlag = flag !== undefined && words.slice(0, -1).every((word) => word.startsWith('--'));
  const args = isFlag ? [] : words.slice(Math.max(0, flags));
  const isLast = !hasMore(file, offset);
  const signatures = signaturesOf(keyword);
  const { form, part } = isFlag
    ? { form: 0, part: nearestFlag(keyword, flag) }
    : findActivePart({ keyword, args, isLast });
  const active = signatures[form] ? form : 0;
  return {
    active,
    signatures: signatures.map((signature) => {
      const index = signature.parameters.findIndex(({ name }) => name === part);
      return { ...signature, activeParameter: index < 0 ? null : index };
    }),
    quiet: !isFlag && isScript(keyword, args),
  };
}

/** The flag that is being typed: `--ch` is near `--chown`. */
function nearestFlag(keyword: Keyword, typed: string): string {
  const names = (signaturesOf(keyword)[0]?.parameters ?? []).map(({ name }) => name);
  const exact = names.find((name) => name === `--${typed}`);
  return exact ?? names.find((name) => name.startsWith(`--${typed}`)) ?? '';
}

/** In a script each blank would bring the box up again, and what it says is known by then. */
function isScript(keyword: Keyword, args: readonly string[]): boolean {
  const isShell = keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'HEALTHCHECK';
  return isShell && args.length > 1 && !args[0]?.startsWith('[');
}

function onbuild(): SignatureHelp {
  return { active: 0, signatures: signaturesOf('ONBUILD'), quiet: false };
}

/** The command behind `HEALTHCHECK CMD` is read as a CMD of its own. */
function isHealthcheck({ instructions }: Dockerfile, offset: number): boolean {
  const outer = instructions.findLast(({ span }) => span.start <= offset);
  return outer?.keyword === 'HEALTHCHECK' || outer?.inner?.keyword === 'HEALTHCHECK';
}

/** True when arguments of the same instruction follow. */
function hasMore({ instructions }: Dockerfile, offset: number): boolean {
  const outer = instructions.find(({ span }) => touches(span, offset));
  return ((outer?.inner ?? outer)?.args ?? []).some(({ span }) => span.start > offset);
}
