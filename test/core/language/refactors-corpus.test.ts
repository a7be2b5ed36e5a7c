import { parseDockerfile, type Dockerfile } from '#core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commandsOf, offersIn } from './refactor-drawing.ts';

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpus/dockerfile');

/** What a rewriting that is called safe may not change: commands and their words in any order, and values. */
function contentOf(text: string): unknown {
  const file: Dockerfile = parseDockerfile(text);
  const commands = commandsOf(text)
    .filter(([name, flag]) => name !== 'set' || flag !== '-e')
    .map((words) => words.toSorted().join(' '));
  return {
    commands: commands.toSorted(),
    values: file.instructions.flatMap(({ keyword, assignments }) =>
      assignments.map(({ name, value }) => `${keyword} ${name.value}=${value?.value}`),
    ),
    flags:
      file.instructions.flatMap(({ keyword, flags }) => (keyword === 'RUN' ? flags.map(({ name }) => name) : []))
        .length > 0,
    problems: file.problems.map(({ code }) => code),
    stages: file.stages.map(({ image }) => image?.value),
  };
}

if (!existsSync(corpus)) console.warn(`SKIPPED: rewriting is not tried on real files, since ${corpus} is not there.`);
test.runIf(existsSync(corpus))(
  'what is called safe keeps the commands and values of real files',
  { timeout: 120_000 },
  () => {
    const offered = new Map<string, number>();
    // Every fifth is enough to come by every rewriting, and quick.
    for (const name of readdirSync(corpus).filter((_, index) => index % 5 === 0)) {
      const text = readFileSync(path.join(corpus, name), 'utf8');
      const before = contentOf(text);
      const { problems, instructions } = parseDockerfile(text);
      for (const { span } of instructions) {
        for (const { title, safe, after } of offersIn(text, span.start)) {
          offered.set(title, (offered.get(title) ?? 0) + 1);
          if (safe) expect(contentOf(after), `${name}: ${title}`).toEqual(before);
          else expect(parseDockerfile(after).problems.length, `${name}: ${title}`).toBe(problems.length);
        }
      }
    }
    expect(offered.size).toBeGreaterThan(5);
  },
);
