/** What an engine looks like at one moment, as plain data: no calls, no handles. Times are ISO 8601 in UTC. */
export interface ContainerSummary {
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  readonly image: string;
  readonly imageId: string;
  readonly command: string;
  readonly created: string;
  readonly state: ContainerState;
  /** The engine's own words: `Up 3 minutes (healthy)`. */
  readonly status: string;
  readonly health: 'healthy' | 'unhealthy' | 'starting' | null;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly PublishedPort[];
  readonly networks: readonly string[];
  readonly mounts: readonly MountSummary[];
}

export type ContainerState =
  'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead' | 'unknown';

export interface PublishedPort {
  /** Empty when the port is only exposed. */
  readonly hostIp: string;
  readonly hostPort: number | null;
  readonly containerPort: number;
  readonly protocol: string;
}

export interface MountSummary {
  readonly type: string;
  /** Volume name or host path. */
  readonly source: string;
  readonly destination: string;
  readonly readOnly: boolean;
}

export interface ImageSummary {
  readonly id: string;
  /** `repository:tag`; empty for a dangling image. */
  readonly tags: readonly string[];
  readonly digests: readonly string[];
  readonly created: string;
  /** Bytes. */
  readonly size: number;
  readonly labels: Readonly<Record<string, string>>;
}

export interface VolumeSummary {
  readonly name: string;
  readonly driver: string;
  readonly mountpoint: string;
  readonly created: string | null;
  readonly labels: Readonly<Record<string, string>>;
}

export interface NetworkSummary {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly scope: string;
  readonly internal: boolean;
  readonly created: string | null;
  readonly labels: Readonly<Record<string, string>>;
}

export const composeProjectLabel = 'com.docker.compose.project';
export const composeServiceLabel = 'com.docker.compose.service';
