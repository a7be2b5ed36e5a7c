import {
  findNode,
  findEntry,
  interpolate,
  parseCompose,
  readPlainScalar,
  type ComposeFile,
  type ComposeNode,
  type MapEntry,
  type Span,
} from '#core';
import { dedent } from '#test/kit/marks.ts';
import { describe, expect, test } from 'vitest';

function read(drawing: string): ComposeFile {
  const file = parseCompose(dedent(drawing));
  expect(file.problems).toEqual([]);
  return file;
}

function entryAt(file: ComposeFile, service: string, key: string): MapEntry {
  const entry = file.services.find(({ name }) => name === service)?.find(key);
  if (!entry) throw new Error(`no ${key} in ${service}`);
  return entry;
}

/** A value as plain data, to compare it at a glance. */
function plain(node: ComposeNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'seq') return node.items.map(plain);
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
}

describe('scalars as go-yaml reads them', () => {
  test.each([
    ['yes', 'yes'],
    ['on', 'on'],
    ['true', true],
    ['False', false],
    ['~', null],
    ['', null],
    ['0755', 493],
    ['0o17', 15],
    ['0x1F', 31],
    ['0b101', 5],
    ['1_000', 1000],
    ['08', 8],
    ['-12', -12],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['22:22', '22:22'],
    ['1.2.3', '1.2.3'],
    ['12ab', '12ab'],
    ['-', '-'],
    ['.inf', Infinity],
  ])('%s', (source, value) => {
    expect(readPlainScalar(source)).toBe(value);
  });

  test('quotes and tags make the type', () => {
    const file = read(`
      services:
        a:
          image: a:1
          labels: { a: "1", b: 'true', c: !!str 1, d: !!int "3", e: 1 }
    `);
    expect(plain(entryAt(file, 'a', 'labels').value)).toEqual({ a: '1', b: 'true', c: '1', d: 3, e: 1 });
  });
});

describe('variables', () => {
  test.each([
    ['plain', 'plain'],
    ['${A:-x}', 'x'],
    ['${A-x}', 'x'],
    ['a${A:-}b', 'ab'],
    ['${A:-${B:-deep}}', 'deep'],
    ['${A:-${B}}', null],
    ['${A}', null],
    ['$A', null],
    ['${A:?needed}', null],
    ['${A:+x}', null],
    ['$$A', '$A'],
    ['$${A}', '${A}'],
    ['$1 a$', '$1 a$'],
    ['${A:-a$$b}', 'a$b'],
  ])('%s', (raw, text) => {
    expect(interpolate(raw)).toMatchObject({ text, invalid: [] });
  });

  test('names, operators and places are known, nested ones too', () => {
    const raw = 'x${A:-${B?no}}$C';
    const shown = interpolate(raw).variables.map(({ name, operator, start, end }) => [
      name,
      operator,
      raw.slice(start, end),
    ]);
    expect(shown).toEqual([
      ['A', ':-', '${A:-${B?no}}'],
      ['B', '?', '${B?no}'],
      ['C', null, '$C'],
    ]);
  });

  test.each(['${', '${}', '${A', '${1}', '${A b}', '${A:x}', '${-x}'])('%s is refused', (raw) => {
    expect(interpolate(raw).invalid).toHaveLength(1);
  });

  test('half a million open braces are one mistake after another, not one inside another', () => {
    expect(interpolate('${'.repeat(500_000)).invalid.length).toBeGreaterThan(0);
  });
});

describe('anchors, aliases and merge keys', () => {
  const file = read(`
    x-one: &one { tty: true, init: true }
    x-two: &two { init: false, user: "1" }
    services:
      a:
        <<: [*one, *two]
        image: a:1
        tty: false
      b:
        <<: *two
        image: b:1
        labels: &labels
          k: v
      c:
        image: c:1
        labels: *labels
  `);
  const textAt = ({ start, end }: Span) => file.text.slice(start, end);

  test('own keys win, then the first source', () => {
    expect(plain(file.services[0]?.node)).toEqual({ image: 'a:1', tty: false, init: true, user: '1' });
  });

  test('a merged entry shows the merge key, and knows its origin', () => {
    const user = entryAt(file, 'a', 'user');
    expect(user.merged).toBe(true);
    expect([user.keySpan, user.span, user.value.span].map(textAt)).toEqual(['<<', '<<: [*one, *two]', '*two']);
    expect(user.value.origin && textAt(user.value.origin)).toBe('"1"');
  });

  test('an alias shows its use, and knows its origin', () => {
    const { value } = entryAt(file, 'c', 'labels');
    expect(plain(value)).toEqual({ k: 'v' });
    expect([value.span, value.origin ?? value.span].map(textAt)).toEqual(['*labels', 'k: v']);
  });

  test('an entry that is taken back is not found', () => {
    const reset = read(`
      services:
        a:
          image: a:1
          tty: !reset true
          ports: !override ["80"]
    `);
    expect(reset.services[0]?.find('tty')).toBeUndefined();
    expect(entryAt(reset, 'a', 'ports').value.tag).toBe('!override');
  });
});

describe('places', () => {
  const spans = (text: string) => {
    const file = parseCompose(text);
    const image = file.services[0]?.find('image');
    if (!image) throw new Error('no image');
    return [image.keySpan, image.value.span, image.span].map(({ start, end }) => text.slice(start, end));
  };

  test('with Windows line ends, a byte order mark and characters outside of the basic plane', () => {
    const text = '\uFEFF# 😀 comment\r\nservices:\r\n  "ä😀":\r\n    image: "a:1" # x\r\n';
    expect(spans(text)).toEqual(['image', '"a:1"', 'image: "a:1"']);
    const file = parseCompose(text);
    expect(file.comments.map((comment) => comment.text)).toEqual(['# 😀 comment', '# x']);
    expect(file.comments.map(({ span }) => text.slice(span.start, span.end))).toEqual(['# 😀 comment', '# x']);
    expect(file.services.map(({ name, nameSpan }) => [name, text.slice(nameSpan.start, nameSpan.end)])).toEqual([
      ['ä😀', '"ä😀"'],
    ]);
  });

  test('a block text ends with its last character', () => {
    const text = 'services:\n  a:\n    image: |-\n      a:1\n\n    tty: true\n';
    expect(spans(text)).toEqual(['image', '|-\n      a:1', 'image: |-\n      a:1']);
  });

  test('a value that is not there stands behind its colon', () => {
    const file = parseCompose('services:\n  a:\n    image:\n');
    const image = file.services[0]?.find('image');
    expect(image?.value.span).toEqual({ start: 25, end: 25 });
    expect(image?.span).toEqual({ start: 19, end: 25 });
  });

  test('a hash in a text is no comment', () => {
    const file = read(`
      services:
        a:
          image: "a#1"
          command: |
            # not for YAML
          user: b#c
    `);
    expect(file.comments).toEqual([]);
  });
});

describe('several documents', () => {
  test('follow one another as one file', () => {
    const file = read(`
      services:
        a:
          image: a:1
      ---
      services:
        b:
          image: b:1
      volumes:
        v:
    `);
    expect(file.services.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(plain(findNode(file, ['volumes']))).toEqual({ v: null });
  });
});

describe('while typing', () => {
  test('the services above a broken line are still there', () => {
    const file = parseCompose('services:\n  a:\n    image: a:1\n  b:\n    image: "b\n');
    expect(file.services.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(findEntry(file.root, 'services')?.value.kind).toBe('map');
    expect(file.problems.map(({ code }) => code)).toEqual(['invalid-yaml']);
  });

  test.each(['', '\n', '# only a comment\n', '---\n'])('%j is empty', (text) => {
    const file = parseCompose(text);
    expect([file.root, file.services, file.problems.length]).toEqual([null, [], 1]);
  });
});
