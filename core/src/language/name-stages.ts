import type { Dockerfile, Instruction, Stage, Word } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { locateValue, splitMount } from './flag-places.ts';
import { buildNamed, type Named, type NamedBuilder } from './named.ts';

/** Finds the stage that is meant behind `COPY --from=` or in a mount. */
export interface StageFinder {
  /** The last stage of that name in the whole file, whatever the case: so the builder looks it up. */
  byName(name: string): Stage | undefined;
  /** `COPY --from=` also takes the number of a stage. */
  byNameOrNumber(name: string): Stage | undefined;
}

export function createStageFinder({ stages }: Dockerfile): StageFinder {
  const names = new Map<string, Stage>();
  for (const stage of stages) if (stage.name) names.set(stage.name.value.toLowerCase(), stage);
  const byName = (name: string): Stage | undefined => names.get(name.toLowerCase());
  return {
    byName,
    byNameOrNumber: (name) => byName(name) ?? (/^\+?\d+$/.test(name) ? stages[Number(name)] : undefined),
  };
}

/** Where an instruction names what it copies or mounts from. */
export interface SourceName {
  readonly name: string;
  readonly span: Span;
  /** Numbers name a stage here. */
  readonly mayBeNumber: boolean;
}

/** The values of `COPY --from=` and of `from=` in mounts. */
export function findSourceNames(instruction: Instruction): readonly SourceName[] {
  return instruction.flags.flatMap((flag): SourceName[] => {
    if (flag.name !== 'from' && flag.name !== 'mount') return [];
    const located = locateValue(instruction, flag);
    if (!located || located.value === '') return [];
    if (flag.name === 'from') {
      return [{ name: located.value, span: located.spanOf(0, located.value.length), mayBeNumber: true }];
    }
    return splitMount(located.value).flatMap(({ key, value, valueStart, end }) =>
      key === 'from' && value ? [{ name: value, span: located.spanOf(valueStart, end), mayBeNumber: false }] : [],
    );
  });
}

/** Every stage with the places that name it. */
export function nameStages(file: Dockerfile): readonly Named[] {
  const builders = file.stages.map((stage) => buildNamed('stage', stage.name?.value ?? String(stage.index)));
  for (const stage of file.stages) {
    const own = builders[stage.index];
    if (own) declareStage(own, stage);
    const base = stage.base.kind === 'stage' ? builders[stage.base.stage.index] : undefined;
    if (base && stage.base.kind === 'stage') nameBase(base, stage, stage.base.stage);
  }
  const finder = createStageFinder(file);
  const parents = new Set(file.stages.map(({ base }) => (base.kind === 'stage' ? base.stage.index : -1)));
  for (const outer of file.instructions) {
    // What ONBUILD holds is run where another stage builds on this one; elsewhere it names stages of other files.
    if (outer.keyword === 'ONBUILD' && !parents.has(outer.stage ?? -1)) continue;
    for (const source of findSourceNames(outer.inner ?? outer)) nameSource(builders, finder, { ...source, outer });
  }
  return builders.map(({ named }) => named);
}

function declareStage(builder: NamedBuilder, { name, from, index }: Stage): void {
  builder.add({
    span: name?.span ?? from.keywordSpan,
    role: 'declaration',
    form: name ? 'name' : 'keyword',
    whole: from.span,
    stage: index,
  });
}

function nameBase(builder: NamedBuilder, { image, index }: Stage, base: Stage): void {
  if (!image) return;
  const isName = image.value.toLowerCase() === base.name?.value.toLowerCase();
  builder.add({
    span: isName ? insideQuotes(image) : image.span,
    role: 'read',
    form: isName ? 'name' : 'variable',
    definition: builder.named.occurrences[0] ?? null,
    stage: index,
  });
}

function nameSource(
  builders: readonly NamedBuilder[],
  finder: StageFinder,
  { name, span, mayBeNumber, outer }: SourceName & { readonly outer: Instruction },
): void {
  const stage = mayBeNumber ? finder.byNameOrNumber(name) : finder.byName(name);
  const builder = stage && builders[stage.index];
  if (!stage || !builder) return;
  const isName = stage.name?.value.toLowerCase() === name.toLowerCase();
  const definition = builder.named.occurrences[0] ?? null;
  builder.add({ span, role: 'read', form: isName ? 'name' : 'number', definition, stage: outer.stage });
}

/** The word without the quotes around all of it. */
export function insideQuotes({ span, raw, value }: Word): Span {
  const isQuoted = /^(["']).*\1$/s.test(raw) && raw.slice(1, -1) === value && raw.length === span.end - span.start;
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
