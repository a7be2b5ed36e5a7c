import { renderReport, reportFormats, type LintReport } from '#core';
import { describe, expect, test } from 'vitest';
import { dedent } from '#test/kit/marks.ts';
import { dockerfile, options, reportOf, unreadable } from './sample-report.ts';

const report: LintReport = { ...reportOf({ 'a,b/Dockerfile': dockerfile, Clean: 'FROM alpine\n' }), unreadable };

describe('formats for services', () => {
  test('GitHub annotations', () => {
    expect(renderReport('github', report, options)).toBe(
      dedent(`
      ::warning file=a%2Cb/Dockerfile,line=2,endLine=2,col=1,endColumn=4,title=dockerfile/no-add::Use COPY for \`😀.js\`
      ::error file=a%2Cb/Dockerfile,line=3,endLine=3,col=6,endColumn=10,title=dockerfile/no-root::The user is root
      ::error file=dark/Dockerfile::You may not read this file.
    `),
    );
  });

  test('GitLab Code Quality', () => {
    const issues = JSON.parse(renderReport('gitlab', report, options)) as { fingerprint: string }[];
    expect(issues).toEqual([
      {
        description: 'Use COPY for `😀.js`',
        check_name: 'dockerfile/no-add',
        fingerprint: expect.stringMatching(/^[\da-f]{16}$/) as string,
        severity: 'major',
        location: { path: 'a,b/Dockerfile', lines: { begin: 2, end: 2 } },
      },
      expect.objectContaining({ check_name: 'dockerfile/no-root', severity: 'critical' }),
      expect.objectContaining({ check_name: 'drydock/unreadable', severity: 'blocker' }),
    ]);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  test('rdjson counts columns in bytes', () => {
    const text = 'FROM alpine\nUSER root\nADD é😀 /srv\n';
    const wide = reportOf({ Dockerfile: text });
    const moved = wide.files.map((file) => ({
      ...file,
      findings: file.findings.slice(0, 1).map((finding) => ({
        ...finding,
        span: { start: text.indexOf('/srv'), end: text.indexOf('/srv') + 4 },
      })),
    }));
    const { diagnostics } = JSON.parse(renderReport('rdjson', { files: moved, unreadable: [] }, options)) as {
      diagnostics: { location: { range: unknown } }[];
    };
    expect(diagnostics[0]?.location.range).toEqual({ start: { line: 3, column: 12 }, end: { line: 3, column: 16 } });
  });

  test('JUnit', () => {
    expect(renderReport('junit', report, options)).toBe(
      dedent(`
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="drydock" tests="4" failures="2" errors="1">
        <testsuite name="a,b/Dockerfile" tests="2" failures="2" errors="0">
          <testcase name="dockerfile/no-add 2:1" classname="a,b/Dockerfile">
            <failure message="Use COPY for \`😀.js\`" type="warning">a,b/Dockerfile:2:1: Use COPY for \`😀.js\`</failure>
          </testcase>
          <testcase name="dockerfile/no-root 3:6" classname="a,b/Dockerfile">
            <failure message="The user is root" type="error">a,b/Dockerfile:3:6: The user is root</failure>
          </testcase>
        </testsuite>
        <testsuite name="Clean" tests="1" failures="0" errors="0">
          <testcase name="drydock" classname="Clean"/>
        </testsuite>
        <testsuite name="dark/Dockerfile" tests="1" failures="0" errors="1">
          <testcase name="drydock" classname="dark/Dockerfile">
            <error message="You may not read this file." type="unreadable"/>
          </testcase>
        </testsuite>
      </testsuites>
    `),
    );
  });

  test('Checkstyle, with everything that XML cannot hold replaced', () => {
    const odd = reportOf({ 'a"<&>\'\u0001\n.Dockerfile': dockerfile });
    const xml = renderReport('checkstyle', odd, options);
    expect(xml).toContain('<file name="a&quot;&lt;&amp;&gt;&apos;\uFFFD&#10;.Dockerfile">');
    expect(xml).toContain('line="2" column="1" severity="warning"');
    expect(xml).toContain('source="drydock.dockerfile.no-add"');
  });

  test.each(reportFormats)('%s leaves out what comments silence, or marks it', (format) => {
    const out = renderReport(format, report, options);
    const marked = format === 'json' || format === 'sarif';
    expect(out.includes('as it comes')).toBe(marked);
    expect(out).toContain('You may not read this file.');
  });
});
