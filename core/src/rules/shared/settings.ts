import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import type { Setting } from './packages.data.ts';
import { getSections } from './stages.ts';

/**
 * Tells whether a setting holds at an instruction: some instruction before it, in the same stage or in one that it is
 * built upon, writes the file that holds it.
 */
export function findSetting(file: Dockerfile, setting: Setting): (instruction: Instruction) => boolean {
  /** From which offset on it holds, by stage. */
  const since = new Map<number | null, number>();
  for (const { stage, instructions } of getSections(file)) {
    const isInherited = stage?.base.kind === 'stage' && since.has(stage.base.stage.index);
    const writer = isInherited ? stage.from : instructions.find((each) => writesSetting(each, setting));
    if (writer) since.set(stage?.index ?? null, writer.span.start);
  }
  return ({ stage, span }) => (since.get(stage) ?? Infinity) <= span.start;
}

function writesSetting({ code, heredocs }: Instruction, { path, line }: Setting): boolean {
  const texts = [code, ...heredocs.map(({ body }) => body)];
  return texts.some((text) => line.test(text)) && texts.some((text) => path.test(text));
}
