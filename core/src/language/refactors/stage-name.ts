import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { insert, message, replace } from '../../text/index.ts';
import { rewrite, type PlanRefactor } from './refactoring.ts';

/** A name for a stage that has none, which its numbers in `COPY --from` then become. */
export const planStageName: PlanRefactor = ({ file, instruction }) => {
  const { keyword, args, stage, keywordText } = instruction;
  const [image] = args;
  if (keyword !== 'FROM' || args.length !== 1 || !image || stage === null) return [];
  const name = findFreeName(file, stage);
  const uses = file.instructions.flatMap((each) => numbersIn(each, stage));
  const as = keywordText === keywordText.toLowerCase() ? 'as' : 'AS';
  const edits = [insert(image.span.end, ` ${as} ${name}`), ...uses.map((span) => replace(span, name))];
  return [rewrite(message('Name this stage'), edits, true)];
};

function numbersIn({ keyword, flags, stage: own }: Instruction, stage: number): { start: number; end: number }[] {
  if (keyword !== 'COPY' || own === null || own <= stage) return [];
  return flags.flatMap(({ name, value, valueSpan }) =>
    name === 'from' && valueSpan && value !== undefined && /^\d+$/.test(value) && Number(value) === stage
      ? [valueSpan]
      : [],
  );
}

/** A name that nothing in the file means yet, be it a stage or an image. */
function findFreeName({ text }: Dockerfile, stage: number): string {
  const taken = new Set(text.toLowerCase().match(/[\w.-]+/g));
  const base = `stage${stage}`;
  let name = base;
  for (let count = 1; taken.has(name); count++) name = `${base}-${count}`;
  return name;
}
