import {
  eachEnvironment,
  expandText,
  globalEnvironment,
  type Dockerfile,
  type Environment,
  type Instruction,
} from '../dockerfile/index.ts';
import type { Knowledge } from '../lint/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { message, overlaps, touches, type Span } from '../text/index.ts';
import type { InlayHint } from './model.ts';
import { createUserFinder, type StageUser } from './stage-users.ts';

/**
 * What an area of a Dockerfile does not say but means: the values of its variables where they are known, and as whom
 * each stage ends up running. One pass over the file. Nothing for Compose files.
 */
export function findInlayHints(document: SourceDocument, area: Span, knowledge: Knowledge): readonly InlayHint[] {
  if (document.language !== 'dockerfile') return [];
  const file = document.model;
  const globals = globalEnvironment(file.globalArgs, file.escape);
  const users = createUserFinder(knowledge, file.escape);
  const hints: InlayHint[] = [];
  eachEnvironment(file, (instruction, environment, stage) => {
    users.visit(instruction, environment, stage);
    if (!overlaps(instruction.span, area) || !instruction.code.includes('$')) return;
    hints.push(...findValues(file, instruction, instruction.keyword === 'FROM' ? globals : environment));
  });
  for (const stage of file.stages) {
    const user = users.get(stage);
    if (user && touches(area, stage.span.end) && !isSaid(stage.instructions.at(-1), user)) {
      hints.push(toUserHint(stage.span.end, user));
    }
  }
  return hints.filter(({ offset }) => touches(area, offset)).sort((a, b) => a.offset - b.offset);
}

/** A hint on the line of USER itself would only repeat it. */
function isSaid(last: Instruction | undefined, { name }: StageUser): boolean {
  return last?.keyword === 'USER' && last.args[0]?.raw === name;
}

function toUserHint(offset: number, { name, origin }: StageUser): InlayHint {
  const label = message('runs as {user}', { user: shorten(name) });
  switch (origin.kind) {
    case 'stage':
      return { offset, label, tooltip: message('USER in this stage says so.') };
    case 'base':
      return { offset, label, tooltip: message('The stage that this one builds on says so.') };
    case 'image':
      return { offset, label, tooltip: message('The image `{image}` says so.', { image: origin.image }) };
    case 'nobody':
      return { offset, label, tooltip: message('Nothing names a user, so it is root.') };
  }
}

const expanded: ReadonlySet<string | null> = new Set([
  'ADD',
  'ARG',
  'COPY',
  'ENV',
  'EXPOSE',
  'FROM',
  'LABEL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
]);

interface Piece {
  readonly end: number;
  readonly text: string;
}

/** The words and flags with variables, each with what the builder makes of it by default. */
function findValues({ escape }: Dockerfile, instruction: Instruction, environment: Environment): InlayHint[] {
  return piecesOf(instruction).flatMap(({ end, text }) => {
    if (!text.includes('$')) return [];
    const { value } = expandText(text, { escape, environment });
    if (!value || value === text) return [];
    const tooltip = message('By the defaults in this file; a build may give other values.');
    return [{ offset: end, label: `= ${shorten(value)}`, tooltip }];
  });
}

function piecesOf({ keyword, flags, args, json, assignments }: Instruction): Piece[] {
  const ofFlags = flags.flatMap(({ value, span }) => (value === undefined ? [] : [{ end: span.end, text: value }]));
  if (!expanded.has(keyword)) return ofFlags;
  if (assignments.length > 0) {
    const values = assignments.flatMap(({ value }) => (value ? [{ end: value.span.end, text: value.raw }] : []));
    return [...ofFlags, ...values];
  }
  return [...ofFlags, ...args.map(({ span, raw, value }) => ({ end: span.end, text: json ? value : raw }))];
}

const longestLabel = 60;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longestLabel ? `${line.slice(0, longestLabel)}…` : line;
}
