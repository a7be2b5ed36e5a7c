import {
  applyFixes,
  findLanguage,
  formatMessage,
  languageOfRule,
  lintDocument,
  noKnowledge,
  parseDocument,
  parseLintConfig,
  renderJson,
  rules,
  type Knowledge,
  type Rule,
} from '#core';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { sampleSetting } from '#scripts/generate/load-rules.ts';

/** The contract of the command line, as a consumer would check it: nothing missing, nothing more. */
const place = shape({ line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } });
const range = shape({ start: place, end: place });
const words = { type: 'string', minLength: 1 };
const ids = { type: 'array', items: words };
const edit = shape({ range, newText: { type: 'string' } });
const finding = shape({
  rule: { type: 'string', pattern: '^(dockerfile|compose|dockerignore|engine|drydock)/[a-z0-9-]+$' },
  kind: { enum: ['syntax', 'validity', 'security', 'practice', 'style'] },
  severity: { enum: ['error', 'warning', 'info', 'hint'] },
  message: words,
  range,
  refs: {
    type: 'object',
    required: ['cis', 'hadolint', 'buildkit', 'trivy'],
    additionalProperties: ids,
  },
  related: { type: 'array', items: shape({ path: words, message: words, range: orNull(range) }) },
  fix: orNull(shape({ title: words, safe: { type: 'boolean' }, edits: { type: 'array', items: edit } })),
  suppressed: orNull(shape({ by: words, reason: orNull(words), range: orNull(range) })),
});
const count = { type: 'integer', minimum: 0 };
const report = shape({
  version: { const: 1 },
  files: {
    type: 'array',
    items: shape({
      path: words,
      language: { enum: ['dockerfile', 'compose', 'dockerignore'] },
      findings: { type: 'array', items: finding },
    }),
  },
  summary: shape({
    files: count,
    findings: count,
    suppressed: count,
    bySeverity: shape({ error: count, warning: count, info: count, hint: count }),
    unreadable: { type: 'array', items: shape({ path: words, reason: words }) },
  }),
});
const validate = new Ajv({ allErrors: true }).compile(report);

function shape(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

function orNull(schema: object): object {
  return { anyOf: [{ type: 'null' }, schema] };
}

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Edit {
  readonly range: { readonly start: Place; readonly end: Place };
  readonly newText: string;
}
interface Contract {
  readonly files: readonly { readonly findings: readonly { rule: string; fix: { edits: readonly Edit[] } | null }[] }[];
}

const options = { translate: formatMessage };
// A rule that needs something from outside says nothing here.
const samples = rules.filter(({ id, needs }) => !id.startsWith('engine/') && needs === undefined);

function render(text: string, path: string, chosen: ReturnType<typeof settings>): Contract {
  const language = findLanguage(path) ?? 'dockerfile';
  const { findings } = lintDocument(parseDocument(language, path, text), chosen);
  return JSON.parse(renderJson({ files: [{ path, language, text, findings }], unreadable: [] }, options)) as Contract;
}

/** Everything on, with the configuration and the files that a rule's samples need. */
function settings(chosen: readonly Rule[], configuration = '', knowledge: Knowledge = noKnowledge) {
  const { config } = parseLintConfig(configuration, chosen);
  return { rules: chosen, config: { ...config, preset: 'strict' as const }, knowledge, today: '2026-01-01' };
}

/** A consumer that knows lines, columns and nothing else. */
function applyNaively(text: string, edits: readonly Edit[]): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const offset = ({ line, column }: Place): number => lines.slice(0, line - 1).join('').length + column - 1;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (done, { range: { start, end }, newText }) => done.slice(0, offset(start)) + newText + done.slice(offset(end)),
      text,
    );
}

describe.each(samples.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const language = languageOfRule(id);
  const { path, knowledge } = sampleSetting(
    rule,
    language === undefined || language === 'engine' ? 'dockerfile' : language,
  );
  test.each([
    ['as written', rule.bad],
    ['with Windows line ends', rule.bad.replaceAll('\n', '\r\n')],
    [
      'behind a byte order mark and characters of two units',
      rule.bad.replace(/^(?:# check=.*\n)?/, '\uFEFF$&# 😀😀\n'),
    ],
  ])('keeps the contract, and its edits are those of --fix: %s', (_name, text) => {
    const told = render(text, path, settings(rules, rule.configuration, knowledge));
    expect(validate(told), JSON.stringify(validate.errors)).toBe(true);
    expect(told.files[0]?.findings.map((each) => each.rule)).toContain(id);
    const alone = settings([rule], rule.configuration, knowledge);
    const document = parseDocument(findLanguage(path) ?? 'dockerfile', path, text);
    const { text: fixed, dropped } = applyFixes(document, { ...alone, unsafe: true });
    if (dropped.length > 0) return;
    let naive = text;
    for (let round = 0; round < 20; round++) {
      const fix = render(naive, path, alone).files[0]?.findings.find((each) => each.fix?.edits.length)?.fix;
      if (!fix) break;
      naive = applyNaively(naive, fix.edits);
    }
    expect(naive).toBe(fixed);
  });
});

test('silenced and unreadable ones keep the contract too', () => {
  const silenced =
    'FROM alpine:3.23\n# drydock ignore=dockerfile/workdir-relative\nWORKDIR srv\n# drydock ignore=nope\nNOPE\n';
  const told = render(silenced, 'Dockerfile', settings(rules));
  expect(validate(told), JSON.stringify(validate.errors)).toBe(true);
  const dark = { path: 'dark', reason: { template: 'no', args: {} } };
  expect(validate(JSON.parse(renderJson({ files: [], unreadable: [dark] }, options)))).toBe(true);
  expect(validate({ ...told, more: 1 })).toBe(false);
});
