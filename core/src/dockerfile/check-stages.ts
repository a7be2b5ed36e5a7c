import type { Span } from '../text/index.ts';
import { parseImageReference } from './image-reference.ts';
import type { Dockerfile, Instruction, Stage, Word } from './model.ts';
import { isPlatform } from './platform.ts';
import type { Report } from './problems.ts';
import { reportLexError } from './check-values.ts';
import { expandText, globalEnvironment, type Environment } from './variables.ts';

/** Reports bases, platforms and `--from` that name nothing, and stages that depend on themselves. */
export function checkStages(file: Dockerfile, report: Report): void {
  const environment = globalEnvironment(file.globalArgs, file.escape);
  const names = new Map<string, Stage>();
  for (const stage of file.stages) if (stage.name) names.set(stage.name.value.toLowerCase(), stage);
  const edges: Edge[] = [];
  for (const stage of file.stages) {
    checkBase(file, { stage, environment }, report);
    if (stage.base.kind === 'stage')
      edges.push({ from: stage.index, to: stage.base.stage.index, at: stage.from, place: stage.from.keywordSpan });
    for (const instruction of stage.instructions) {
      for (const { to, place } of findSources(instruction, { stage, file, names }, report)) {
        edges.push({ from: stage.index, to, at: instruction, place });
      }
    }
  }
  const closing = findClosing(file.stages, edges);
  for (const { from, to, at, place } of closing) {
    const stage = nameOf(file.stages, to);
    if (from === to) report('copy-from-self', place, { stage });
    else report('circular-stage-dependency', at.keywordSpan, { stage });
  }
  // A circle is what the builder complains of first.
  for (const { from, to, place } of closing.length > 0 ? [] : edges) {
    if (to > from) report('copy-from-later-stage', place, { stage: nameOf(file.stages, to) });
  }
}

function nameOf(stages: readonly Stage[], index: number): string {
  return stages[index]?.name?.value ?? String(index);
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly at: Instruction;
  /** The name of the stage, in the instruction. */
  readonly place: Span;
}

function checkBase(
  { escape }: Dockerfile,
  { stage, environment }: { stage: Stage; environment: Environment },
  report: Report,
): void {
  const { image, from } = stage;
  checkPlatform(from, { escape, environment }, report);
  if (!image) return;
  const { value, error } = expandText(image.raw, { escape, environment });
  if (error) reportLexError(error, image.span, report);
  else if (value === '') report('blank-image', image.span, { image: image.raw });
  else if (value !== null && stage.base.kind === 'unknown') reportImage(value, image, report);
}

function reportImage(value: string, { span }: Pick<Word, 'span'>, report: Report): void {
  const isCase = value !== value.toLowerCase() && parseImageReference(value.toLowerCase()) !== null;
  report(isCase ? 'image-uppercase' : 'invalid-image', span, { image: value });
}

function checkPlatform(from: Instruction, scope: { escape: string; environment: Environment }, report: Report): void {
  const flag = from.flags.find(({ name }) => name === 'platform');
  if (!flag?.value) return;
  const { value, error } = expandText(flag.value, scope);
  const place = flag.valueSpan ?? flag.span;
  if (error) reportLexError(error, place, report);
  else if (value === '') report('blank-platform', place);
  else if (value !== null && !isPlatform(value)) report('invalid-platform', place, { value });
}

interface SourceContext {
  readonly stage: Stage;
  readonly file: Dockerfile;
  readonly names: ReadonlyMap<string, Stage>;
}

/** The stages that an instruction copies or mounts from. */
function findSources(instruction: Instruction, context: SourceContext, report: Report): Pick<Edge, 'to' | 'place'>[] {
  const { keyword, flags } = instruction;
  if (keyword !== 'COPY' && keyword !== 'RUN') return [];
  const wanted = keyword === 'COPY' ? 'from' : 'mount';
  return flags.flatMap(({ name, value, span, valueSpan }) => {
    if (name !== wanted || !value) return [];
    const place = valueSpan ?? span;
    const to =
      keyword === 'COPY'
        ? findCopySource(value, { ...context, place: { span: place } }, report)
        : context.names.get(mountSource(value))?.index;
    return to === undefined ? [] : [{ to, place }];
  });
}

function mountSource(mount: string): string {
  return (/(?:^|,)from=([^,]*)/i.exec(mount)?.[1] ?? '').toLowerCase();
}

function findCopySource(
  value: string,
  { stage, file, names, place }: SourceContext & { place: Pick<Word, 'span'> },
  report: Report,
): number | undefined {
  const named = names.get(value.toLowerCase());
  if (named) return named.index;
  if (/\$./s.test(value)) {
    report('copy-from-variable', place.span);
    return undefined;
  }
  if (/^[-+]?\d+$/.test(value)) {
    const index = Number(value);
    if (index < 0 || index >= file.stages.length) report('copy-from-index', place.span, { index: value });
    else if (index > stage.index) report('copy-from-later-stage', place.span, { stage: value });
    else return index;
    return undefined;
  }
  if (value !== 'scratch' && !parseImageReference(value)) reportImage(value, place, report);
  return undefined;
}

/** The edges that close a circle of stages. Iterative: chains may be long. */
function findClosing(stages: readonly Stage[], edges: readonly Edge[]): readonly Edge[] {
  // A stage that only needs earlier ones cannot close a circle; most files end here.
  if (edges.every(({ from, to }) => to < from)) return [];
  const closing: Edge[] = [];
  const outgoing = stages.map((): Edge[] => []);
  for (const edge of edges) outgoing[edge.from]?.push(edge);
  const state = stages.map((): 'open' | 'done' | undefined => undefined);
  for (const root of stages) {
    if (state[root.index]) continue;
    const path: { readonly index: number; next: number }[] = [{ index: root.index, next: 0 }];
    state[root.index] = 'open';
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const edge = outgoing[top.index]?.[top.next++];
      if (!edge) {
        state[top.index] = 'done';
        path.pop();
      } else if (state[edge.to] === 'open') closing.push(edge);
      else if (!state[edge.to]) {
        state[edge.to] = 'open';
        path.push({ index: edge.to, next: 0 });
      }
    }
  }
  return closing;
}
