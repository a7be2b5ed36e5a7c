import type { BuildContext } from '../project/index.ts';
import type { AskShellcheck } from './shellcheck.ts';

/** What is known of an image beside its name, usually from the local engine's cache. Fields are absent when unknown. */
export interface ImageFacts {
  /** `Config.User`; an empty string means root. */
  readonly user?: string;
  readonly workingDir?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly hasHealthcheck?: boolean;
  readonly repoTags?: readonly string[];
  /** `repository@digest` of every registry it came from or went to; empty for what was built here only. */
  readonly repoDigests?: readonly string[];
  /** Bytes of its layers, unpacked. */
  readonly size?: number;
  /** By RFC 3339. */
  readonly created?: string;
  /** `os/architecture` or `os/architecture/variant`. */
  readonly platform?: string;
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  /** As `8080/tcp`. */
  readonly exposedPorts?: readonly string[];
  readonly volumes?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** Facts from outside the text. Reading them never waits: they come from caches that somebody else fills. */
export interface Knowledge {
  /** Facts of an image by the reference as written (`alpine:3.23`), or undefined when nobody knows. */
  image(reference: string): ImageFacts | undefined;
  /** What a build of this very file would see; undefined when nobody knows. */
  readonly context?: BuildContext | undefined;
  /** True once an engine told all its images: an unknown one is then known to be missing there. */
  readonly answered?: boolean;
  /** What shellcheck says of a script, or undefined while it has not been asked; absent where there is no shellcheck. */
  readonly shellcheck?: AskShellcheck | undefined;
}

/** What is known of these images, by the references they are written as, and nothing else. */
export function knowImages(images: Readonly<Record<string, ImageFacts>>): Knowledge {
  return { image: (reference) => (Object.hasOwn(images, reference) ? images[reference] : undefined) };
}

export const noKnowledge: Knowledge = { image: () => undefined };
