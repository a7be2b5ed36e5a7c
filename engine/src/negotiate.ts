import { message } from '#core';
import { EngineError } from './error.ts';
import { asObject, type Json, text } from './fields.ts';
import { needsCommand } from './agents.ts';
import { path } from './paths.ts';
import type { CallOptions, EngineVersion } from './model.ts';
import type { Wire } from './wire.ts';

/** The newest version of the API that the tests run against. Newer engines still speak it. */
const newest = '1.51';
/** Engine 20.10. What is older lacks shapes that the lists rely on. */
const oldest = '1.41';

/**
 * Asks who is there and settles the version of the API for every later call: the lower of the engine's and ours.
 * The whole answer must come within a deadline that lets a view say "not responding" within two seconds.
 */
export async function negotiate(wire: Wire, options: CallOptions | undefined): Promise<EngineVersion> {
  await greet(wire, options);
  const version = await readVersion(wire, options);
  wire.pin(version.apiVersion);
  return version;
}

/** How often a greeting is repeated whose failure says nothing. */
const greetings = 3;

/**
 * Pings. When ssh refuses before the command has written its first byte, the command complains of a broken pipe instead
 * of telling what ssh said; asked again, it usually does.
 */
async function greet(wire: Wire, options: CallOptions | undefined): Promise<void> {
  for (let left = greetings; ; left--) {
    try {
      await ping(wire, options);
      return;
    } catch (error) {
      const isMute = error instanceof EngineError && /stdin to stream/i.test(error.message);
      if (!isMute || left <= 1) throw error;
    }
  }
}

export async function readVersion(wire: Wire, options: CallOptions | undefined): Promise<EngineVersion> {
  const answer = asObject(
    await wire.json({ method: 'GET', path: path('version'), options, deadline: greetingDeadline(wire) }),
  );
  const apiVersion = answer === undefined ? '' : text(answer, 'ApiVersion');
  if (answer === undefined || !/^\d+\.\d+$/.test(apiVersion)) {
    throw new EngineError('protocol', message('The answer names no version of the Docker Engine API.'));
  }
  return {
    version: text(answer, 'Version'),
    apiVersion: agree(answer, apiVersion),
    os: text(answer, 'Os'),
    arch: text(answer, 'Arch'),
  };
}

/** True when the engine answers at all, and as an engine. */
export async function ping(wire: Wire, options: CallOptions | undefined): Promise<void> {
  const response = await wire.stream({ method: 'GET', path: path('_ping'), options, deadline: greetingDeadline(wire) });
  response.resume();
  // Every engine since API 1.24 names its version here, and nothing else does.
  if (response.headers['api-version'] === undefined) {
    throw new EngineError('protocol', message('Something that is no Docker engine answered.'));
  }
}

/** A socket of this machine answers at once or is not well; ssh and TLS need time to shake hands. */
function greetingDeadline(wire: Wire): number {
  return needsCommand(wire.endpoint) ? 15_000 : 1_800;
}

function agree(answer: Json, engine: string): string {
  const least = text(answer, 'MinAPIVersion');
  const release = text(answer, 'Version');
  if (compare(engine, oldest) < 0) {
    throw new EngineError(
      'unsupported',
      message('Engine {release} speaks API {engine}; the oldest that Drydock can use is {oldest} (Engine 20.10).', {
        release,
        engine,
        oldest,
      }),
    );
  }
  if (least !== '' && compare(least, newest) > 0) {
    throw new EngineError(
      'unsupported',
      message('Engine {release} asks for API {least} or newer; this Drydock speaks up to {newest}.', {
        release,
        least,
        newest,
      }),
    );
  }
  return compare(engine, newest) < 0 ? engine : newest;
}

/** Negative when `a` is the older one. */
export function compare(a: string, b: string): number {
  const [aMajor = 0, aMinor = 0] = a.split('.').map(Number);
  const [bMajor = 0, bMinor = 0] = b.split('.').map(Number);
  return aMajor - bMajor || aMinor - bMinor;
}
