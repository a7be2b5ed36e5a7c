import type { Dockerfile } from '../dockerfile/index.ts';

/** True when most of a file's instructions are written in lower case; the one being typed at `typing` does not count. */
export function prefersLowerCase(file: Dockerfile, typing: number): boolean {
  const others = file.instructions.filter(({ keyword, span }) => keyword !== null && span.start !== typing);
  const lower = others.filter(({ keywordText }) => keywordText === keywordText.toLowerCase());
  return lower.length * 2 > others.length;
}
