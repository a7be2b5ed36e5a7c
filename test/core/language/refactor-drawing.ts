import {
  applyEdits,
  formatMessage,
  noKnowledge,
  parseDocument,
  parseDockerfile,
  planRefactors,
  type Knowledge,
} from '#core';
import { expect } from 'vitest';
import { dedent, readDrawing } from '#test/kit/marks.ts';

export interface Offered {
  readonly title: string;
  readonly safe: boolean;
  readonly after: string;
}

/** What is offered at the `|` of a drawing. */
export function offersAt(drawing: string, knowledge: Knowledge = noKnowledge): Offered[] {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  return offersIn(text, cursor ?? 0, knowledge);
}

export function offersIn(text: string, at: number, knowledge: Knowledge = noKnowledge): Offered[] {
  const document = parseDocument('dockerfile', 'Dockerfile', text);
  return planRefactors(document, { start: at, end: at }, knowledge).map(({ title, safe, edits }) => ({
    title: formatMessage(title),
    safe,
    after: applyEdits(text, edits) ?? 'edits overlap',
  }));
}

export function offerAt(drawing: string, title: string, knowledge?: Knowledge): Offered | undefined {
  return offersAt(drawing, knowledge).find((each) => each.title.startsWith(title));
}

export function expectOffer(title: string, before: string, after: string, knowledge?: Knowledge): Offered {
  const offer = offerAt(before, title, knowledge);
  expect(offer?.after).toBe(dedent(after));
  expect(parseDockerfile(offer?.after ?? '').problems).toEqual([]);
  return offer!;
}

export function expectNone(title: string, drawing: string): void {
  expect(offerAt(drawing, title)).toBeUndefined();
}

/** Names and words of the commands of all RUNs, in order. */
export function commandsOf(text: string): string[][] {
  return parseDockerfile(text).instructions.flatMap((instruction) =>
    (instruction.script()?.commands ?? []).map(({ name, args }) => [
      name?.value ?? '',
      ...args.map(({ value }) => value),
    ]),
  );
}
