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
  /** What it was built for, as the engine names it: `linux`, `arm64`. */
  readonly os?: string;
  readonly architecture?: string;
}

/** Facts from outside the text. Reading them never waits: they come from caches that somebody else fills. */
export interface Knowledge {
  /** Facts of an image by the reference as written (`alpine:3.23`), or undefined when nobody knows. */
  image(reference: string): ImageFacts | undefined;
}

/** What is known of these images, by the references they are written as, and nothing else. */
export function knowImages(images: Readonly<Record<string, ImageFacts>>): Knowledge {
  return { image: (reference) => (Object.hasOwn(images, reference) ? images[reference] : undefined) };
}

export const noKnowledge: Knowledge = { image: () => undefined };
