import { platformArgs, predefinedArgs, type Dockerfile, type Stage } from '../dockerfile/index.ts';
import { message, type Message } from '../text/index.ts';
import type { Named } from './named.ts';
import type { Names } from './names.ts';
import { findBuilderUses, findSecretVariables, findShellUses } from './variable-uses.ts';

/** What BuildKit itself reads or fills in beside platforms and proxies. */
const builderArgs: ReadonlySet<string> = new Set([...platformArgs, 'SOURCE_DATE_EPOCH']);
/** What the system, or a container's runtime, gives a meaning to. */
const systemVariables: ReadonlySet<string> = new Set([
  'HOME',
  'HOSTNAME',
  'IFS',
  'LD_LIBRARY_PATH',
  'PATH',
  'PWD',
  'TERM',
]);

function isReserved(name: string): boolean {
  return builderArgs.has(name) || predefinedArgs.includes(name.toUpperCase()) || name.startsWith('BUILDKIT_');
}

/** Why a variable keeps its name whatever the new one is. */
export function refuseVariable({ kind, name }: Named): Message | undefined {
  if (isReserved(name)) return message('`{name}` belongs to BuildKit, which looks for exactly this name.', { name });
  if (kind === 'env' && systemVariables.has(name)) {
    return message('`{name}` has a meaning to every program of the container and keeps its name.', { name });
  }
  return undefined;
}

interface NewVariable {
  readonly named: Named;
  readonly newName: string;
  readonly names: Names;
}

/** Why a variable cannot take a name. */
export function refuseVariableName(file: Dockerfile, given: NewVariable): Message | undefined {
  const name = given.newName;
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return message('`{name}` cannot name a variable: begin with a letter or `_`, then letters, digits and `_`.', {
      name,
    });
  }
  if (isReserved(name)) return message('`{name}` belongs to BuildKit, which looks for exactly this name.', { name });
  if (systemVariables.has(name)) {
    return message('`{name}` has a meaning to every program of the container; choose another name.', { name });
  }
  return isTaken(file, given) ? message('A variable `{name}` is used here already.', { name }) : undefined;
}

/** True when the name is declared or read wherever the variable counts: one of them would hide the other. */
function isTaken(file: Dockerfile, { named, newName, names }: NewVariable): boolean {
  const related = relatedStages(file, named);
  const others = names.all.filter(({ kind, name }) => name === newName && (kind === 'arg' || kind === 'env'));
  // Two ARGs of one name are one to `--build-arg`, wherever they stand.
  if (others.some(({ kind }) => kind === 'arg' && named.kind === 'arg')) return true;
  if (others.some(({ occurrences }) => occurrences.some(({ stage }) => related.has(stage)))) return true;
  return file.instructions.some((outer) => {
    if (!related.has(outer.stage) || !file.text.slice(outer.span.start, outer.span.end).includes(newName)) return false;
    const inner = outer.keyword === 'ONBUILD' ? (outer.inner ?? outer) : outer;
    if (findSecretVariables(inner).has(newName)) return true;
    const uses = [...findBuilderUses(inner, file), ...findShellUses(inner.inner ?? inner, file.text)];
    return uses.some(({ name }) => name === newName);
  });
}

/** The stages in which a variable occurs, those they are built on, and those built on them. */
function relatedStages({ stages }: Dockerfile, { occurrences }: Named): ReadonlySet<number | null> {
  const own = new Set(occurrences.map(({ stage }) => stage));
  const below = new Set(own);
  for (const stage of stages) if (baseIn(stage, below)) below.add(stage.index);
  const above = new Set(own);
  for (const stage of stages.toReversed()) {
    if (above.has(stage.index) && stage.base.kind === 'stage') above.add(stage.base.stage.index);
  }
  return new Set([...below, ...above]);
}

function baseIn({ base }: Stage, set: ReadonlySet<number | null>): boolean {
  return base.kind === 'stage' && set.has(base.stage.index);
}
