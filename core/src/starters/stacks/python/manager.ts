import { message, type Message } from '../../../text/index.ts';
import { tools } from '../../images.data.ts';
import type { Evidence } from '../../model.ts';
import { parseJson, parseToml } from '../../read/manifest.ts';
import { folderOf, join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import { hasTool, type PythonProject } from './project.ts';

export interface PythonManager {
  readonly id: 'pip' | 'uv' | 'poetry' | 'pdm' | 'pipenv';
  readonly version: string | null;
  readonly lockfile: string | null;
  readonly evidence: Evidence;
  readonly warnings: readonly Message[];
}

const byLockfile: readonly (readonly [string, PythonManager['id']])[] = [
  ['uv.lock', 'uv'],
  ['poetry.lock', 'poetry'],
  ['pdm.lock', 'pdm'],
  ['Pipfile.lock', 'pipenv'],
];

const versions: Readonly<Record<PythonManager['id'], string | null>> = {
  pip: null,
  uv: tools.uvImage.default,
  poetry: tools.poetry,
  pdm: tools.pdm,
  pipenv: tools.pipenv,
};

/** Who installs: by lockfile, then by the tool's own table in pyproject.toml, then pip. */
export async function findPythonManager(project: PythonProject): Promise<PythonManager> {
  const { survey, folder } = project;
  const names = survey.names(folder);
  const present = byLockfile.filter(([name]) => names.has(name));
  const [locked] = present;
  if (!locked) return withoutLock(project);
  const [lockfile, id] = locked;
  const path = join(folder, lockfile);
  const doubt = doubtLock(path, await survey.read(path));
  const others = present.slice(1).map(([name]) => name);
  const several = message('There are several lockfiles. {used} is used; {others} can go.', {
    used: lockfile,
    others: others.join(', '),
  });
  return {
    id,
    version: versions[id],
    lockfile: doubt ? null : lockfile,
    evidence: evidence(
      'packageManager',
      { path, line: 1 },
      message('{file} is the lockfile of {manager}', { file: lockfile, manager: id }),
    ),
    warnings: [...(doubt ? [doubt] : []), ...(others.length > 0 ? [several] : [])],
  };
}

function withoutLock(project: PythonProject): PythonManager {
  const { survey, folder, requirements } = project;
  const path = join(folder, 'pyproject.toml');
  const own = (['poetry', 'pdm', 'uv'] as const).find((name) => hasTool(project, name));
  const isMember = !requirements && foldersAbove(folder).some((at) => survey.has(join(at, 'uv.lock')));
  const id = requirements
    ? 'pip'
    : (own ?? (isMember ? 'uv' : undefined) ?? (survey.names(folder).has('Pipfile') ? 'pipenv' : 'pip'));
  const file = requirements ?? (id === 'pipenv' ? 'Pipfile' : survey.has(path) ? 'pyproject.toml' : '');
  const at = { path: join(folder, file || '.'), line: 1 };
  const said = message('{file} is what {manager} installs', { file: file || '-', manager: id });
  const missing = message('{path} has no lockfile of {manager}: builds may differ from day to day.', {
    path: at.path,
    manager: id,
  });
  return {
    id,
    version: versions[id],
    lockfile: requirements,
    evidence: evidence('packageManager', at, said, file ? 'certain' : 'guess'),
    warnings: id === 'pip' ? [] : [missing],
  };
}

/** A workspace of uv keeps its one lockfile at its root. */
function foldersAbove(folder: string): readonly string[] {
  return folder === '.' ? [] : [folderOf(folder), ...foldersAbove(folderOf(folder))];
}

function doubtLock(path: string, text: string | undefined): Message | undefined {
  // Large lockfiles are not handed out as text; nothing speaks against them then.
  if (text === undefined) return undefined;
  if (text.trim() === '' || /^(<{7}|={7}|>{7})( |$)/m.test(text)) {
    return message('{path} is empty or holds a merge conflict, so the image installs without it.', { path });
  }
  const lock = path.endsWith('Pipfile.lock') ? parseJson(text) : parseToml(text);
  if (lock.ok) return undefined;
  return message('{path} cannot be parsed (line {line}), so the image installs without it.', {
    path,
    line: String(lock.line),
  });
}
