import { type Finding, type Fix, type RelatedPlace, type Severity, type Suppression } from '../lint/index.ts';
import { createLineIndex, message, type LineIndex, type Span } from '../text/index.ts';
import { createFingerprinter } from './fingerprint.ts';
import { rangeOf, type FileReport, type LintReport, type RenderOptions } from './model.ts';
import { describeRules, type SarifRules } from './sarif-rules.ts';
import { toUri } from './uri.ts';

/** SARIF 2.1.0 for code scanning services. Suppressed findings are part of it, marked as such. */
export function renderSarif(report: LintReport, options: RenderOptions): string {
  const found = report.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  const rules = describeRules(found, options);
  const run = {
    tool: {
      driver: {
        name: 'Drydock',
        semanticVersion: options.version,
        rules: rules.descriptors,
        ...(rules.taxonomies.length > 0 && {
          supportedTaxonomies: rules.taxonomies.map(({ name }, index) => ({ name, index })),
        }),
      },
    },
    ...(rules.taxonomies.length > 0 && { taxonomies: rules.taxonomies }),
    columnKind: 'utf16CodeUnits',
    invocations: [renderInvocation(report, options)],
    results: report.files.flatMap((file) => renderResults(file, rules, options)),
  };
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function renderInvocation({ unreadable }: LintReport, { translate }: RenderOptions) {
  return {
    executionSuccessful: unreadable.length === 0,
    toolExecutionNotifications: unreadable.map(({ path, reason }) => ({
      level: 'error',
      message: { text: translate(reason) },
      locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path) } } }],
    })),
  };
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

function renderResults(file: FileReport, rules: SarifRules, options: RenderOptions) {
  const lines = createLineIndex(file.text);
  const fingerprint = createFingerprinter(file.path, file.text);
  const place = (span: Span) => renderPlace(toUri(file.path), lines, span);
  return file.findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: options.translate(finding.message) },
    locations: [place(finding.span)],
    ...renderRelated(finding.related, file, lines, options),
    partialFingerprints: { 'drydock/v1': fingerprint(finding) },
    suppressions: finding.suppressed === null ? [] : [renderSuppression(finding.suppressed, place, options)],
    ...renderFix(finding, file.path, lines, options),
    properties: { kind: finding.kind, severity: finding.severity },
  }));
}

function renderPlace(uri: string, lines: LineIndex, span: Span) {
  return { physicalLocation: { artifactLocation: { uri }, region: renderRegion(lines, span) } };
}

function renderRegion(lines: LineIndex, span: Span) {
  const { start, end } = rangeOf(lines, span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function renderRelated(
  related: readonly RelatedPlace[],
  file: FileReport,
  lines: LineIndex,
  { translate }: RenderOptions,
) {
  if (related.length === 0) return {};
  const relatedLocations = related.map(({ path, span, message: sentence }, id) => {
    const foreign = path !== undefined && path !== file.path;
    const place = foreign
      ? { physicalLocation: { artifactLocation: { uri: toUri(path) } } }
      : renderPlace(toUri(file.path), lines, span);
    return { id, ...place, message: { text: translate(sentence) } };
  });
  return { relatedLocations };
}

function renderSuppression(
  { by, span, reason }: Suppression,
  place: (span: Span) => ReturnType<typeof renderPlace>,
  { translate }: RenderOptions,
) {
  const justification = reason ?? translate(message('A comment for {tool} asks for it.', { tool: by }));
  return { kind: span === null ? 'external' : 'inSource', justification, ...(span && { location: place(span) }) };
}

/** Only fixes that keep a file's meaning: whoever reads this log may apply them unseen. */
function renderFix({ fix }: Finding, path: string, lines: LineIndex, options: RenderOptions) {
  if (fix?.safe !== true || fix.edits.length === 0) return {};
  return {
    fixes: [{ description: { text: options.translate(fix.title) }, artifactChanges: [renderChange(fix, path, lines)] }],
  };
}

function renderChange({ edits }: Fix, path: string, lines: LineIndex) {
  return {
    artifactLocation: { uri: toUri(path) },
    replacements: edits.map(({ span, newText }) => ({
      deletedRegion: renderRegion(lines, span),
      insertedContent: { text: newText },
    })),
  };
}
