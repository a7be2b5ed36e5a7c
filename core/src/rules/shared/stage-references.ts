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

/** Gives a stage another name, where it is declared and wherever this file names it. */
export function renameStage(stage: Stage, name: string, file: Dockerfile): readonly TextEdit[] {
  const { text, stages, instructions } = file;
  if (!stage.name) return [];
  const known = mapStageNames(file);
  const written = stage.name.value.toLowerCase();
  const isName = (place: Span): boolean => text.slice(place.start, place.end).toLowerCase() === written;
  const places = [
    stage.name.span,
    ...stages.flatMap(({ base, image, index }) => {
      // `FROM Build` finds no stage, since the builder keeps `build`; nothing else can be meant, though.
      const isMeant = base.kind === 'unknown' && index > stage.index && known.get(written) === stage;
      return image && (isMeant || (base.kind === 'stage' && base.stage === stage)) ? [image.span] : [];
    }),
    ...instructions
      .flatMap(findSourceNames)
      .filter((source) => known.get(source.text.toLowerCase()) === stage)
      .map((source) => source.span),
  ];
  return places.filter((place) => isName(place)).map((place) => replace(place, name));
}
