import type { Message } from '../../text/index.ts';
import type { AppFacts, Evidence, Refusal } from '../model.ts';
import type { Survey } from '../survey.ts';

/** That an application talks to a service. */
export interface ServiceUse {
  readonly service: string;
  readonly need: 'required' | 'optional' | 'embedded';
  readonly evidence: Evidence;
}

/** What a stack makes of one folder that holds one of its manifests. */
export interface Detection {
  readonly app?: AppFacts;
  readonly uses?: readonly ServiceUse[];
  readonly refusal?: Refusal;
  /** True when the refusal is worth telling only if nothing else was found: a folder of tools, a workspace root. */
  readonly quiet?: boolean;
  readonly warnings?: readonly Message[];
}

/** What an application needs of its container beside its image. */
export interface ContainerNeeds {
  /** `uid:gid` of the final stage. */
  readonly user: string;
  /** Folders that the application writes and may lose. */
  readonly scratch: readonly string[];
}

/** One technology: how its applications are recognised, and what their image looks like. */
export interface Stack {
  readonly id: string;
  /** Folders that are worth a look, by the files in them. */
  isHere(names: ReadonlySet<string>): boolean;
  detect(survey: Survey, folder: string): Promise<Detection>;
  renderDockerfile(app: AppFacts): string;
  /** Patterns of `.dockerignore` beyond the common ones. */
  ignore(app: AppFacts): readonly string[];
  needs(app: AppFacts): ContainerNeeds;
}
