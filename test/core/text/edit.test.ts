import { applyEdits, editsOverlap, formatMessage, insert, message, remove, replace, span } from '#core';
import { describe, expect, test } from 'vitest';

describe('edits', () => {
  test('all are made against the same text, in whatever order they come', () => {
    const edits = [insert(7, '!'), replace(span(0, 3), 'COPY'), remove(span(3, 4))];
    expect(applyEdits('ADD a b', edits)).toBe('COPYa b!');
  });

  test('two insertions at one place keep their order', () => {
    expect(applyEdits('ac', [insert(1, 'b'), insert(1, 'B')])).toBe('abBc');
  });

  test('an insertion stands in front of a replacement that begins there', () => {
    expect(applyEdits('ab', [replace(span(1, 2), 'X'), insert(1, '+')])).toBe('a+X');
  });

  test('edits that overlap or leave the text are refused', () => {
    expect(applyEdits('abcd', [remove(span(0, 3)), remove(span(2, 4))])).toBeUndefined();
    expect(applyEdits('ab', [remove(span(1, 3))])).toBeUndefined();
  });

  test('overlap is seen between two fixes, touching is none', () => {
    expect(editsOverlap([remove(span(0, 3))], [remove(span(2, 5))])).toBe(true);
    expect(editsOverlap([remove(span(0, 3))], [remove(span(3, 5))])).toBe(false);
    expect(editsOverlap([insert(3, 'a')], [insert(3, 'b')])).toBe(true);
  });
});

test('a message fills in its arguments and leaves unknown braces alone', () => {
  expect(formatMessage(message('`{a}` and {b}', { a: '{b}', b: '$&' }))).toBe('`{b}` and $&');
  expect(formatMessage({ template: 'JSON {x}', args: {} })).toBe('JSON {x}');
});
