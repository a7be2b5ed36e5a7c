import { planTree, rules, type Plan } from '#core';
import { describe, expect, test } from 'vitest';
import { strictFindings, type Judged } from './lint.ts';
import { nodeProduct, pythonProduct, type Combination } from './product.ts';

const combinations: readonly Combination[] = [...nodeProduct(), ...pythonProduct()];

const plans = new Map<Combination, Promise<Plan>>();

/** Made once for all tests: the product is large. */
function planOf(combination: Combination): Promise<Plan> {
  const made = plans.get(combination) ?? planTree(combination.tree, {}).then(({ plan }) => plan);
  plans.set(combination, made);
  return made;
}

describe('every combination of stack, manager, version and services', () => {
  test('there are rules to judge by, and combinations to judge', () => {
    expect(rules.length).toBeGreaterThanOrEqual(24);
    expect(combinations.length).toBeGreaterThan(900);
  });

  test('gives files without a finding in the strict preset', async () => {
    const bad: string[] = [];
    const judged: Judged = new Map();
    for (const combination of combinations) {
      const plan = await planOf(combination);
      if (plan.files.length < 3) bad.push(`${combination.name}: only ${plan.files.length} files`);
      bad.push(...strictFindings(plan, judged).map((finding) => `${combination.name}: ${finding}`));
    }
    expect(bad).toEqual([]);
  }, 60_000);

  test('gives the same bytes every time, in whatever order the files are listed', async () => {
    for (const combination of combinations) {
      const { tree } = combination;
      const turned = { paths: [...tree.paths].reverse(), read: (path: string) => tree.read(path) };
      expect((await planTree(turned, {})).plan, combination.name).toEqual(await planOf(combination));
    }
  }, 60_000);

  test('uses no image without a version and writes no empty line of a value', async () => {
    for (const combination of combinations) {
      for (const { path, content } of (await planOf(combination)).files) {
        expect(content, `${combination.name} ${path}`).not.toMatch(/undefined|null|NaN|\[object|:latest/);
        expect(content.endsWith('\n'), path).toBe(true);
        for (const from of content.match(/^FROM \S+/gm) ?? []) expect(from, combination.name).toMatch(/:\d/);
      }
    }
  }, 60_000);
});
