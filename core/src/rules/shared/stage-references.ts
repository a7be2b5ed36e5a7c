import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';
import { replace, span, type Span, type TextEdit } from '../../text/index.ts';

/** A place that names another stage, or something that is none: `COPY --from=…` or `RUN --mount=…,from=…`. */
export interface SourceName {
  readonly text: string;
  readonly span: Span;
  readonly instruction: Instruction;
}

/** What COPY and the mounts of RUN take their files from, in this instruction; nothing where a variable stands. */
export function findSourceNames(instruction: Instruction): readonly SourceName[] {
  const { keyword, flags } = instruction;
  if (keyword === 'COPY') {
    return flags.flatMap(({ name, value, valueSpan }) =>
      name === 'from' && value && valueSpan ? [{ text: value, span: valueSpan, instruction }] : [],
    );
  }
  if (keyword !== 'RUN') return [];
  return flags.flatMap(({ name, value, valueSpan }) => {
    if (name !== 'mount' || !value || !valueSpan) return [];
    const from = /(?:^|,)from=([^,]+)/i.exec(value);
    if (!from?.[1]) return [];
    const start = valueSpan.start + from.index + from[0].length - from[1].length;
    return [{ text: from[1], span: span(start, start + from[1].length), instruction }];
  });
}

/** Stages by the name that the builder knows them by; of two with one name the last one counts. */
export function mapStageNames({ stages }: Dockerfile): ReadonlyMap<string, Stage> {
  return new Map(stages.flatMap((stage) => (stage.name ? [[stage.name.value.toLowerCase(), stage]] : [])));
}

/** The earlier stages that something is copied or mounted from, by their index. */
export function findSourceStage(
  { text }: Pick<SourceName, 'text'>,
  { stages }: Dockerfile,
  names: ReadonlyMap<string, Stage>,
): Stage | undefined {
  return names.get(text.toLowerCase()) ?? (/^\d+$/.test(text) ? stages[Number(text)] : undefined);
}

/** Where each named stage is named: where it is declared, by FROM, by COPY and by mounts. One pass over the file. */
export function findStagePlaces(file: Dockerfile): ReadonlyMap<Stage, readonly Span[]> {
  const { stages, instructions } = file;
  const places = new Map(
    stages.flatMap((stage): [Stage, Span[]][] => (stage.name ? [[stage, [stage.name.span]]] : [])),
  );
  const known = mapStageNames(file);
  for (const { base, image, index } of stages) {
    if (!image) continue;
    // `FROM Build` finds no stage, since the builder keeps `build`; nothing else can be meant, though.
    const meant = base.kind === 'unknown' ? known.get(image.raw.toLowerCase()) : undefined;
    const stage = base.kind === 'stage' ? base.stage : meant && meant.index < index ? meant : undefined;
    if (stage) places.get(stage)?.push(image.span);
  }
  for (const source of instructions.flatMap(findSourceNames)) {
    const stage = known.get(source.text.toLowerCase());
    if (stage) places.get(stage)?.push(source.span);
  }
  return places;
}

/** Gives a stage another name at its places; a name that comes from a variable stays. */
export function renameStage(
  { name }: Stage,
  places: readonly Span[],
  change: { text: string; to: string },
): TextEdit[] {
  const written = name?.value.toLowerCase();
  const isName = ({ start, end }: Span): boolean => change.text.slice(start, end).toLowerCase() === written;
  return places.filter(isName).map((place) => replace(place, change.to));
}
