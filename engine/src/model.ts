import type { ContainerSummary, ImageSummary, Message, NetworkSummary, VolumeSummary } from '#core';

/** Where an engine is, and who said so. `host` is empty when a named context cannot be read, else a URL: `unix:///run/docker.sock`, `npipe:////./pipe/docker_engine`, `tcp://…`, `ssh://…`. */
export interface Endpoint {
  readonly host: string;
  readonly source: 'setting' | 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'context' | 'default';
  readonly context: string | null;
  /** True when the environment asks for TLS on a `tcp://` host, which only the `docker` command can then reach. */
  readonly tls?: boolean;
}

/** Reads lines of the caller's world, so that resolution can be tested without touching it. */
export interface EndpointSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  readonly platform: NodeJS.Platform;
  readFile(path: string): string | undefined;
  exists(path: string): boolean;
  /** The user's setting `drydock.engine.host`; empty when unset. */
  readonly setting: string;
}

export interface EngineVersion {
  /** `28.5.2` */
  readonly version: string;
  /** The API version in use: the lower of the engine's and ours. */
  readonly apiVersion: string;
  readonly os: string;
  readonly arch: string;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds to the last byte; each call has a sensible default. */
  readonly deadline?: number;
}

export interface PullProgress {
  readonly status: string;
  /** Layer id or empty. */
  readonly layer: string;
  /** Bytes; 0 when unknown. */
  readonly current: number;
  readonly total: number;
}

export interface LogOptions extends CallOptions {
  readonly follow: boolean;
  readonly tail: number | 'all';
  readonly timestamps?: boolean;
}

export interface LogChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly data: Uint8Array;
}

/** An interactive process in a container: bytes both ways, a terminal size, and how it ended. */
export interface ShellSession {
  write(data: string): void;
  resize(columns: number, rows: number): void;
  onData(listener: (data: Uint8Array) => void): void;
  /** Called once, with the exit code or null when the connection was lost. */
  onEnd(listener: (exitCode: number | null) => void): void;
  close(): void;
}

export type ObjectKind = 'container' | 'image' | 'volume' | 'network';

/** One object that a prune or removal will take, in words that a person can check. */
export interface Doomed {
  readonly kind: ObjectKind;
  readonly id: string;
  readonly name: string;
  /** Bytes, or null when the engine does not say. */
  readonly size: number | null;
}

export interface CreateVolume {
  readonly name: string;
  readonly driver?: string;
  readonly labels?: Readonly<Record<string, string>>;
}
export interface CreateNetwork {
  readonly name: string;
  readonly driver?: string;
  readonly internal?: boolean;
  readonly subnet?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** A list with the records that had an unreadable shape counted, never failing the whole. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly unreadable: number;
}

/** Everything Drydock asks of one Docker engine. Every call may reject with `EngineError` and nothing else. */
export interface Engine {
  readonly endpoint: Endpoint;
  version(options?: CallOptions): Promise<EngineVersion>;
  listContainers(options?: CallOptions): Promise<Listed<ContainerSummary>>;
  listImages(options?: CallOptions): Promise<Listed<ImageSummary>>;
  listVolumes(options?: CallOptions): Promise<Listed<VolumeSummary>>;
  listNetworks(options?: CallOptions): Promise<Listed<NetworkSummary>>;
  startContainer(id: string, options?: CallOptions): Promise<void>;
  stopContainer(id: string, options?: CallOptions): Promise<void>;
  restartContainer(id: string, options?: CallOptions): Promise<void>;
  removeContainer(id: string, remove: { force: boolean; volumes: boolean }, options?: CallOptions): Promise<void>;
  logs(id: string, options: LogOptions): AsyncIterable<LogChunk>;
  openShell(id: string, size: { columns: number; rows: number }, options?: CallOptions): Promise<ShellSession>;
  /** The engine's own JSON. Networks and volumes by id or name. */
  inspect(kind: ObjectKind, id: string, options?: CallOptions): Promise<unknown>;
  /** In-band errors of the stream reject like any other. */
  pullImage(reference: string, onProgress: (progress: PullProgress) => void, options?: CallOptions): Promise<void>;
  removeImage(reference: string, remove: { force: boolean }, options?: CallOptions): Promise<void>;
  createVolume(volume: CreateVolume, options?: CallOptions): Promise<void>;
  removeVolume(name: string, options?: CallOptions): Promise<void>;
  createNetwork(network: CreateNetwork, options?: CallOptions): Promise<void>;
  removeNetwork(id: string, options?: CallOptions): Promise<void>;
  /** What `prune` of this kind would take right now. */
  previewPrune(kind: ObjectKind, options?: CallOptions): Promise<readonly Doomed[]>;
  /** Removes exactly these, one by one; an object that is gone or in use by now is reported, not an error of the whole. */
  prune(doomed: readonly Doomed[], options?: CallOptions): Promise<readonly PruneOutcome[]>;
  close(): void;
}

export interface PruneOutcome {
  readonly object: Doomed;
  /** Also true for an object that was gone already. */
  readonly removed: boolean;
  readonly error: string | null;
  /** The error to translate, where it is a sentence of ours. */
  readonly own?: Message;
}

/** What the views draw: the last complete model, or why there is none. */
export type EngineState =
  | { readonly kind: 'connecting'; readonly endpoint: Endpoint }
  | {
      readonly kind: 'connected';
      readonly endpoint: Endpoint;
      readonly version: EngineVersion;
      readonly model: EngineModel;
    }
  | {
      readonly kind: 'failed';
      readonly endpoint: Endpoint;
      readonly error: EngineErrorKind;
      /** English: the engine's own words, or `own` in English. */
      readonly detail: string;
      /** The detail to translate, where it is a sentence of ours. */
      readonly own?: Message;
      /** What was last seen of this engine. */
      readonly lastModel?: EngineModel;
    };

export interface EngineModel {
  readonly containers: Listed<ContainerSummary>;
  readonly images: Listed<ImageSummary>;
  readonly volumes: Listed<VolumeSummary>;
  readonly networks: Listed<NetworkSummary>;
}

/** Causes a user can act on; the door turns each into a sentence with a next step. */
export type EngineErrorKind =
  /** No socket there: no engine installed, or it never ran. */
  | 'absent'
  /** A socket nobody answers on, a refused or lost connection. */
  | 'unreachable'
  /** No permission on the socket, or the engine refused the credentials. */
  | 'denied'
  /** Something answers that is no Docker engine. */
  | 'protocol'
  /** An engine older than we can talk to, or one that no longer speaks our API. */
  | 'unsupported'
  | 'timeout'
  | 'not-found'
  | 'conflict'
  | 'cancelled'
  /** The engine itself says no; `detail` holds its words. */
  | 'failed';
