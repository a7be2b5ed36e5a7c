import { renderJson } from '#core';
import { describe, expect, test } from 'vitest';
import { compose, dockerfile, options, reportOf, unreadable } from './sample-report.ts';

describe('JSON', () => {
  test('is the contract, word by word', () => {
    const report = { ...reportOf({ 'a/Dockerfile': dockerfile }), unreadable };
    expect(JSON.parse(renderJson(report, options))).toEqual({
      version: 1,
      files: [
        {
          path: 'a/Dockerfile',
          language: 'dockerfile',
          findings: [
            {
              rule: 'dockerfile/no-add',
              kind: 'practice',
              severity: 'warning',
              message: 'Use COPY for `😀.js`',
              range: { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } },
              refs: {
                cis: ['4.9'],
                hadolint: ['DL3020'],
                buildkit: [],
                trivy: ['DS-0005'],
                kics: ['add_instead_of_copy'],
                checkov: ['CKV_DOCKER_4'],
              },
              related: [],
              fix: {
                title: 'Replace ADD with COPY',
                safe: true,
                edits: [{ range: { start: { line: 2, column: 1 }, end: { line: 2, column: 4 } }, newText: 'COPY' }],
              },
              suppressed: null,
            },
            {
              rule: 'dockerfile/no-root',
              kind: 'security',
              severity: 'error',
              message: 'The user is root',
              range: { start: { line: 3, column: 6 }, end: { line: 3, column: 10 } },
              refs: { cis: ['4.1'], hadolint: ['DL3002'], buildkit: ['NoRoot'], trivy: [], bench134: ['4.1'] },
              related: [],
              fix: null,
              suppressed: null,
            },
            expect.objectContaining({
              rule: 'dockerfile/no-add',
              range: { start: { line: 5, column: 1 }, end: { line: 5, column: 4 } },
              suppressed: {
                by: 'drydock',
                reason: 'as it comes',
                range: { start: { line: 4, column: 1 }, end: { line: 4, column: 43 } },
              },
            }),
          ],
        },
      ],
      summary: {
        files: 1,
        findings: 2,
        suppressed: 1,
        bySeverity: { error: 1, warning: 1, info: 0, hint: 0 },
        unreadable: [{ path: 'dark/Dockerfile', reason: 'You may not read this file.' }],
      },
    });
  });

  test('columns are UTF-16 units', () => {
    const text = '# 😀\nFROM alpine\nUSER   root\n';
    const { files } = JSON.parse(renderJson(reportOf({ Dockerfile: text }), options)) as {
      files: { findings: { range: unknown }[] }[];
    };
    expect(files[0]?.findings[0]?.range).toEqual({ start: { line: 3, column: 8 }, end: { line: 3, column: 12 } });
  });

  test('a file without findings is still told', () => {
    const parsed = JSON.parse(
      renderJson(reportOf({ 'compose.yaml': compose.replace(/ +privileged.*\n/, '') }), options),
    ) as {
      files: unknown[];
    };
    expect(parsed.files).toEqual([{ path: 'compose.yaml', language: 'compose', findings: [] }]);
  });
});
