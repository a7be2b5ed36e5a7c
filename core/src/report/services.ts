import type { Severity } from '../lint/index.ts';
import { createLineIndex, type LineIndex } from '../text/index.ts';
import { createFingerprinter } from './fingerprint.ts';
import { getVisible, rangeOf, type FileReport, type LintReport, type Place, type RenderOptions } from './model.ts';

type Options = Pick<RenderOptions, 'translate'>;

/** Workflow commands of GitHub Actions: annotations on the lines of a pull request. */
export function renderGithub(report: LintReport, { translate }: Options): string {
  const found = report.files.flatMap((file) =>
    eachVisible(file).map(({ finding, range }) => {
      const properties = [
        `file=${escapeProperty(file.path)}`,
        `line=${range.start.line}`,
        `endLine=${range.end.line}`,
        `col=${range.start.column}`,
        // A column of the end is only read together with a single line.
        ...(range.end.line === range.start.line ? [`endColumn=${range.end.column}`] : []),
        `title=${escapeProperty(finding.rule)}`,
      ];
      const command = githubLevels[finding.severity];
      return `::${command} ${properties.join(',')}::${escapeData(translate(finding.message))}\n`;
    }),
  );
  const unreadable = report.unreadable.map(
    ({ path, reason }) => `::error file=${escapeProperty(path)}::${escapeData(translate(reason))}\n`,
  );
  return [...found, ...unreadable].join('');
}

const githubLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** GitLab Code Quality. */
export function renderGitlab(report: LintReport, { translate }: Options): string {
  const found = report.files.flatMap((file) => {
    const fingerprint = createFingerprinter(file.path, file.text);
    return eachVisible(file).map(({ finding, range }) => ({
      description: translate(finding.message),
      check_name: finding.rule,
      fingerprint: fingerprint(finding),
      severity: gitlabLevels[finding.severity],
      location: { path: file.path, lines: { begin: range.start.line, end: range.end.line } },
    }));
  });
  const unreadable = report.unreadable.map(({ path, reason }) => ({
    description: translate(reason),
    check_name: 'drydock/unreadable',
    fingerprint: `unreadable:${path}`,
    severity: 'blocker',
    location: { path, lines: { begin: 1 } },
  }));
  return `${JSON.stringify([...found, ...unreadable], null, 2)}\n`;
}

const gitlabLevels: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

/** Reviewdog's diagnostic format, with fixes as suggestions. */
export function renderRdjson(report: LintReport, { translate }: Options): string {
  const diagnostics = report.files.flatMap((file) => {
    const lines = createLineIndex(file.text);
    const inBytes = (range: Range): Range => ({
      start: toBytes(file.text, lines, range.start),
      end: toBytes(file.text, lines, range.end),
    });
    return eachVisible(file).map(({ finding, range }) => ({
      message: translate(finding.message),
      location: { path: file.path, range: inBytes(range) },
      severity: rdjsonLevels[finding.severity],
      code: { value: finding.rule },
      // Suggestions are alternatives to one another, so a fix of several edits cannot be told here.
      ...(finding.fix?.safe === true &&
        finding.fix.edits.length === 1 && {
          suggestions: finding.fix.edits.map(({ span, newText }) => ({
            range: inBytes(rangeOf(lines, span)),
            text: newText,
          })),
        }),
    }));
  });
  const unreadable = report.unreadable.map(({ path, reason }) => ({
    message: translate(reason),
    location: { path },
    severity: 'ERROR',
    code: { value: 'drydock/unreadable' },
  }));
  return `${JSON.stringify({ source: { name: 'drydock' }, diagnostics: [...diagnostics, ...unreadable] }, null, 2)}\n`;
}

type Range = ReturnType<typeof rangeOf>;

/** This format counts columns in bytes of UTF-8. */
function toBytes(text: string, lines: LineIndex, { line, column }: Place): Place {
  const start = lines.lineStart(line - 1);
  let bytes = 0;
  for (const character of text.slice(start, start + column - 1)) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return { line, column: bytes + 1 };
}

const rdjsonLevels: Readonly<Record<Severity, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  info: 'INFO',
  hint: 'INFO',
};

function eachVisible({ text, findings }: FileReport) {
  const lines = createLineIndex(text);
  return getVisible(findings).map((finding) => ({ finding, range: rangeOf(lines, finding.span) }));
}
