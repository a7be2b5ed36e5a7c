import type { Finding } from '../lint/index.ts';
import { findCopySources, type BuildContext, type SourceDocument } from '../project/index.ts';
import { message, type Message, type TextEdit } from '../text/index.ts';
import { appendLines } from './shared/ignore-lines.ts';
import { listNames } from './shared/name-list.ts';
import { findUnwanted } from './shared/unwanted-files.ts';

/** A change of the ignore file that answers a finding in a Dockerfile. */
export interface IgnoreAddition {
  readonly title: Message;
  /** In the text of the context's ignore file, which is empty where there is none. */
  readonly edit: TextEdit;
  readonly finding: Finding;
}

/** Excludes what a copy of everything takes along, or takes back what a COPY names. */
export function planIgnoreAdditions(
  document: SourceDocument,
  findings: readonly Finding[],
  context: BuildContext,
): readonly IgnoreAddition[] {
  return findings.flatMap((finding) => {
    const lines = findLines(document, finding, context);
    if (lines.length === 0) return [];
    const data = { patterns: listNames(lines), ignore: context.ignoreName };
    const title = message('Write {patterns} into `{ignore}`', data);
    return [{ title, edit: appendLines(context.ignore?.text ?? '', lines), finding }];
  });
}

function findLines(document: SourceDocument, { rule, span }: Finding, context: BuildContext): readonly string[] {
  if (document.language !== 'dockerfile') return [];
  if (rule === 'dockerfile/copy-ignored-file') {
    const source = findCopySources(document.model).find((each) => each.span.start === span.start);
    return source && context.ignore ? [`!${source.path}`] : [];
  }
  if (rule !== 'dockerfile/copy-context-root') return [];
  if (!context.listing()) return ['.git', '**/.env'];
  return [...new Set(findUnwanted(context, context.ignore).map(({ pattern }) => pattern))];
}
