import {
  eachEnvironment,
  expandText,
  type Dockerfile,
  type Environment,
  type Instruction,
} from '../dockerfile/index.ts';
import { pathInContext } from '../ignore/index.ts';
import type { Span } from '../text/index.ts';

/** Something that COPY or ADD takes from the build context. */
export interface CopySource {
  readonly instruction: Instruction;
  readonly span: Span;
  /** As the builder sees it, variables filled in: `./src/`. */
  readonly written: string;
  /** The same below the context's root: `src`, and empty for the root itself. */
  readonly path: string;
  /** True when `*`, `?` or `[` stand in it. */
  readonly wildcard: boolean;
  /** True when a variable stands in it, so that a build may put something else there. */
  readonly variable: boolean;
}

/** Everything that a Dockerfile itself copies from its context. What ONBUILD copies comes from another build's. */
export function findCopySources(file: Dockerfile): readonly CopySource[] {
  const copies = file.instructions.filter(copiesFromContext);
  if (!copies.some(({ code }) => code.includes('$'))) return copies.flatMap((copy) => sourcesOf(copy, file, undefined));
  const found: CopySource[] = [];
  eachEnvironment(file, (instruction, environment) => {
    if (copiesFromContext(instruction)) found.push(...sourcesOf(instruction, file, environment));
  });
  return found;
}

/** True for COPY and ADD that do not name another stage, image or context. */
export function copiesFromContext({ keyword, flags }: Instruction): boolean {
  return (keyword === 'COPY' || keyword === 'ADD') && !flags.some(({ name, value }) => name === 'from' && value);
}

function sourcesOf(
  instruction: Instruction,
  { escape }: Dockerfile,
  environment: Environment | undefined,
): CopySource[] {
  const { json, args } = instruction;
  return (json ?? args).slice(0, -1).flatMap(({ raw, value, span }) => {
    const variable = raw.includes('$');
    const text = json ? value : raw;
    const written = environment ? expandText(text, { escape, environment }).value : value;
    if (written === null || written === '' || isElsewhere(written, instruction)) return [];
    return [{ instruction, span, written, path: pathInContext(written), wildcard: /[*?[]/.test(written), variable }];
  });
}

/** Heredocs, and what ADD fetches. */
function isElsewhere(written: string, { keyword, heredocs }: Instruction): boolean {
  if (written.startsWith('<<') && heredocs.length > 0) return true;
  return keyword === 'ADD' && /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i.test(written);
}
