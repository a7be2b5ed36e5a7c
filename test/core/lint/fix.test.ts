import { applyFixes, defineRule, parseDocument, type Rule, type TextEdit } from '#core';
import { describe, expect, test } from 'vitest';

type Edit = (text: string) => readonly TextEdit[];

/** A rule that marks every `bad` in a Compose file and offers the given edits. */
function ruleWith(edit: (at: number) => readonly TextEdit[], safe = true): Rule {
  return defineRule({
    id: 'compose/no-bad',
    kind: 'practice',
    severity: 'warning',
    refs: {},
    title: 'Be good',
    why: 'Because.',
    source: 'https://example.org',
    bad: '',
    good: '',
    messages: { bad: 'This is bad', improve: 'Improve' },
    on: {
      compose(file, ctx) {
        for (const { index } of file.text.matchAll(/bad/g)) {
          const at = { start: index, end: index + 3 };
          ctx.report({ at, message: 'bad', fix: { title: 'improve', edits: edit(index), safe } });
        }
      },
    },
  });
}

function fix(rule: Rule, text: string, unsafe = false) {
  const document = parseDocument('compose', 'compose.yaml', text);
  return applyFixes(document, { rules: [rule], today: '2026-11-21', unsafe });
}

const replaceBy =
  (newText: string) =>
  (at: number): TextEdit[] => [{ span: { start: at, end: at + 3 }, newText }];
const text = 'services:\n  a: { image: bad }\n  b: { image: bad }\n';

describe('applying fixes', () => {
  test('good fixes are all applied', () => {
    const result = fix(ruleWith(replaceBy('good')), text);
    expect(result.text).toBe(text.replaceAll('bad', 'good'));
    expect([result.applied.length, result.dropped.length]).toEqual([2, 0]);
  });

  test('an unsafe fix waits until it is asked for', () => {
    const rule = ruleWith(replaceBy('good'), false);
    expect(fix(rule, text)).toEqual({ text, applied: [], dropped: [] });
    expect(fix(rule, text, true).text).toBe(text.replaceAll('bad', 'good'));
  });

  test.each<[string, string]>([
    ['leaves its finding standing', 'bad '],
    ['breaks the file', '{'],
    ['brings more findings', 'badbad'],
    ['changes nothing', 'bad'],
  ])('a fix that %s is dropped', (_what, newText) => {
    const result = fix(ruleWith(replaceBy(newText)), text);
    expect(result.text).toBe(text);
    expect(result.applied).toEqual([]);
    expect(result.dropped.length).toBeGreaterThan(0);
  });

  test('one harmful fix does not cost the others theirs', () => {
    const rule = ruleWith((at) => replaceBy(at === text.indexOf('bad') ? '{' : 'good')(at));
    const result = fix(rule, text);
    expect(result.text).toBe('services:\n  a: { image: bad }\n  b: { image: good }\n');
    expect([result.applied.length, result.dropped.length]).toEqual([1, 1]);
  });

  test('fixes that overlap are applied one after the other', () => {
    const whole: Edit = (all) => [{ span: { start: 0, end: all.length }, newText: all.replace('bad', 'good') }];
    const rule = defineRule({
      ...ruleWith(replaceBy('x')),
      on: {
        compose(file, ctx) {
          for (const { index } of file.text.matchAll(/bad/g)) {
            const at = { start: index, end: index + 3 };
            ctx.report({ at, message: 'bad', fix: { title: 'improve', edits: whole(file.text) } });
          }
        },
      },
    });
    expect(fix(rule, text).text).toBe(text.replaceAll('bad', 'good'));
  });

  test('only what is asked for is fixed', () => {
    const document = parseDocument('compose', 'compose.yaml', text);
    const only = ({ span }: { readonly span: { readonly start: number } }) => span.start > 30;
    const result = applyFixes(document, { rules: [ruleWith(replaceBy('good'))], today: '2026-11-21', only });
    expect(result.text).toBe('services:\n  a: { image: bad }\n  b: { image: good }\n');
  });
});
