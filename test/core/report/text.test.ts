import { renderText } from '#core';
import { describe, expect, test } from 'vitest';
import { dedent } from '#test/kit/marks.ts';
import { dockerfile, options, reportOf, unreadable } from './sample-report.ts';

describe('text', () => {
  test('draws each finding below its line and sums up', () => {
    expect(renderText({ ...reportOf({ 'a/Dockerfile': dockerfile }), unreadable }, options)).toBe(
      dedent(`
      a/Dockerfile:2:1  warning  Use COPY for \`😀.js\`
        dockerfile/no-add  (--fix corrects this)
          ADD "😀.js" /srv/
          ^^^

      a/Dockerfile:3:6  error  The user is root
        dockerfile/no-root
          USER root
               ^^^^

      dark/Dockerfile  You may not read this file.

      1 file looked at: 1 error, 1 warning. 1 could not be looked at.
    `),
    );
  });

  test('nothing found is one sentence', () => {
    expect(renderText(reportOf({ A: 'FROM alpine\n', B: 'FROM alpine\n' }), options)).toBe(
      '2 files looked at: nothing found.\n',
    );
  });

  test('tabs keep the carets in place, and control characters never reach the terminal', () => {
    const out = renderText(reportOf({ 'a\u001b[31m\n': 'FROM alpine\nUSER\troot\n' }), options);
    expect(out).toContain('    USER\troot\n        \t^^^^\n');
    expect(out).not.toContain('\u001b');
    expect(out.split('\n')[0]).toContain('a\uFFFD[31m\uFFFD:2:6');
  });

  test('colours only where they are wanted', () => {
    const report = reportOf({ Dockerfile: dockerfile });
    expect(renderText(report, { ...options, color: true })).toContain('\u001b[31merror\u001b[0m');
    expect(renderText(report, options)).not.toContain('\u001b');
  });
});
