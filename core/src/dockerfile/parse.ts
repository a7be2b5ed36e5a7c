import type { Dockerfile } from './model.ts';

/** Reads a Dockerfile as BuildKit does. Never throws: what BuildKit would refuse is in `problems`. */
export function parseDockerfile(text: string): Dockerfile {
  return {
    text,
    escape: '\\',
    directives: [],
    comments: [],
    instructions: [],
    globalArgs: [],
    stages: [],
    problems: [],
  };
}
