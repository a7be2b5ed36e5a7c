import { severities, type Finding, type Severity } from '../lint/index.ts';
import { createLineIndex, message, type LineIndex, type Message } from '../text/index.ts';
import { countBySeverity, getVisible, placeAt, type FileReport, type LintReport, type RenderOptions } from './model.ts';

export interface TextOptions extends Pick<RenderOptions, 'translate'> {
  readonly color: boolean;
}

/** For people: each finding with its line of the file drawn below, then one sentence that sums up. */
export function renderText(report: LintReport, options: TextOptions): string {
  const parts = report.files.flatMap((file) => renderFile(file, options));
  const unreadable = report.unreadable.map(
    ({ path, reason }) => `${paint('error', printable(path), options)}  ${options.translate(reason)}\n`,
  );
  return [...parts, ...unreadable, `${sumUp(report, options)}\n`].join('\n');
}

function renderFile(file: FileReport, options: TextOptions): string[] {
  const visible = getVisible(file.findings);
  if (visible.length === 0) return [];
  const lines = createLineIndex(file.text);
  return visible.map((finding) => {
    const { line, column } = placeAt(lines, finding.span.start);
    const where = `${printable(file.path)}:${line}:${column}`;
    const level = paint(finding.severity, options.translate(severityNames[finding.severity]), options);
    const note = finding.fix ? `  ${options.translate(fixNote(finding))}` : '';
    const head = `${bold(where, options)}  ${level}  ${options.translate(finding.message)}`;
    const source = renderSource(file.text, lines, finding, options);
    return [head, `  ${dim(`${finding.rule}${note}`, options)}`, ...source, ''].join('\n');
  });
}

function fixNote({ fix }: Finding): Message {
  return fix?.safe === true ? message('(--fix corrects this)') : message('(--fix-unsafe corrects this)');
}

const widest = 160;

/** The first line of the finding with carets below it; tabs stay tabs so that the carets stand right. */
function renderSource(text: string, lines: LineIndex, { span, severity }: Finding, options: TextOptions): string[] {
  const start = lines.lineStart(lines.positionAt(span.start).line);
  // A byte order mark takes no room on a screen.
  const lineStart = text.startsWith('\uFEFF', start) ? start + 1 : start;
  const rest = text.slice(lineStart, lineStart + widest * 4);
  const line = (/^[^\r\n]*/.exec(rest)?.[0] ?? '').slice(0, widest);
  const from = Math.max(0, span.start - lineStart);
  if (from > line.length || line.trim() === '') return [];
  const width = Math.max(1, Math.min(span.end - lineStart, line.length) - from);
  const indent = line.slice(0, from).replace(/[^\t]/g, ' ');
  return [`    ${printable(line)}`, `    ${indent}${paint(severity, '^'.repeat(width), options)}`];
}

function sumUp(report: LintReport, { translate }: TextOptions): string {
  const counts = countBySeverity(report);
  const files = fileCount(report.files.length);
  const told = severities.flatMap((severity) =>
    counts[severity] === 0 ? [] : [translate(countNames[severity](counts[severity]))],
  );
  const found =
    told.length === 0
      ? `${translate(files)}: ${translate(message('nothing found'))}.`
      : `${translate(files)}: ${told.join(', ')}.`;
  if (report.unreadable.length === 0) return found;
  const missed =
    report.unreadable.length === 1
      ? message('1 could not be looked at.')
      : message('{count} could not be looked at.', { count: String(report.unreadable.length) });
  return `${found} ${translate(missed)}`;
}

function fileCount(count: number): Message {
  return count === 1 ? message('1 file looked at') : message('{count} files looked at', { count: String(count) });
}

/** The word for a level, to be translated. */
export const severityNames: Readonly<Record<Severity, Message>> = {
  error: message('error'),
  warning: message('warning'),
  info: message('info'),
  hint: message('hint'),
};

const countNames: Readonly<Record<Severity, (count: number) => Message>> = {
  error: (count) => (count === 1 ? message('1 error') : message('{count} errors', { count: String(count) })),
  warning: (count) => (count === 1 ? message('1 warning') : message('{count} warnings', { count: String(count) })),
  info: (count) => (count === 1 ? message('1 information') : message('{count} information', { count: String(count) })),
  hint: (count) => (count === 1 ? message('1 hint') : message('{count} hints', { count: String(count) })),
};

/** Control characters in a file or its name must not reach a terminal as commands. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\uFFFD');
}

const colors: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36', hint: '90' };

function paint(severity: Severity, text: string, { color }: TextOptions): string {
  return color ? `\u001b[${colors[severity]}m${text}\u001b[0m` : text;
}

function bold(text: string, { color }: TextOptions): string {
  return color ? `\u001b[1m${text}\u001b[0m` : text;
}

function dim(text: string, { color }: TextOptions): string {
  return color ? `\u001b[2m${text}\u001b[0m` : text;
}
