import {
  formatMessage,
  lintDocument,
  message,
  parseDocument,
  parseLintConfig,
  type LintReport,
  type RenderOptions,
} from '#core';
import { sampleRules } from '../lint/sample-rules.ts';

const { config } = parseLintConfig('preset: strict', sampleRules);

/** A report of real runs over the given files. */
export function reportOf(files: Readonly<Record<string, string>>): LintReport {
  const reports = Object.entries(files).map(([path, text]) => {
    const language = path.endsWith('.yaml') ? ('compose' as const) : ('dockerfile' as const);
    const document = parseDocument(language, path, text);
    const { findings } = lintDocument(document, { rules: sampleRules, config, today: '2026-11-21' });
    return { path, language, text, findings };
  });
  return { files: reports, unreadable: [] };
}

export const unreadable = [{ path: 'dark/Dockerfile', reason: message('You may not read this file.') }];

export const options: RenderOptions & { color: boolean } = {
  translate: formatMessage,
  version: '1.2.3',
  rules: sampleRules,
  color: false,
};

/** A Dockerfile with a fixable, a plain and a silenced finding, and characters that take two UTF-16 units. */
export const dockerfile =
  'FROM alpine:3.23\nADD "😀.js" /srv/\nUSER root\n# drydock ignore=no-add reason=as it comes\nADD b /b\n';

export const compose = 'services:\n  web:\n    image: nginx\n    privileged: true\n';
