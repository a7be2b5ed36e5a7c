import { message, type Message } from '../../../text/index.ts';
import { pnpmByLockfile, pnpmDefault, tools } from '../../images.data.ts';
import type { Evidence } from '../../model.ts';
import { lineOfKey } from '../../read/lines.ts';
import { parseJson, tableAt, textAt } from '../../read/manifest.ts';
import { compareText, join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { NodeProject } from './project.ts';

export interface NodeManager {
  readonly id: 'npm' | 'yarn' | 'yarn-berry' | 'pnpm' | 'bun';
  /** Exact, as pinned or as the lockfile implies; null for npm, which comes with Node. */
  readonly version: string | null;
  /** Name of a lockfile that can be trusted, or null. */
  readonly lockfile: string | null;
  readonly evidence: Evidence;
  readonly warnings: readonly Message[];
}

type Family = 'npm' | 'yarn' | 'pnpm' | 'bun';
export const lockfiles: readonly (readonly [string, Family])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/** Who installs: the `packageManager` field before the lockfile, since it is what Corepack obeys. */
export async function findManager(project: NodeProject): Promise<NodeManager> {
  const choice = choose(project);
  const { family, name, pin } = choice;
  const text = name === null ? undefined : await project.survey.read(join(project.root, name));
  const id = family === 'yarn' && isBerry(project, pin?.version, text) ? 'yarn-berry' : family;
  const doubt = name === null ? noLockfile(project.path, family) : doubtLockfile(project, name, text);
  return {
    id,
    version: versionOf(id, pin?.version, text),
    lockfile: doubt ? null : name,
    evidence: managerEvidence(project, family, { name, pinned: pin !== undefined }),
    warnings: [...tellOthers(choice), ...(doubt ? [doubt] : [])],
  };
}

interface Choice {
  readonly family: Family;
  /** The lockfile of that family, or null. */
  readonly name: string | null;
  readonly pin: { readonly family: Family; readonly version: string | undefined } | undefined;
  /** Lockfiles of other families, which nobody reads. */
  readonly others: readonly string[];
}

function choose(project: NodeProject): Choice {
  const names = project.survey.names(project.root);
  const present = lockfiles.filter(([name]) => names.has(name));
  const pin = readPin(project);
  const family = pin?.family ?? present[0]?.[1] ?? familyByFiles(names) ?? 'npm';
  const others = present.filter(([, each]) => each !== family).map(([name]) => name);
  return { family, name: present.find(([, each]) => each === family)?.[0] ?? null, pin, others };
}

/** Settings that only one manager reads, where no lockfile was kept. */
function familyByFiles(names: ReadonlySet<string>): Family | undefined {
  if (names.has('pnpm-workspace.yaml')) return 'pnpm';
  if (names.has('.yarnrc.yml') || names.has('.yarnrc')) return 'yarn';
  return names.has('bunfig.toml') ? 'bun' : undefined;
}

function tellOthers({ name, family, others }: Choice): readonly Message[] {
  if (others.length === 0) return [];
  const used = name ?? family;
  return [
    message('There are several lockfiles. {used} is used; {others} can go.', { used, others: others.join(', ') }),
  ];
}

function noLockfile(path: string, manager: string): Message {
  return message('{path} has no lockfile of {manager}: builds may differ from day to day.', { path, manager });
}

function managerEvidence(
  project: NodeProject,
  family: Family,
  { name, pinned }: { name: string | null; pinned: boolean },
): Evidence {
  const rootPath = join(project.root, 'package.json');
  if (pinned) {
    const line = project.root === project.folder ? lineOfKey(project.text, 'packageManager') : 1;
    return evidence(
      'packageManager',
      { path: rootPath, line },
      message('`packageManager` names {manager}', { manager: family }),
    );
  }
  if (name)
    return evidence(
      'packageManager',
      { path: join(project.root, name), line: 1 },
      message('{file} is the lockfile of {manager}', { file: name, manager: family }),
    );
  return evidence(
    'packageManager',
    { path: project.path, line: 1 },
    message('there is no lockfile, and npm comes with Node'),
    'guess',
  );
}

function readPin(project: NodeProject): { family: Family; version: string | undefined } | undefined {
  const field = textAt(project.rootManifest, 'packageManager') ?? '';
  const match = /^(npm|yarn|pnpm|bun)@(\d+\.\d+\.\d+)?/.exec(field);
  if (match) return { family: match[1] as Family, version: match[2] };
  const tool = tableAt(project.rootManifest, 'devEngines', 'packageManager');
  const name = textAt(tool, 'name') ?? '';
  if (!/^(npm|yarn|pnpm|bun)$/.test(name)) return undefined;
  return { family: name as Family, version: /^\d+\.\d+\.\d+$/.exec(textAt(tool, 'version') ?? '')?.[0] };
}

function isBerry({ survey, root }: NodeProject, pinned: string | undefined, lock: string | undefined): boolean {
  if (pinned) return !pinned.startsWith('1.');
  return survey.names(root).has('.yarnrc.yml') || /^__metadata:/m.test(lock ?? '');
}

function versionOf(id: NodeManager['id'], pinned: string | undefined, lock: string | undefined): string | null {
  if (id === 'npm') return null;
  if (pinned) return pinned;
  if (id === 'yarn') return tools.yarnClassic;
  if (id === 'yarn-berry') return tools.yarnBerry;
  if (id === 'bun') return tools.bunImage.default;
  const written = /^lockfileVersion:\s*['"]?(\d+(?:\.\d+)?)/m.exec(lock ?? '')?.[1] ?? '';
  return pnpmByLockfile.find(({ lockfile }) => written.startsWith(lockfile))?.version ?? pnpmDefault;
}

/** Why an installation by this lockfile would fail, as far as that can be seen without a registry. */
function doubtLockfile(project: NodeProject, name: string, text: string | undefined): Message | undefined {
  const path = join(project.root, name);
  // Large lockfiles are not handed out as text; nothing speaks against them then.
  if (text === undefined || name === 'bun.lockb') return undefined;
  if (text.trim() === '' || /^(<{7}|={7}|>{7})( |$)/m.test(text)) {
    return message('{path} is empty or holds a merge conflict, so the image installs without it.', { path });
  }
  if (!name.endsWith('.json')) return undefined;
  const lock = parseJson(text);
  if (!lock.ok)
    return message('{path} is not valid JSON (line {line}), so the image installs without it.', {
      path,
      line: String(lock.line),
    });
  const missing = missingFromLock(project, tableAt(lock.value, 'packages'));
  if (missing.length === 0) return undefined;
  return message(
    '{path} does not know {packages} of {manifest}, so the image installs without it. Run `npm install` once.',
    {
      path,
      packages: missing.slice(0, 3).join(', '),
      manifest: project.path,
    },
  );
}

function missingFromLock(project: NodeProject, packages: Readonly<Record<string, unknown>>): string[] {
  const key = project.folder === project.root ? '' : project.folder;
  if (!Object.hasOwn(packages, key)) return [];
  const known = { ...tableAt(packages, key, 'dependencies'), ...tableAt(packages, key, 'devDependencies') };
  const wanted = [...Object.keys(project.dependencies), ...Object.keys(project.devDependencies)];
  return wanted.filter((each) => !Object.hasOwn(known, each)).sort(compareText);
}
