import type { Knowledge } from '../../lint/index.ts';
import { insert, message } from '../../text/index.ts';
import { rewrite, type PlanRefactor } from './refactoring.ts';

/** The digest that the engine has for the image of a FROM, so that every build begins with the very same. */
export const planDigest: PlanRefactor = ({ file, instruction, knowledge }) => {
  const stage = instruction.stage === null ? undefined : file.stages[instruction.stage];
  if (instruction.keyword !== 'FROM' || !stage?.image || stage.base.kind !== 'image') return [];
  const { raw, span } = stage.image;
  if (stage.base.image.digest !== null || raw !== stage.resolvedImage) return [];
  const digest = findDigest(raw, knowledge);
  if (digest === undefined) return [];
  const title = message('Pin `{image}` to the digest of the local image', { image: raw });
  return [rewrite(title, [insert(span.end, `@${digest}`)], false)];
};

function findDigest(image: string, knowledge: Knowledge): string | undefined {
  const wanted = repositoryOf(image);
  const found = knowledge.image(image)?.repoDigests?.find((each) => repositoryOf(each) === wanted);
  return /@(sha256:[0-9a-f]{64})$/.exec(found ?? '')?.[1];
}

/** `docker.io/library/alpine:3` and `alpine` are images of one repository. */
function repositoryOf(reference: string): string {
  const name = reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  return name.replace(/^(?:docker\.io|index\.docker\.io)\//, '').replace(/^library\//, '');
}
