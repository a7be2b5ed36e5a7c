import { defaultConfig, findLanguage, formatMessage, lintDocument, parseDocument, rules, type Plan } from '#core';

/** Every finding of the strict preset in what a plan writes, one line each: suppressed ones do not count. */
export function strictFindings({ files }: Plan): readonly string[] {
  return files.flatMap(({ path, content }) => {
    const language = findLanguage(path);
    if (!language) return [];
    const document = parseDocument(language, path, content);
    const config = { ...defaultConfig, preset: 'strict' as const };
    const { findings, crashes } = lintDocument(document, { rules, config, today: '2026-11-20' });
    return [
      ...crashes.map(({ rule, error }) => `${path}: ${rule} crashed: ${String(error)}`),
      ...findings
        .filter(({ suppressed }) => suppressed === null)
        .map(
          ({ rule, message, span }) =>
            `${path}: ${rule}: ${formatMessage(message)} <${content.slice(span.start, span.end)}>`,
        ),
    ];
  });
}
