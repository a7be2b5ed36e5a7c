import { message } from '../../../text/index.ts';
import { imagesDate, pythonReleases } from '../../images.data.ts';
import { lineOf } from '../../read/lines.ts';
import { textAt } from '../../read/manifest.ts';
import { newestRelease, resolveRange } from '../../read/version.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { RuntimeVersion } from '../node/version.ts';
import type { PythonProject } from './project.ts';

interface Pin {
  readonly written: string;
  readonly path: string;
  readonly line: number;
}

const files: readonly (readonly [string, RegExp])[] = [
  ['.python-version', /^[ \t]*(?:cpython-|python-)?(\d+\.\d+\S*)/m],
  ['.tool-versions', /^python[ \t]+(\d+\.\d+\S*)/m],
  ['mise.toml', /^python[ \t]*=[ \t]*"(\d+\.\d+[^"\n]*)"/m],
  ['runtime.txt', /^[ \t]*python-(\d+\.\d+\S*)/m],
];

/** An exact pin before a range of the manifest before the newest release. */
export async function findPythonVersion(project: PythonProject): Promise<RuntimeVersion> {
  for (const { written, path, line } of await readPins(project)) {
    const release = resolveRange(written, pythonReleases, imagesDate);
    if (!release) continue;
    const said = message('{path} asks for Python {written}', { path, written });
    const ended = message('Python {version}, which {path} asks for, has had no security fixes since {end}.', {
      version: release.version,
      path,
      end: release.end,
    });
    return {
      version: release.version,
      evidence: evidence('version', { path, line }, said),
      warnings: release.end < imagesDate ? [ended] : [],
    };
  }
  const { version } = newestRelease(pythonReleases, imagesDate);
  const said = message('nothing pins Python, and {version} is the newest release', { version });
  return {
    version,
    evidence: evidence('version', { path: join(project.folder, '.'), line: 1 }, said, 'likely'),
    warnings: [],
  };
}

async function readPins({
  survey,
  folder,
  pyproject,
  pyprojectText,
  pipfile,
  pipfileText,
}: PythonProject): Promise<Pin[]> {
  const pins: Pin[] = [];
  for (const [name, pattern] of files) {
    const path = join(folder, name);
    const text = (await survey.read(path)) ?? '';
    const written = pattern.exec(text)?.[1];
    if (written) pins.push({ written, path, line: lineOf(text, pattern) });
  }
  const path = join(folder, 'pyproject.toml');
  const requires = textAt(pyproject, 'project', 'requires-python');
  if (requires) pins.push({ written: requires, path, line: lineOf(pyprojectText, /^requires-python/m) });
  const poetry = textAt(pyproject, 'tool', 'poetry', 'dependencies', 'python');
  if (poetry) pins.push({ written: poetry, path, line: lineOf(pyprojectText, /^python\s*=/m) });
  for (const key of ['python_full_version', 'python_version']) {
    const written = textAt(pipfile, 'requires', key);
    if (written) pins.push({ written, path: join(folder, 'Pipfile'), line: lineOf(pipfileText, key) });
  }
  return pins;
}
