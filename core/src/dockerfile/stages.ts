import { parseImageReference } from './image-reference.ts';
import type { Dockerfile, Instruction, Stage, StageBase, Word } from './model.ts';
import { expandText, globalEnvironment, type Environment } from './variables.ts';

/** Groups instructions into stages and finds what each builds on. Linear in their number. */
export function resolveStages(instructions: readonly Instruction[], escape: string): Stage[] {
  const environment = globalEnvironment(instructions, escape);
  const byName = new Map<string, Stage>();
  const stages: Stage[] = [];
  let at = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  while (at >= 0 && at < instructions.length) {
    let next = at + 1;
    while (next < instructions.length && instructions[next]?.keyword !== 'FROM') next++;
    const members = instructions.slice(at, next);
    const stage = resolveStage(members, { index: stages.length, escape, environment, byName });
    if (!stage) break;
    stages.push(stage);
    if (stage.name) byName.set(stage.name.value.toLowerCase(), stage);
    at = next;
  }
  return stages;
}

interface StageContext {
  readonly index: number;
  readonly escape: string;
  readonly environment: Environment;
  readonly byName: ReadonlyMap<string, Stage>;
}

function resolveStage(members: readonly Instruction[], context: StageContext): Stage | undefined {
  const from = members[0];
  if (!from) return undefined;
  const [image = null, as, named = null] = from.args;
  const name = as?.value.toLowerCase() === 'as' ? named : null;
  const resolvedImage = image && resolveImage(image, context);
  return {
    index: context.index,
    from,
    name,
    image,
    resolvedImage,
    base: resolveBase(resolvedImage, context.byName),
    instructions: members,
    span: { start: from.span.start, end: members.at(-1)?.span.end ?? from.span.end },
  };
}

function resolveImage(image: Word, { escape, environment }: StageContext): string | null {
  const { value } = expandText(image.raw, { escape, environment });
  return value === null || value === '' ? null : value;
}

function resolveBase(image: string | null, byName: ReadonlyMap<string, Stage>): StageBase {
  if (image === null) return { kind: 'unknown' };
  // The builder lower-cases the names it keeps, but not what FROM asks for: `FROM Build` is an image, and refused.
  const stage = byName.get(image);
  if (stage) return { kind: 'stage', stage };
  if (image === 'scratch') return { kind: 'scratch' };
  const reference = parseImageReference(image);
  return reference ? { kind: 'image', image: reference } : { kind: 'unknown' };
}

/** The stage, then the stages it builds on, nearest first. */
export function ancestorsOf(stage: Stage): Stage[] {
  const found: Stage[] = [];
  let current: Stage | undefined = stage;
  while (current) {
    found.push(current);
    current = current.base.kind === 'stage' ? current.base.stage : undefined;
  }
  return found;
}

/** The stage that a build without `--target` makes. */
export function finalStage(file: Dockerfile): Stage | undefined {
  return file.stages.at(-1);
}

/** The stage that `COPY --from=`, a mount or `--target` names: by name without case, or by number. */
export function findStage(file: Dockerfile, name: string): Stage | undefined {
  const wanted = name.toLowerCase();
  const named = file.stages.filter((stage) => stage.name?.value.toLowerCase() === wanted).at(-1);
  if (named) return named;
  return /^\d+$/.test(name) ? file.stages[Number(name)] : undefined;
}
