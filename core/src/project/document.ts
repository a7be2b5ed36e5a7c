import type { ComposeFile } from '../compose/index.ts';
import { parseCompose } from '../compose/index.ts';
import { parseDockerfile, type Dockerfile } from '../dockerfile/index.ts';
import { parseIgnore, type IgnoreFile } from '../ignore/index.ts';
import { isOverrideFile, type Language } from './file-names.ts';

/** One version of one file, parsed once; every rule and every editor feature reads this same model. */
export type SourceDocument =
  | { readonly language: 'dockerfile'; readonly path: string; readonly text: string; readonly model: Dockerfile }
  | { readonly language: 'compose'; readonly path: string; readonly text: string; readonly model: ComposeFile }
  | { readonly language: 'dockerignore'; readonly path: string; readonly text: string; readonly model: IgnoreFile };

/** `previous` is the version before an edit: what did not change there is not read again. */
export function parseDocument(
  language: Language,
  path: string,
  text: string,
  previous?: SourceDocument,
): SourceDocument {
  switch (language) {
    case 'dockerfile': {
      const known = previous?.language === language ? previous.model : undefined;
      return { language, path, text, model: parseDockerfile(text, known) };
    }
    case 'compose':
      return { language, path, text, model: parseCompose(text, { partial: isOverrideFile(path) }) };
    case 'dockerignore':
      return { language, path, text, model: parseIgnore(text) };
  }
}
