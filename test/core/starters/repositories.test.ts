import { formatMessage, planTree, type Facts } from '#core';
import { describe, expect, test } from 'vitest';
import { strictFindings } from './lint.ts';
import { monorepos } from './repositories/monorepos.data.ts';
import { nodeRepositories } from './repositories/node.data.ts';
import { pythonRepositories } from './repositories/python.data.ts';
import { refusedRepositories } from './repositories/refusals.data.ts';
import { madeTree } from './tree.ts';

const all = [...nodeRepositories, ...monorepos, ...pythonRepositories, ...refusedRepositories];

/** The answers in the form of the expectations; a refusal takes the expected word when its reason holds it. */
function answersOf({ apps, services, refusals }: Facts, expected: readonly string[]): string[] {
  const words = expected.filter((line) => line.startsWith('! '));
  return [
    ...apps.map(({ path, framework, language, packageManager, port, start }) =>
      [path, framework ?? language, packageManager ?? '-', port ?? '-', start.join(' ')].join(' | '),
    ),
    ...services.map(({ id, need }) => `+ ${id} ${need}`),
    ...refusals.map(({ path, reason }) => {
      const said = `! ${path} ${formatMessage(reason)}`;
      return (
        words.find((line) => said.startsWith(`! ${path} `) && said.includes(line.slice(`! ${path} `.length))) ?? said
      );
    }),
  ];
}

describe('repositories in the manner of real ones', () => {
  test('there are many, each of its own name', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(60);
  });

  test.each(all)('$name', async ({ files, expected }) => {
    const { facts, plan } = await planTree(madeTree(files), {});
    expect(answersOf(facts, expected).sort()).toEqual([...expected].sort());
    expect(strictFindings(plan)).toEqual([]);
    expect(plan.files.length > 0).toBe(facts.apps.length > 0);
  });
});
