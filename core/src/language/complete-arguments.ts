import type { Dockerfile } from '../dockerfile/index.ts';
import { message, type Span } from '../text/index.ts';
import { completeImage, offerOfficial } from './complete-images.ts';
import { completeUser } from './complete-users.ts';
import { completeCommand, completeExpose, completeFolder, completeLabel, type ValuePlace } from './complete-values.ts';
import type { ArgumentCursor } from './dockerfile-cursor.ts';
import { findGlobals, proxyVariables } from './dockerfile-scope.ts';
import { platformArgs, shells, stopSignals, type ValueHelp } from './dockerfile-syntax.data.ts';
import { prefersLowerCase } from './keyword-case.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { endBefore, offer, offerValues } from './offer.ts';

/** Common values of an instruction's arguments, and names of this file where one is meant. */
export function completeArguments(
  file: Dockerfile,
  cursor: ArgumentCursor,
  offset: number,
  facts: LanguageFacts,
): Completion[] {
  const { keyword, words, typed, word } = cursor;
  if (typed.startsWith('--')) return [];
  const place = { typed, word, offset, facts };
  const index = words.filter((each) => !each.startsWith('--')).length - 1;
  switch (keyword) {
    case 'FROM':
      return completeFrom(file, index, place);
    case 'EXPOSE':
      return completeExpose(file, place);
    case 'LABEL':
      return completeLabel(file, place);
    case 'ARG':
      return typed.includes('=') ? [] : completeArg(file, offset, endBefore(file.text, word, offset, /=/));
    default:
      return index === 0 ? completeOnly(file, cursor, place) : [];
  }
}

/** What commonly stands as the only argument. */
function completeOnly(file: Dockerfile, { keyword, inHealthcheck }: ArgumentCursor, place: ValuePlace): Completion[] {
  const { word } = place;
  switch (keyword) {
    case 'USER':
      return completeUser(file, { ...place, span: word });
    case 'WORKDIR':
      return completeFolder(file, place);
    case 'STOPSIGNAL':
      return offerValues(stopSignals, word);
    case 'SHELL':
      return offerValues(shells, word);
    case 'HEALTHCHECK':
      return offerValues(healthForms(prefersLowerCase(file, word.start)), word);
    case 'CMD':
    case 'ENTRYPOINT':
      return inHealthcheck ? [] : completeCommand(file, keyword, place);
    case 'VOLUME':
      return place.typed === '' || place.typed.startsWith('[') ? offerVolume(word) : completeFolder(file, place);
    default:
      return [];
  }
}

function healthForms(lower: boolean): ValueHelp[] {
  return [
    { value: lower ? 'cmd' : 'CMD', summary: message('A command whose exit code tells how the container is') },
    { value: lower ? 'none' : 'NONE', summary: message('No check, not even the one of the base image') },
  ];
}

function offerVolume(span: Span): Completion[] {
  const detail = message('A folder that containers keep in a volume');
  return [offer('["/data"]', 'snippet', span, { detail, insert: '["${1:/data}"]', snippet: true })];
}

function completeFrom(file: Dockerfile, index: number, { typed, word, offset, facts }: ValuePlace): Completion[] {
  if (index === 1) {
    const as = prefersLowerCase(file, word.start) ? 'as' : 'AS';
    const detail = message('A name for this stage');
    return [offer(as, 'keyword', word, { detail, insert: `${as} \${1:stage}`, snippet: true })];
  }
  if (index !== 0) return [];
  const found = completeImage(file, { typed, span: word, offset, facts, takesNumbers: false });
  return /[:@]/.test(typed) ? found : [...found, ...offerOfficial(word, facts)];
}

/** In a stage, the global, platform and proxy arguments that it may take over; above the first FROM nothing is known. */
function completeArg(file: Dockerfile, offset: number, span: Span): Completion[] {
  const stage = file.stages.findLast(({ from }) => from.span.end < offset);
  if (!stage) return [];
  const declared = stage.instructions.flatMap(({ keyword, assignments }) => (keyword === 'ARG' ? assignments : []));
  const present = new Set(declared.filter(({ name }) => name.span.start !== span.start).map(({ name }) => name.value));
  const summaries = new Map(platformArgs.map(({ value, summary }) => [value, summary]));
  const proxy = message('Every RUN sees it without ARG; declared, it becomes part of the cache.');
  const globals = [...findGlobals(file).values()];
  const own = globals.filter(({ origin }) => origin === 'global');
  const platforms = globals.filter(({ origin }) => origin === 'platform');
  const detailOf = (name: string) => summaries.get(name) ?? message('A build argument from above the first FROM.');
  return [
    ...[...own, ...platforms].map(({ name }) => ({ name, detail: detailOf(name) })),
    ...proxyVariables().map(({ name }) => ({ name, detail: proxy })),
  ]
    .filter(({ name }) => !present.has(name))
    .map(({ name, detail }) => offer(name, 'variable', span, { detail }));
}
