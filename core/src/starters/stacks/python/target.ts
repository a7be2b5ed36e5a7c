import { message, type Message } from '../../../text/index.ts';
import type { Evidence } from '../../model.ts';
import { parseCommand } from '../../read/command.ts';
import { lineAt } from '../../read/lines.ts';
import type { Process } from '../../read/procfile.ts';
import { findInSources, type Source } from '../../read/sources.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { PythonProject } from './project.ts';

export interface PythonStart {
  readonly evidence: Evidence;
  readonly warnings: readonly Message[];
  /** The module lies below `src`. */
  readonly isInSrc: boolean;
  command(port: number): readonly string[];
}

/** Where the application's object stands. */
export interface Target {
  readonly source: Source;
  readonly line: number;
  /** `package.module` as Python imports it from the folder, or from its `src`. */
  readonly module: string;
  readonly isInSrc: boolean;
  /** The variable or call behind the colon. */
  readonly name: string;
}

export function findTarget(
  project: PythonProject,
  sources: readonly Source[],
  patterns: readonly RegExp[],
): Target | undefined {
  const found = findInSources(importable(project, sources), patterns);
  return found && toTarget(project, found.source, { at: found.match.index, name: found.match[1] ?? 'app' });
}

/** `def create_app(` in a module that makes the application object inside. */
export function findFactory(project: PythonProject, sources: readonly Source[], made: RegExp): Target | undefined {
  const found = findInSources(
    importable(project, sources).filter(({ text }) => made.test(text)),
    [/^def (create_app|make_app|get_app|build_app)\(/m],
  );
  return found && toTarget(project, found.source, { at: found.match.index, name: `${found.match[1]}()` });
}

/** A path that Python could not import is no module; it also must not look like options of the server. */
function importable(project: PythonProject, sources: readonly Source[]): readonly Source[] {
  return sources.filter(({ path }) => /^(?:[A-Za-z_]\w*\/)*[A-Za-z_]\w*\.py$/.test(relative(project, path)));
}

function toTarget(
  project: PythonProject,
  source: Source,
  { at, name }: { at: number; name: string },
): Target | undefined {
  const file = relative(project, source.path);
  const isInSrc = file.startsWith('src/') && !project.survey.has(join(project.folder, 'src/__init__.py'));
  const module = (isInSrc ? file.slice(4) : file).replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
  if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(module)) return undefined;
  return { source, line: lineAt(source.text, at), module, isInSrc, name };
}

export function fromTarget({ source, line, module, isInSrc, name }: Target): Pick<PythonStart, 'evidence' | 'isInSrc'> {
  return {
    isInSrc,
    evidence: evidence(
      'start',
      { path: source.path, line },
      message('the application is `{name}` in {module}', { name, module }),
    ),
  };
}

/** The module and object that a Procfile hands to a server, when that module is there. */
export function targetOfProcess(
  project: PythonProject,
  sources: readonly Source[],
  process: Process | undefined,
): Target | undefined {
  const words = parseCommand(process?.text ?? '')?.words ?? [];
  if (!process || !/^(gunicorn|uvicorn|hypercorn|waitress-serve|daphne)$/.test(words[0] ?? '')) return undefined;
  for (const word of words.slice(1)) {
    const [, module = '', name = 'app'] = /^([A-Za-z_][\w.]*)(?::([A-Za-z_]\w*(?:\([^()]*\))?))?$/.exec(word) ?? [];
    const path = module.replaceAll('.', '/');
    const source = sources.find(({ path: each }) =>
      [`${path}.py`, `${path}/__init__.py`].includes(relative(project, each)),
    );
    if (source && module !== '') return { source, line: 1, module, isInSrc: false, name };
  }
  return undefined;
}

export function relative({ folder }: PythonProject, path: string): string {
  return folder === '.' ? path : path.slice(folder.length + 1);
}
