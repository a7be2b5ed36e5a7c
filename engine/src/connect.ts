import { message } from '#core';
import { findRegistryAuth } from './credentials.ts';
import { EngineError } from './error.ts';
import { listContainers, listImages, listNetworks, listVolumes } from './lists.ts';
import { readLogs } from './logs.ts';
import { negotiate, readVersion } from './negotiate.ts';
import { objectPath } from './paths.ts';
import { previewPrune, prune } from './prune.ts';
import { pullImage } from './pull.ts';
import { openShell } from './shell.ts';
import { systemSources } from './system-sources.ts';
import { changeContainer, createNetwork, createVolume, remove } from './verbs.ts';
import { openWire, type Wire } from './wire.ts';
import type { CallOptions, Endpoint, Engine, EngineVersion } from './model.ts';

/**
 * Connects to exactly this engine and settles the version of the API with it. Rejects with the cause when nobody is
 * there, nobody answers, or what answers is no engine that we can use. No connection is kept open between calls.
 */
export async function connectEngine(endpoint: Endpoint, options?: CallOptions): Promise<Engine> {
  const { engine } = await openEngine(endpoint, options);
  return engine;
}

/** For this room: the engine together with the wire it speaks through. */
export interface OpenEngine {
  readonly engine: Engine;
  readonly wire: Wire;
  readonly version: EngineVersion;
}

export async function openEngine(endpoint: Endpoint, options?: CallOptions): Promise<OpenEngine> {
  const wire = await openWire(endpoint);
  try {
    const version = await negotiate(wire, options);
    return { engine: engineOver(wire, version), wire, version };
  } catch (error) {
    wire.close();
    throw error;
  }
}

function engineOver(wire: Wire, version: EngineVersion): Engine {
  return {
    endpoint: wire.endpoint,
    version: (options) => readVersion(wire, options),
    listContainers: (options) => listContainers(wire, options),
    listImages: (options) => listImages(wire, options),
    listVolumes: (options) => listVolumes(wire, options),
    listNetworks: (options) => listNetworks(wire, options),
    startContainer: (id, options) => changeContainer(wire, id, 'start', options),
    stopContainer: (id, options) => changeContainer(wire, id, 'stop', options),
    restartContainer: (id, options) => changeContainer(wire, id, 'restart', options),
    removeContainer: (id, removal, options) => remove(wire, 'container', id, { ...removal, options }),
    logs: (id, options) => readLogs(wire, id, options),
    openShell: (id, size, options) => openShell(wire, id, size, options),
    inspect: (kind, id, options) => inspect(wire, kind, id, options),
    pullImage: async (reference, onProgress, options) => {
      const registryAuth = await findRegistryAuth(reference, systemSources(''));
      return pullImage(wire, { reference, registryAuth }, onProgress, options);
    },
    removeImage: (reference, removal, options) => remove(wire, 'image', reference, { ...removal, options }),
    createVolume: (volume, options) => createVolume(wire, volume, options),
    removeVolume: (name, options) => remove(wire, 'volume', name, { options }),
    createNetwork: (network, options) => createNetwork(wire, network, options),
    removeNetwork: (id, options) => remove(wire, 'network', id, { options }),
    previewPrune: (kind, options) => previewPrune(wire, version, kind, options),
    prune: (doomed, options) => prune(wire, doomed, options),
    close: () => wire.close(),
  };
}

async function inspect(wire: Wire, kind: Parameters<Engine['inspect']>[0], id: string, options?: CallOptions) {
  const rest = kind === 'container' || kind === 'image' ? ['json'] : [];
  const answer = await wire.json({ method: 'GET', path: objectPath(kind, id, ...rest), options, deadline: 15_000 });
  if (answer === undefined || answer === null)
    throw new EngineError('protocol', message('The engine described nothing.'));
  return answer;
}
