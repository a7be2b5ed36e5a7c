import type { Dockerfile, Keyword } from '../dockerfile/index.ts';
import { message, type Span } from '../text/index.ts';
import { describeStage } from './describe.ts';
import type { ArgumentCursor } from './dockerfile-cursor.ts';
import { findGlobals } from './dockerfile-scope.ts';
import {
  ociLabels,
  officialImages,
  platformArgs,
  shells,
  stopSignals,
  users,
  workDirs,
  type ValueHelp,
} from './dockerfile-syntax.data.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { lastPiece, offer } from './offer.ts';

/** Common values of an instruction's arguments, and names of this file where one is meant. */
export function completeArguments(
  file: Dockerfile,
  { keyword, words, typed, word }: ArgumentCursor,
  offset: number,
  facts: LanguageFacts,
): Completion[] {
  if (typed.startsWith('--')) return [];
  const index = words.filter((each) => !each.startsWith('--')).length - 1;
  switch (keyword) {
    case 'FROM':
      return completeFrom(file, { index, word }, { offset, facts });
    case 'EXPOSE':
      return completeExpose(typed, offset);
    case 'LABEL':
      return typed.includes('=') ? [] : offerLabels(word);
    case 'ARG':
      return typed.includes('=') ? [] : completeArg(file, offset, word);
    default:
      return index === 0 && keyword !== null ? offerValues(firstArguments(file, keyword, word), word) : [];
  }
}

/** What commonly stands as the only argument. */
function firstArguments(file: Dockerfile, keyword: Keyword, typing: Span): readonly ValueHelp[] {
  switch (keyword) {
    case 'USER':
      return [...namesSeen(file, 'USER', typing), ...users];
    case 'WORKDIR':
      return [...namesSeen(file, 'WORKDIR', typing), ...workDirs];
    case 'STOPSIGNAL':
      return stopSignals;
    case 'SHELL':
      return shells;
    case 'HEALTHCHECK':
      return ['CMD', 'NONE'].map((value) => ({ value, summary: null }));
    default:
      return [];
  }
}

interface At {
  readonly offset: number;
  readonly facts: LanguageFacts;
}

function completeFrom(file: Dockerfile, { index, word }: { index: number; word: Span }, at: At): Completion[] {
  if (index === 1) return [offer('AS', 'keyword', word, { insert: 'AS ${1:stage}', snippet: true })];
  if (index !== 0) return [];
  const official = message('Official image; give it a tag');
  return [
    ...offerStages(file, word, at),
    offer('scratch', 'value', word, { detail: message('The empty image') }),
    ...officialImages.map((name) => offer(name, 'image', word, { detail: official })),
  ];
}

/** Stages above the cursor, then the images that the engine has. */
export function offerStages(file: Dockerfile, span: Span, { offset, facts }: At): Completion[] {
  const own = file.stages.findLast(({ from }) => from.span.start <= offset)?.index ?? 0;
  const earlier = file.stages.filter(({ index }) => index < own);
  const stages = earlier.map((stage) =>
    offer(stage.name?.value ?? String(stage.index), 'reference', span, {
      detail: message('Stage on `{image}`', { image: stage.image?.raw ?? '' }),
      documentation: describeStage(stage, facts.knowledge),
    }),
  );
  const images = [...new Set(facts.images)].map((reference) =>
    offer(reference, 'image', span, { detail: message('On this engine') }),
  );
  return [...stages, ...images];
}

function offerValues(values: readonly ValueHelp[], span: Span): Completion[] {
  const unique = values.filter(({ value }, index) => values.findIndex((each) => each.value === value) === index);
  return unique.map(({ value, summary }) => offer(value, 'value', span, { detail: summary }));
}

/** What the file says elsewhere behind the same keyword, not the word that is being typed. */
function namesSeen(file: Dockerfile, keyword: 'USER' | 'WORKDIR', typing: Span): ValueHelp[] {
  const words = file.instructions.filter((each) => each.keyword === keyword).flatMap(({ args }) => args[0] ?? []);
  const seen = words.filter(({ span }) => span.start !== typing.start);
  return seen.map(({ raw }) => ({ value: raw, summary: message('Used in this file') }));
}

function completeExpose(typed: string, offset: number): Completion[] {
  const port = /^[^/\s]+\/(\w*)$/.exec(typed);
  if (!port) return [];
  const { span } = lastPiece({ start: offset - typed.length, end: offset }, typed, /\//);
  return ['tcp', 'udp'].map((protocol) => offer(protocol, 'value', span));
}

function offerLabels(span: Span): Completion[] {
  return ociLabels.map(({ value, summary }) =>
    offer(value, 'property', span, { detail: summary, insert: `${value}="$1"`, snippet: true }),
  );
}

/** In a stage, the global and platform arguments that it may take over; above the first FROM nothing is known. */
function completeArg(file: Dockerfile, offset: number, span: Span): Completion[] {
  const stage = file.stages.findLast(({ from }) => from.span.end < offset);
  if (!stage) return [];
  const summaries = new Map(platformArgs.map(({ value, summary }) => [value, summary]));
  return [...findGlobals(file).keys()].map((name) =>
    offer(name, 'variable', span, {
      detail: summaries.get(name) ?? message('A build argument from above the first FROM.'),
    }),
  );
}
