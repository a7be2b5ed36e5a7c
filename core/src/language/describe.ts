import { ancestorsOf, type Dockerfile, type Stage } from '../dockerfile/index.ts';
import type { Knowledge } from '../lint/index.ts';
import { formatSize, message, type Message } from '../text/index.ts';
import { describeStart } from './describe-image.ts';
import { findStageState, type ScopeVariable, type StageState } from './dockerfile-scope.ts';
import { platformArgs } from './dockerfile-syntax.data.ts';
import type { RichText } from './model.ts';
import { code, say } from './rich-text.ts';

/** Where a variable gets its value. */
export function describeOrigin({ name, origin }: ScopeVariable): Message {
  switch (origin) {
    case 'global':
      return message('A build argument from above the first FROM.');
    case 'arg':
      return message('A build argument of this stage.');
    case 'env':
      return message('An environment variable, set by ENV.');
    case 'image':
      return message('An environment variable of the base image.');
    case 'platform':
      return platformArgs.find(({ value }) => value === name)?.summary ?? message('Filled in by BuildKit.');
  }
}

/** What a stage is built on, and as whom, where and with what its containers start. */
export function describeStage(stage: Stage, knowledge: Knowledge, file?: Dockerfile): RichText {
  const state = findStageState(stage, knowledge, file);
  const { user } = state;
  const index = String(stage.index);
  return [
    ...code('dockerfile', stage.from.code.trim().replace(/\s+/g, ' ')),
    ...say(
      stage.name
        ? message('Stage {index}, called `{name}`.', { index, name: stage.name.value })
        : message('Stage {index}, without a name.', { index }),
    ),
    ...describeBase(stage, state),
    ...(user === null
      ? say(message('No USER is set: the base image decides, often root.'))
      : say(message('Runs as `{user}`.', { user: user === '' ? 'root' : user }))),
    ...describeStart(state),
  ];
}

/** The whole chain of bases, and how large the image at its end is. */
function describeBase(stage: Stage, { image, facts }: StageState): RichText {
  if (image === null) return [];
  const chain = ancestorsOf(stage).slice(1);
  const names = chain.slice(0, longestChain).map((each) => each.name?.value ?? String(each.index));
  const shown = chain.length > longestChain ? [...names, '…'] : names;
  return [
    ...(shown.length === 0
      ? say(message('Built on `{image}`.', { image }))
      : say(message('Built on `{stages}`, in the end on `{image}`.', { stages: shown.join(' → '), image }))),
    ...(facts?.size === undefined
      ? []
      : say(message('`{image}` takes {size} on this engine.', { image, size: formatSize(facts.size) }))),
  ];
}

const longestChain = 5;
