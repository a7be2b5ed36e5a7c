import { createLineIndex } from '../text/index.ts';
import type { Finding, Severity } from '../lint/index.ts';
import { getVisible, placeAt, type FileReport, type LintReport, type RenderOptions, type Unreadable } from './model.ts';

type Options = Pick<RenderOptions, 'translate'>;

/** JUnit: a suite for each file, a failed case for each finding, an error for each file that could not be looked at. */
export function renderJunit(report: LintReport, options: Options): string {
  const suites = report.files.map((file) => renderSuite(file, options));
  const failures = report.files.reduce((sum, { findings }) => sum + getVisible(findings).length, 0);
  const errors = report.unreadable.length;
  const clean = report.files.filter(({ findings }) => getVisible(findings).length === 0).length;
  const counts = attributes({ name: 'drydock', tests: failures + errors + clean, failures, errors });
  const body = [...suites, ...report.unreadable.map((each) => renderUnreadableSuite(each, options))];
  return `${declaration}<testsuites ${counts}>\n${body.join('')}</testsuites>\n`;
}

function renderSuite({ path, text, findings }: FileReport, { translate }: Options): string {
  const lines = createLineIndex(text);
  const visible = getVisible(findings);
  const cases = visible.map((finding) => {
    const { line, column } = placeAt(lines, finding.span.start);
    const sentence = translate(finding.message);
    const failure = attributes({ message: sentence, type: finding.severity });
    const where = escape(`${path}:${line}:${column}: ${sentence}`);
    return `    <testcase ${attributes({ name: `${finding.rule} ${line}:${column}`, classname: path })}>\n      <failure ${failure}>${where}</failure>\n    </testcase>\n`;
  });
  // A suite without a case is read as "did not run" by some services.
  if (cases.length === 0) cases.push(`    <testcase ${attributes({ name: 'drydock', classname: path })}/>\n`);
  const counts = attributes({ name: path, tests: cases.length, failures: visible.length, errors: 0 });
  return `  <testsuite ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function renderUnreadableSuite({ path, reason }: Unreadable, { translate }: Options): string {
  const head = attributes({ name: path, tests: 1, failures: 0, errors: 1 });
  const error = attributes({ message: translate(reason), type: 'unreadable' });
  const body = `    <testcase ${attributes({ name: 'drydock', classname: path })}>\n      <error ${error}/>\n    </testcase>\n`;
  return `  <testsuite ${head}>\n${body}  </testsuite>\n`;
}

/** Checkstyle: an element for each file, one below it for each finding. */
export function renderCheckstyle(report: LintReport, { translate }: Options): string {
  const files = report.files.map(({ path, text, findings }) => {
    const lines = createLineIndex(text);
    const errors = getVisible(findings).map((finding) => `    <error ${describe(finding, lines, translate)}/>\n`);
    return `  <file ${attributes({ name: path })}>\n${errors.join('')}  </file>\n`;
  });
  const unreadable = report.unreadable.map(({ path, reason }) => {
    const error = attributes({ line: 1, severity: 'error', message: translate(reason), source: 'drydock.unreadable' });
    return `  <file ${attributes({ name: path })}>\n    <error ${error}/>\n  </file>\n`;
  });
  return `${declaration}<checkstyle version="4.3">\n${[...files, ...unreadable].join('')}</checkstyle>\n`;
}

const checkstyleLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'info',
};

function describe(
  finding: Finding,
  lines: ReturnType<typeof createLineIndex>,
  translate: Options['translate'],
): string {
  const { line, column } = placeAt(lines, finding.span.start);
  const source = `drydock.${finding.rule.replaceAll('/', '.')}`;
  return attributes({
    line,
    column,
    severity: checkstyleLevels[finding.severity],
    message: translate(finding.message),
    source,
  });
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escape(String(value))}"`)
    .join(' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 cannot hold at all become the replacement character; line breaks in attributes are kept. */
function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
