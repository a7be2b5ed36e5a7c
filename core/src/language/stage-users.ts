import { expandText, type Environment, type Instruction, type Stage } from '../dockerfile/index.ts';
import type { Knowledge } from '../lint/index.ts';

/** As whom a stage runs at its end, and who says so. */
export interface StageUser {
  readonly name: string;
  readonly origin:
    | { readonly kind: 'stage' | 'base' | 'nobody' }
    /** The local image of this reference. */
    | { readonly kind: 'image'; readonly image: string };
}

export interface UserFinder {
  /** Is shown every instruction of every stage in order, with what its variables mean there. */
  visit(instruction: Instruction, environment: Environment, stage: Stage): void;
  /** Undefined when nobody knows: the base image is not at hand, or a variable has no value. */
  get(stage: Stage): StageUser | undefined;
}

export function createUserFinder(knowledge: Knowledge, escape: string): UserFinder {
  const users = new Map<Stage, StageUser | undefined>();
  /** What `ONBUILD USER` of a stage leaves for the stages right on top of it. */
  const triggers = new Map<Stage, Instruction>();
  const read = ({ args }: Instruction, environment: Environment): StageUser | undefined => {
    const [word] = args;
    const value = word && expandText(word.raw, { escape, environment }).value;
    return value ? { name: value, origin: { kind: 'stage' } } : undefined;
  };
  return {
    visit(instruction, environment, stage) {
      const { keyword, inner } = instruction;
      if (keyword === 'USER') users.set(stage, read(instruction, environment));
      if (keyword === 'ONBUILD' && inner?.keyword === 'USER') triggers.set(stage, inner);
      if (keyword !== 'FROM') return;
      const trigger = stage.base.kind === 'stage' ? triggers.get(stage.base.stage) : undefined;
      const user = trigger ? read(trigger, environment) : readBase(stage, users, knowledge);
      users.set(stage, trigger && user ? { ...user, origin: { kind: 'base' } } : user);
    },
    get: (stage) => users.get(stage),
  };
}

function readBase(
  { base, resolvedImage }: Stage,
  users: ReadonlyMap<Stage, StageUser | undefined>,
  knowledge: Knowledge,
): StageUser | undefined {
  const root: StageUser = { name: 'root', origin: { kind: 'nobody' } };
  if (base.kind === 'scratch') return root;
  if (base.kind === 'stage') {
    const user = users.get(base.stage);
    return user?.origin.kind === 'stage' ? { name: user.name, origin: { kind: 'base' } } : user;
  }
  const user = resolvedImage === null ? undefined : knowledge.image(resolvedImage)?.user;
  if (user === undefined || resolvedImage === null) return undefined;
  return user === '' ? root : { name: user, origin: { kind: 'image', image: resolvedImage } };
}
