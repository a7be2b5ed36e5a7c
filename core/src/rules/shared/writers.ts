import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';

/** The instructions that can write text into a file of the image: RUN, and COPY or ADD with a heredoc; ONBUILD's too. */
export function findWriters({ instructions }: Dockerfile): readonly Instruction[] {
  return instructions
    .map((instruction) => instruction.inner ?? instruction)
    .filter(
      ({ keyword, heredocs }) =>
        keyword === 'RUN' || ((keyword === 'COPY' || keyword === 'ADD') && heredocs.length > 0),
    );
}
