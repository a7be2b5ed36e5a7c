import {
  applyEdits,
  parseDocument,
  planRenameOf,
  resolveNames,
  type Named,
  type SourceDocument,
  type Span,
} from '#core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

function parse(text: string, previous?: SourceDocument): SourceDocument {
  return parseDocument('dockerfile', 'Dockerfile', text, previous);
}

const corpus = join(import.meta.dirname, '../../../../shared/corpus/dockerfile');
const reason = existsSync(corpus) ? '' : 'no real files lie beside the checkout';
if (reason !== '') console.log(`SKIPPED renaming everything in hundreds of real files: ${reason}`);

/** What a file means without its names: problems, what stages are built on, and where each name stands. */
function meaningOf(document: SourceDocument): unknown {
  if (document.language !== 'dockerfile') return undefined;
  const { problems, stages, instructions } = document.model;
  return {
    problems: problems.map(({ code }) => code),
    bases: stages.map(({ base }) => (base.kind === 'stage' ? base.stage.index : base.kind)),
    keywords: instructions.map(({ keyword, stage }) => [keyword, stage]),
    names: resolveNames(document).all.map(({ kind, occurrences }) => [
      kind,
      occurrences.map(({ role, form, stage }) => [role, form, stage]),
    ]),
  };
}

const fresh: Readonly<Record<Named['kind'], string>> = {
  stage: 'drydock-fresh-stage',
  arg: 'DRYDOCK_FRESH_ARG',
  env: 'DRYDOCK_FRESH_ENV',
  heredoc: 'DRYDOCK_FRESH_END',
};

/** Renames one thing and back; tells what went wrong. */
function roundTrip(document: SourceDocument, index: number): string | undefined {
  const names = resolveNames(document);
  const named = names.all[index];
  const written = named?.occurrences.filter(({ form }) => form === 'name') ?? [];
  if (!named || written.length === 0) return undefined;
  const there = planRenameOf(document, named, fresh[named.kind], names);
  if (there.kind === 'refused') return undefined;
  const between = parse(applyEdits(document.text, there.files[0]?.edits ?? []) ?? '', document);
  if (JSON.stringify(meaningOf(between)) !== JSON.stringify(meaningOf(document)))
    return `${named.name}: another meaning`;
  // The old name may mean something else beside it (`ENV A=$A`), so the way back is not asked for but taken.
  const back = (resolveNames(between).all[index]?.occurrences ?? [])
    .filter(({ form }) => form === 'name')
    .map(({ span }, place) => ({ span, newText: sliceOf(document.text, written[place]?.span) }));
  return applyEdits(between.text, back) === document.text ? undefined : `${named.name}: another text`;
}

function sliceOf(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : '?';
}

test.skipIf(reason !== '')('every name of hundreds of real files is renamed and back', { timeout: 300_000 }, () => {
  let count = 0;
  for (const file of readdirSync(corpus)) {
    const document = parse(readFileSync(join(corpus, file), 'utf8'));
    for (const index of resolveNames(document).all.keys()) {
      expect(roundTrip(document, index), file).toBeUndefined();
      count++;
    }
  }
  expect(count).toBeGreaterThan(1000);
});
