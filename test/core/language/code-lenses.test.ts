import { findCodeLenses, parseDocument } from '#core';
import { expect, test } from 'vitest';

const targets = (text: string): (string | null)[] =>
  findCodeLenses(parseDocument('dockerfile', 'Dockerfile', text)).map(({ target }) => target);

test('each stage is built by its name, one without a name by its number, the last without either', () => {
  expect(targets('FROM a AS Build\nFROM b\nFROM c AS end\n')).toEqual(['Build', '1', null]);
});

test('a name that a later stage has taken means that one', () => {
  expect(targets('FROM a AS x\nFROM b AS X\nFROM c\n')).toEqual(['0', 'X', null]);
});

test('it stands on FROM', () => {
  const [lens] = findCodeLenses(parseDocument('dockerfile', 'Dockerfile', '# x\nFROM a\nRUN b\n'));
  expect(lens?.span).toEqual({ start: 4, end: 8 });
});

test('Compose files have no stages', () => {
  expect(findCodeLenses(parseDocument('compose', 'compose.yaml', 'services: {}\n'))).toEqual([]);
});
