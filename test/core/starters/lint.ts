import { defaultConfig, findLanguage, formatMessage, lintDocument, parseDocument, rules, type Plan } from '#core';

/** Findings by file, so that a product of many plans judges each different text once. */
export type Judged = Map<string, readonly string[]>;

/** Every finding of the strict preset in what a plan writes, one line each: suppressed ones do not count. */
export function strictFindings({ files }: Plan, judged: Judged = new Map()): readonly string[] {
  return files.flatMap(({ path, content }) => {
    const key = `${path}\0${content}`;
    const found = judged.get(key) ?? judge(path, content);
    judged.set(key, found);
    return found;
  });
}

function judge(path: string, content: string): readonly string[] {
  const language = findLanguage(path);
  if (!language) return [];
  const document = parseDocument(language, path, content);
  const config = { ...defaultConfig, preset: 'strict' as const };
  const { findings, crashes } = lintDocument(document, { rules, config, today: '2026-11-20' });
  const counted = findings.filter(({ suppressed }) => suppressed === null);
  return [
    ...crashes.map(({ rule, error }) => `${path}: ${rule} crashed: ${String(error)}`),
    ...counted.map(({ rule, message, span }) => {
      return `${path}: ${rule}: ${formatMessage(message)} <${content.slice(span.start, span.end)}>`;
    }),
  ];
}
