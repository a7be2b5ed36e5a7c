import { EngineError } from './error.ts';
import { objectPath, path } from './paths.ts';
import type { CallOptions, CreateNetwork, CreateVolume, ObjectKind } from './model.ts';
import type { Wire } from './wire.ts';

/** A container may ask for its own time to stop; the engine then kills it. This only ends the waiting for an engine that hangs. */
const stopDeadline = 300_000;
const verbDeadline = 60_000;

/** Already being so is success: the engine answers 304, which is none of the caller's business. */
export async function changeContainer(
  wire: Wire,
  id: string,
  verb: 'start' | 'stop' | 'restart',
  options?: CallOptions,
): Promise<void> {
  const deadline = verb === 'start' ? verbDeadline : stopDeadline;
  await wire.json({ method: 'POST', path: objectPath('container', id, verb), options, deadline });
}

export interface Removal {
  readonly force?: boolean;
  /** Also the anonymous volumes of a container. */
  readonly volumes?: boolean;
  readonly options?: CallOptions | undefined;
}

/** What is gone already is removed; an object in use rejects with 'conflict' and the engine's reason. */
export async function remove(wire: Wire, kind: ObjectKind, id: string, removal: Removal): Promise<void> {
  const query = {
    ...(removal.force === true ? { force: true } : {}),
    ...(removal.volumes === true ? { v: true } : {}),
  };
  try {
    const address = objectPath(kind, id);
    await wire.json({ method: 'DELETE', path: address, query, options: removal.options, deadline: verbDeadline });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.kind === 'not-found') return;
    throw asConflict(kind, error);
  }
}

/** A network with containers in it is refused as 403, which elsewhere means a lack of rights. */
function asConflict(kind: ObjectKind, error: EngineError): EngineError {
  if (kind !== 'network' || error.status !== 403) return error;
  return new EngineError('conflict', error.own ?? error.message, { status: 403, cause: error });
}

export async function createVolume(wire: Wire, volume: CreateVolume, options?: CallOptions): Promise<void> {
  const body = { Name: volume.name, Driver: volume.driver ?? 'local', Labels: volume.labels ?? {} };
  await wire.json({ method: 'POST', path: path('volumes', 'create'), body, options, deadline: verbDeadline });
}

export async function createNetwork(wire: Wire, network: CreateNetwork, options?: CallOptions): Promise<void> {
  const body = {
    Name: network.name,
    // Two networks of one name can only be told apart by id, so the engine is asked to refuse the second.
    CheckDuplicate: true,
    Driver: network.driver ?? 'bridge',
    Internal: network.internal === true,
    Labels: network.labels ?? {},
    ...(network.subnet === undefined ? {} : { IPAM: { Config: [{ Subnet: network.subnet }] } }),
  };
  await wire.json({ method: 'POST', path: path('networks', 'create'), body, options, deadline: verbDeadline });
}
