/** Where we and `docker buildx build --call=check` differ on purpose, each with its reason. Keys are file names. */
export const sampleDifferences: Readonly<Record<string, string>> = {};

/** Reasons that hold for any real file; `applies` looks at BuildKit's message and the text. */
export const corpusDifferences: readonly {
  readonly reason: string;
  readonly applies: (message: string, text: string) => boolean;
}[] = [
  {
    reason: 'The file names its own frontend with # syntax=, which the comparison cannot fetch.',
    applies: (message, text) =>
      /unknown flag: --(?:parents|security)|device feature/.test(message) && /^#\s*syntax\s*=/im.test(text),
  },
];
