import { format } from 'prettier';
import { transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import type { RuleFacts } from '#scripts/generate/catalogue.ts';
import { ruleLanguages } from '#scripts/generate/load-rules.ts';
import { renderFrenchSkeleton, renderRuleSkeleton, renderTestSkeleton } from '#scripts/generate/skeletons.ts';

const facts: RuleFacts = {
  detects: "It's found.",
  notes: '',
  anchor: 'the `word`',
  severity: 'off',
  refs: { cis: ['4.9'], 'compose-lint': ['CL-1'] },
};
const style = { printWidth: 120, singleQuote: true, trailingComma: 'all', parser: 'typescript' } as const;

describe('the scaffold of a rule', () => {
  test.each(ruleLanguages)(
    'a %s rule and its test are formatted TypeScript that says where to write',
    async (language) => {
      for (const known of [facts, undefined]) {
        for (const code of [renderRuleSkeleton(language, 'a-key', known), renderTestSkeleton(language, 'a-key')]) {
          await expect(transform(code, { loader: 'ts' })).resolves.toBeDefined();
          if (language !== 'engine') expect(await format(code, style)).toBe(code);
          expect(code).toContain('FILL');
        }
      }
    },
  );

  test('what is known of a rule is filled in, with a level where strict needs one', () => {
    const code = renderRuleSkeleton('compose', 'a-key', facts);
    expect(code).toContain("id: 'compose/a-key'");
    expect(code).toContain("cis: ['4.9']");
    expect(code).toContain("'compose-lint': ['CL-1']");
    expect(code).toContain("strict: 'info'");
  });

  test('the French lines have the keys of the English ones', () => {
    expect(Object.keys(JSON.parse(renderFrenchSkeleton()) as object)).toEqual(['title', 'why', 'messages']);
  });
});
