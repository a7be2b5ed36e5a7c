import type { Dockerfile, Stage, Word } from '../dockerfile/index.ts';
import { message, type Message } from '../text/index.ts';
import { findSourceNames } from './name-stages.ts';
import type { Named } from './named.ts';

/** Why a stage cannot be renamed at all: it has no name, or FROM may reach it through a variable. */
export function refuseStage(file: Dockerfile, named: Named): Message | undefined {
  const stage = stageOf(file, named);
  if (!stage?.name) return message('This stage has no name yet; write `AS name` behind its image.');
  const hidden = named.occurrences.some(({ form }) => form === 'variable');
  const name = stage.name.value.toLowerCase();
  const image = file.stages.find((each) =>
    each.image && hidden && each.base.kind === 'stage' && each.base.stage === stage
      ? isVariable(each.image)
      : mayMean(each.image, name),
  )?.image;
  if (!image) return undefined;
  return message('`FROM {image}` may reach this stage through a variable, where a rename cannot follow.', {
    image: image.raw,
  });
}

const reserved: ReadonlySet<string> = new Set(['scratch', 'context']);

/** Why a stage cannot take a name. */
export function refuseStageName(file: Dockerfile, named: Named, newName: string): Message | undefined {
  const name = newName.toLowerCase();
  if (!/^[a-z][a-z0-9._-]*$/.test(name)) {
    return message('`{name}` cannot name a stage: begin with a letter, then letters, digits, `-`, `_` and `.`.', {
      name: newName,
    });
  }
  if (reserved.has(name)) return message('`{name}` is a name that Docker keeps for itself.', { name: newName });
  const own = stageOf(file, named);
  if (file.stages.some((stage) => stage !== own && stage.name?.value.toLowerCase() === name)) {
    return message('A stage of this file is called `{name}` already.', { name: newName });
  }
  const isOwn = own?.name?.value.toLowerCase() === name;
  if (!isOwn && namesImage(file, name)) {
    return message('`{name}` names an image in this file, and a stage of that name would take its place.', {
      name: newName,
    });
  }
  return undefined;
}

function stageOf(file: Dockerfile, { occurrences }: Named): Stage | undefined {
  const index = occurrences[0]?.stage ?? null;
  return index === null ? undefined : file.stages[index];
}

function namesImage(file: Dockerfile, name: string): boolean {
  if (file.stages.some(({ image }) => image?.value.toLowerCase() === name || mayMean(image, name))) return true;
  return file.instructions.some((outer) =>
    findSourceNames(outer.inner ?? outer).some((source) => source.name.toLowerCase() === name),
  );
}

function isVariable({ raw }: Word): boolean {
  return raw.includes('$');
}

/** True for `build-$TARGETARCH` and `build-amd64`: what stands around the variables fits. A variable alone fits nothing. */
function mayMean(image: Word | null, name: string): boolean {
  if (!image || !isVariable(image)) return false;
  const parts = image.raw.toLowerCase().split(/\$\{[^}$]*\}|\$\w+/);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (first === '' && last === '') return false;
  return name.length >= first.length + last.length && name.startsWith(first) && name.endsWith(last);
}
