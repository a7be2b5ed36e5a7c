import type { Message } from '../../text/index.ts';
import type { YamlMap } from '../render/yaml.ts';

/** A backing service: which packages prove it, and what its container looks like. */
export interface Service {
  readonly id: string;
  /** Packages by stack. Names that end in `*` stand for every name that begins so. */
  readonly drivers: Readonly<Record<string, readonly string[]>>;
  /** Packages that speak to a cloud's form of it over HTTP, which a container of the service does not answer. */
  readonly cloud: Readonly<Record<string, readonly string[]>>;
  /** Schemes of its connection URLs. */
  readonly schemes: readonly string[];
  /** The service's block in compose.yaml, without the parts that all services share. */
  compose(): YamlMap;
  /** Named volumes of it, as `name: path in the container`. */
  readonly volume: { readonly name: string; readonly path: string };
  /** The value of an environment variable by which an application reaches it, or undefined for other names. */
  valueOf(variable: string, project: ServiceSetting): string | undefined;
  /** Variables that applications get when none of theirs is known. */
  readonly defaultEnv: readonly string[];
  /** Variables that the user must set in `.env`, with the example value. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What the user should do about the secrets. */
  readonly note: Message | null;
}

export interface ServiceSetting {
  /** Scheme that the application's driver understands, such as `postgresql+asyncpg`. */
  readonly scheme: string | null;
}
