import type { BuildStageArguments } from '#core';
import type { Endpoint } from '#engine';

/** How `docker` is started: words as it gets them, so that no shell has to quote them. */
export interface BuildCall {
  readonly args: readonly string[];
  /** What its environment has over ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** `docker build` of one stage, with the Dockerfile's folder as its context, on the engine that the views show. */
export function planBuild(
  { file, folder, target }: { readonly file: string; readonly folder: string; readonly target: string | null },
  { source, host }: Pick<Endpoint, 'source' | 'host'>,
): BuildCall {
  const stage = target === null ? [] : ['--target', target];
  // What `docker` finds by itself is what the views found; only our own setting has to be told to it.
  const env: Readonly<Record<string, string>> = source === 'setting' && host !== '' ? { DOCKER_HOST: host } : {};
  return { args: ['build', ...stage, '--file', file, folder], env };
}

/** What a code lens of our own server hands over; undefined for anything else that calls the command. */
export function readBuildArguments(given: unknown): BuildStageArguments | undefined {
  if (typeof given !== 'object' || given === null || !('uri' in given) || !('target' in given)) return undefined;
  const { uri, target } = given;
  return typeof uri === 'string' && (target === null || typeof target === 'string') ? { uri, target } : undefined;
}
