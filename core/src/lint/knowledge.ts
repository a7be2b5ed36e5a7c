import type { AskShellcheck } from './shellcheck.ts';

/** What is known of an image beside its name, usually from the local engine's cache. Fields are absent when unknown. */
export interface ImageFacts {
  /** `Config.User`; an empty string means root. */
  readonly user?: string;
  readonly workingDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly hasHealthcheck?: boolean;
  readonly repoTags?: readonly string[];
  readonly repoDigests?: readonly string[];
}

/** Facts from outside the text. Reading them never waits: they come from caches that somebody else fills. */
export interface Knowledge {
  /** Facts of an image by the reference as written (`alpine:3.23`), or undefined when nobody knows. */
  image(reference: string): ImageFacts | undefined;
  /** What shellcheck says of a script, or undefined while it has not been asked; absent where there is no shellcheck. */
  readonly shellcheck?: AskShellcheck | undefined;
}

export const noKnowledge: Knowledge = { image: () => undefined };
