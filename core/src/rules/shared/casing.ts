import type { Instruction } from '../../dockerfile/index.ts';

/** The case of the majority, where capitals win a tie. What stands before the first FROM has no vote for the builder. */
export function isMostlyLower(instructions: readonly Instruction[]): boolean {
  const voting = instructions.filter(({ stage, keyword }) => stage !== null && keyword !== null);
  let balance = 0;
  for (const { keywordText } of voting.length > 0 ? voting : instructions) {
    if (keywordText === keywordText.toLowerCase()) balance--;
    else if (keywordText === keywordText.toUpperCase()) balance++;
  }
  return balance < 0;
}
