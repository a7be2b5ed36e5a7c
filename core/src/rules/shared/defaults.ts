import type { Environment, Instruction } from '../../dockerfile/index.ts';

/** What a build without any `--build-arg` sees: an ARG without a default is empty there, not unknown. */
export function withoutBuildArgs(environment: Environment, openArgs: ReadonlySet<string>): Environment {
  return {
    get: (name) => environment.get(name) ?? (openArgs.has(name) ? '' : null),
    names: () => environment.names(),
  };
}

/** The names of ARG instructions without a default, which only a build fills. */
export function findOpenArgs(instructions: readonly Instruction[]): ReadonlySet<string> {
  const open = new Set<string>();
  for (const { keyword, assignments } of instructions) {
    if (keyword !== 'ARG') continue;
    for (const { name, value } of assignments) if (!value) open.add(name.value);
  }
  return open;
}
