import { findTableAge, formatMessage } from '#core';
import {
  imagesDate,
  nodeReleases,
  postgresReleases,
  pythonReleases,
  redisReleases,
} from '#core/starters/images.data.ts';
import { newestRelease } from '#core/starters/read/version.ts';
import { describe, expect, test } from 'vitest';

const tables = { node: nodeReleases, python: pythonReleases, postgres: postgresReleases, redis: redisReleases };
const day = 86_400_000;

describe.each(Object.entries(tables))('the table of %s', (_, table) => {
  test('offers a default that is supported for 90 days more at least', () => {
    const left = (Date.parse(newestRelease(table, imagesDate).end) - Date.parse(imagesDate)) / day;
    expect(left).toBeGreaterThan(90);
  });

  test('has releases newest first, each once, with a day of its end and a tag that names version and system', () => {
    const versions = table.releases.map(({ version }) => version);
    const numbers = versions.map((version) =>
      version
        .split('.')
        .map(Number)
        .reduce((sum, part) => sum * 1000 + part, 0),
    );
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
    for (const { version, image, end } of table.releases) {
      expect(end).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(image).toMatch(new RegExp(`^[a-z]+:${version.replace('.', '\\.')}-[a-z-]+$`));
    }
    expect(table.source).toMatch(/^https:/);
  });
});

test('a table that has grown old is told, a young one is not', () => {
  expect(findTableAge('2026-12-31')).toBeUndefined();
  const told = findTableAge('2027-12-31');
  expect(told && formatMessage(told)).toBe(
    `The table of base images is from ${imagesDate}. A newer Drydock may know newer ones.`,
  );
});
