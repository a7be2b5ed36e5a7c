import type { Dockerfile, Stage } from '../dockerfile/index.ts';
import type { Knowledge } from '../lint/index.ts';
import { message, type Message } from '../text/index.ts';
import { findStageState, type ScopeVariable } from './dockerfile-scope.ts';
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

/** What a stage is built on, and as whom and where its containers start. */
export function describeStage(stage: Stage, knowledge: Knowledge, file?: Dockerfile): RichText {
  const { image, user, workDir } = findStageState(stage, knowledge, file);
  const index = String(stage.index);
  return [
    ...code('dockerfile', stage.from.code.trim().replace(/\s+/g, ' ')),
    ...say(
      stage.name
        ? message('Stage {index}, called `{name}`.', { index, name: stage.name.value })
        : message('Stage {index}, without a name.', { index }),
    ),
    ...(image === null ? [] : say(message('Built on `{image}`.', { image }))),
    ...(user === null
      ? say(message('No USER is set: the base image decides, often root.'))
      : say(message('Runs as `{user}`.', { user: user === '' ? 'root' : user }))),
    ...(workDir ? say(message('Working directory `{path}`.', { path: workDir })) : []),
  ];
}
