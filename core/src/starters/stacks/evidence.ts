import type { Message } from '../../text/index.ts';
import type { Evidence } from '../model.ts';

/** Shorthand for a piece of evidence, since detectors make many. */
export function evidence(
  fact: string,
  at: { readonly path: string; readonly line: number },
  message: Message,
  confidence: Evidence['confidence'] = 'certain',
): Evidence {
  return { fact, path: at.path, line: at.line, confidence, message };
}

/** Folders whose manifests describe samples and tools, not the product. */
const sideFolders =
  /(^|\/)(tests?|__tests__|spec|e2e|fixtures?|examples?|samples?|demos?|docs?|templates?|benchmarks?|playgrounds?|sandbox(?:es)?|mocks|__mocks__)(\/|$)/i;

export function isSideFolder(path: string): boolean {
  return sideFolders.test(path);
}

/** Placeholders of project templates, such as `{{ name }}` or `<%= name %>`, as the name of something. */
export function isPlaceholder(text: string): boolean {
  return /\{\{|\}\}|<%|%>|\$\{\w+\}|__\w+__$/.test(text);
}
