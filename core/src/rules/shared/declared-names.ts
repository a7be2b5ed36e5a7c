import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';
import type { Knowledge } from '../../lint/index.ts';
import { imageVariables } from './image-env.data.ts';
import { getImageName } from './images.ts';

/** The variables that are declared at one place of a stage. */
export interface DeclaredNames {
  has(name: string): boolean;
  /** True where nothing but this file and what an engine tells can set a variable. */
  readonly isCertain: boolean;
  /** Those of the stage itself, for suggestions. */
  readonly own: ReadonlySet<string>;
}

/**
 * Visits every instruction of every stage with the variables declared before it, in its stage and in those it is built
 * on. `declare` of a visitor's turn comes first for what an instruction may see of itself, as in `ARG A=1 B=$A`.
 */
export function eachDeclared(
  file: Dockerfile,
  knowledge: Knowledge,
  visit: (instruction: Instruction, names: DeclaredNames, stage: Stage) => void,
): void {
  const scopes = new Map<Stage, Scope>();
  for (const stage of file.stages) {
    const parent = stage.base.kind === 'stage' ? scopes.get(stage.base.stage) : undefined;
    const scope = createScope(parent ?? createBase(stage, knowledge));
    scopes.set(stage, scope);
    for (const instruction of stage.instructions) {
      visit(instruction, scope, stage);
      if (instruction.keyword !== 'ARG' && instruction.keyword !== 'ENV') continue;
      for (const { name } of instruction.assignments) scope.own.add(name.value);
    }
  }
}

interface Scope extends DeclaredNames {
  readonly own: Set<string>;
  readonly depth: number;
}

/** A chain of more stages than anybody writes; what lies behind is taken for declared. */
const deepestChain = 200;

function createScope(parent: Omit<Scope, 'own'>): Scope {
  const own = new Set<string>();
  const depth = parent.depth + 1;
  return {
    own,
    depth,
    isCertain: parent.isCertain,
    has: (name) => own.has(name) || depth > deepestChain || parent.has(name),
  };
}

/** What the image below a stage sets: by an engine's word, by what is commonly known, or PATH at least. */
function createBase({ base, resolvedImage }: Stage, knowledge: Knowledge): Omit<Scope, 'own'> {
  const facts = base.kind === 'image' && resolvedImage !== null ? knowledge.image(resolvedImage)?.env : undefined;
  const known = new Set(['PATH', ...Object.keys(facts ?? {}), ...(facts ? [] : findImageVariables(base))]);
  return { depth: 0, isCertain: base.kind === 'scratch' || facts !== undefined, has: (name) => known.has(name) };
}

function findImageVariables(base: Stage['base']): readonly string[] {
  if (base.kind !== 'image') return [];
  const name = getImageName(base.image);
  return imageVariables.filter((entry) => entry.name.test(name)).flatMap(({ variables }) => variables.split(' '));
}
