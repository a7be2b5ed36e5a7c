import type { Dockerfile, Instruction, Keyword, Stage } from '../dockerfile/index.ts';
import { message, type Span } from '../text/index.ts';
import { findBaseFacts, stagesBelow } from './dockerfile-scope.ts';
import { ociLabels, workDirs, type ValueHelp } from './dockerfile-syntax.data.ts';
import { applicationPorts, licences, protocols } from './dockerfile-values.data.ts';
import { asIs, explainPort } from './explain-values.ts';
import { findBaseName, findHabit } from './image-names.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { endBefore, lastPiece, offer, offerValues } from './offer.ts';

/** A word among an instruction's arguments. */
export interface ValuePlace {
  readonly typed: string;
  readonly word: Span;
  readonly offset: number;
  readonly facts: LanguageFacts;
}

function stageAt(file: Dockerfile, offset: number): Stage | undefined {
  return file.stages.findLast(({ from }) => from.span.end < offset);
}

/** The instructions of the stage that is being written, without the one at the cursor. */
function others(file: Dockerfile, { offset }: ValuePlace, ...wanted: readonly Keyword[]): Instruction[] {
  const own = stageAt(file, offset)?.instructions ?? [];
  return own.filter(
    ({ keyword, span }) => keyword !== null && wanted.includes(keyword) && (offset < span.start || span.end < offset),
  );
}

/** Ports that variables and the base image name, then common ones; behind a slash the protocol. */
export function completeExpose(file: Dockerfile, place: ValuePlace): Completion[] {
  const { typed, word, offset, facts } = place;
  if (typed.includes('/')) {
    const { span } = lastPiece({ start: offset - typed.length, end: offset }, typed, /\//);
    return offerValues(protocols, { ...span, end: Math.max(span.end, word.end) });
  }
  const present = new Set(others(file, place, 'EXPOSE').flatMap(({ args }) => args.map(({ raw }) => raw)));
  const stage = stageAt(file, offset);
  const named = stage ? stagesBelow(stage).flatMap(({ instructions }) => instructions.flatMap(portsSetBy)) : [];
  const inherited = findBaseFacts(stage, facts.knowledge)?.exposedPorts ?? [];
  const fromImage = inherited.map((value) => ({ value, summary: message('A port of the base image') }));
  const common = applicationPorts.map((value) => ({ value, summary: asIs(explainPort(value)?.service ?? value) }));
  return offerValues(
    [...named, ...fromImage, ...common].filter(({ value }) => !present.has(value)),
    word,
  );
}

/** `ENV PORT=8080`, and the same as ARG. */
function portsSetBy({ keyword, assignments }: Instruction): ValueHelp[] {
  if (keyword !== 'ENV' && keyword !== 'ARG') return [];
  return assignments.flatMap(({ name: { value: name }, value }) =>
    value && /(?:^|_)PORT$/i.test(name) && /^\d{1,5}$/.test(value.value)
      ? [{ value: value.value, summary: message('Value of `{name}`', { name }) }]
      : [],
  );
}

/** OCI's keys that the stage does not have yet, and licences by their names. */
export function completeLabel(file: Dockerfile, place: ValuePlace): Completion[] {
  const { typed, word, offset } = place;
  const [key = '', value] = typed.split(/=(.*)/s);
  if (value !== undefined) {
    if (key !== 'org.opencontainers.image.licenses') return [];
    const quote = /^["']/.exec(value)?.[0].length ?? 0;
    const span = { start: offset - value.length + quote, end: offset };
    return licences.map((name) => offer(name, 'value', span));
  }
  const own = stageAt(file, offset)?.instructions ?? [];
  const labels = own.flatMap(({ keyword, assignments }) => (keyword === 'LABEL' ? assignments : []));
  const keySpan = endBefore(file.text, word, offset, /=/);
  const present = new Set(labels.filter(({ name }) => name.span.start !== word.start).map(({ name }) => name.value));
  return ociLabels
    .filter((label) => !present.has(label.value))
    .map(({ value: name, summary: detail }) =>
      file.text.charAt(keySpan.end) === '='
        ? offer(name, 'property', keySpan, { detail })
        : offer(name, 'property', keySpan, { detail, insert: `${name}="$1"`, snippet: true }),
    );
}

/** Folders that the file works in, copies to or keeps, then common ones. */
export function completeFolder(file: Dockerfile, { typed, word, offset, facts }: ValuePlace): Completion[] {
  const seen = file.instructions.flatMap((each) => (touchesWord(each, word) ? [] : foldersOf(each)));
  const stage = stageAt(file, offset);
  const inherited = findBaseFacts(stage, facts.knowledge)?.workingDir;
  const used = message('Used in this file');
  const isSeen = new Set(seen);
  const common = typed === '' || typed.startsWith('/') ? workDirs : [];
  return offerValues(
    [
      ...[...isSeen].map((value) => ({ value, summary: used })),
      ...(inherited ? [{ value: inherited, summary: message('Working directory of the base image') }] : []),
      ...common,
    ],
    word,
  );
}

function touchesWord({ span }: Instruction, word: Span): boolean {
  return span.start <= word.start && word.start <= span.end;
}

function foldersOf({ keyword, args }: Instruction): string[] {
  switch (keyword) {
    case 'WORKDIR':
      return args.slice(0, 1).map(({ raw }) => raw);
    case 'VOLUME':
      return args.map(({ value }) => value);
    case 'COPY':
    case 'ADD': {
      const destination = args.at(-1)?.value ?? '';
      return args.length > 1 && /^\/.+\/$/.test(destination) ? [destination.slice(0, -1)] : [];
    }
    default:
      return [];
  }
}

/** A command as a JSON array: what the base image starts, what is common on it, and an empty one. */
export function completeCommand(file: Dockerfile, keyword: 'CMD' | 'ENTRYPOINT', place: ValuePlace): Completion[] {
  const { typed, word, offset, facts } = place;
  if (typed !== '' && !typed.startsWith('[')) return [];
  const stage = stageAt(file, offset);
  const chain = stage ? stagesBelow(stage) : [];
  const known = findBaseFacts(stage, facts.knowledge);
  const inherited = keyword === 'CMD' ? known?.cmd : known?.entrypoint;
  const image = findBaseName(chain) ?? '';
  const usual = (findHabit(image)?.commands ?? []).map((words) => ({
    value: renderJson(words),
    summary: message('A usual start on `{image}`', { image }),
  }));
  return [
    ...offerValues(
      [
        ...(inherited && inherited.length > 0
          ? [{ value: renderJson(inherited), summary: message('What the base image starts') }]
          : []),
        ...usual,
      ],
      word,
    ),
    offer('["executable", "argument"]', 'snippet', word, {
      detail: message('A program and its arguments, without a shell around it'),
      insert: '["${1:executable}", "${2:argument}"]',
      snippet: true,
    }),
  ];
}

/** As one writes it by hand, with a blank behind each comma. */
function renderJson(words: readonly string[]): string {
  return `[${words.map((each) => JSON.stringify(each)).join(', ')}]`;
}
