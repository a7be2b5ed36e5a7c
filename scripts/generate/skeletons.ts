import type { RuleLanguage } from '#core';
import type { RuleFacts } from './catalogue.ts';

/** A rule that compiles, finds nothing yet, and says where to write what. */
export function renderRuleSkeleton(language: RuleLanguage, key: string, facts: RuleFacts | undefined): string {
  const severity = facts?.severity ?? 'warning';
  const refs = Object.entries(facts?.refs ?? {}).map(
    ([peer, ids]) => `    ${/^\w+$/.test(peer) ? peer : quote(peer)}: [${ids.map(quote).join(', ')}],`,
  );
  const visitor = visitors[language];
  return [
    "import { defineRule } from '../../lint/index.ts';",
    '',
    ...(facts ? [`// FILL: ${facts.detects}${facts.anchor === null ? '' : ` Underline: ${facts.anchor}.`}`] : []),
    'export default defineRule({',
    `  id: '${language}/${key}',`,
    "  kind: 'practice',",
    `  severity: '${severity}',`,
    ...(severity === 'off' ? ["  strict: 'info',"] : []),
    ...(refs.length === 0 ? ['  refs: {},'] : ['  refs: {', ...refs, '  },']),
    "  title: 'FILL an imperative without a full stop',",
    "  why: 'FILL why it matters, in one or two sentences.',",
    "  source: 'https://docs.docker.com/FILL',",
    `  bad: ${quote(samples[language])},`,
    `  good: ${quote(samples[language])},`,
    '  messages: {',
    "    found: 'FILL what is wrong with `{name}` and what to do',",
    '  },',
    '  on: {',
    ...visitor.map((line) => `    ${line}`),
    '  },',
    '});',
    '',
  ].join('\n');
}

export function renderTestSkeleton(language: RuleLanguage, key: string): string {
  const indented = samples[language]
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`);
  return [
    `import rule from '#core/rules/${language}/${key}.ts';`,
    "import { ruleTest } from '#test/kit/rule-test.ts';",
    '',
    'ruleTest(rule, {',
    "  'FILL what is drawn here': {",
    '    given: `',
    ...indented,
    '    `,',
    '  },',
    '});',
    '',
  ].join('\n');
}

export function renderFrenchSkeleton(): string {
  return `${JSON.stringify({ title: 'FILL', why: 'FILL', messages: { found: 'FILL `{name}`' } }, null, 2)}\n`;
}

const samples: Readonly<Record<RuleLanguage, string>> = {
  dockerfile: 'FROM alpine:3.23\n',
  compose: 'services:\n  web:\n    image: nginx:1.29\n',
  dockerignore: 'node_modules\n',
  engine: '',
};

const visitors: Readonly<Record<RuleLanguage, readonly string[]>> = {
  dockerfile: [
    'RUN(run, ctx) {',
    "  if (run.code === 'FILL') ctx.report({ at: run.keywordSpan, message: 'found', data: { name: run.keywordText } });",
    '},',
  ],
  compose: [
    'service(service, ctx) {',
    "  const entry = service.find('FILL');",
    "  if (entry) ctx.report({ at: entry.keySpan, message: 'found', data: { name: service.name } });",
    '},',
  ],
  dockerignore: [
    'pattern(pattern, ctx) {',
    "  if (pattern.path === 'FILL') ctx.report({ at: pattern.span, message: 'found', data: { name: pattern.raw } });",
    '},',
  ],
  engine: [],
};

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}
