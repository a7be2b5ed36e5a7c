import { message, type Message } from '../../../text/index.ts';
import { imagesDate, nodeCodenames, nodeReleases, type Release } from '../../images.data.ts';
import type { Evidence } from '../../model.ts';
import { lineOf, lineOfKey } from '../../read/lines.ts';
import { textAt } from '../../read/manifest.ts';
import { findRelease, newestRelease, resolveRange } from '../../read/version.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { NodeProject } from './project.ts';

export interface RuntimeVersion {
  readonly version: string;
  readonly evidence: Evidence;
  readonly warnings: readonly Message[];
}

interface Pin {
  readonly written: string;
  readonly path: string;
  readonly line: number;
}

/** An exact pin before a range of the manifest before the newest long-term release. */
export async function findNodeVersion(project: NodeProject): Promise<RuntimeVersion> {
  for (const pin of await readPins(project)) {
    const release = resolvePin(pin.written);
    if (release) return fromPin(release, pin);
  }
  const release = newestRelease(nodeReleases, imagesDate);
  const said = message('nothing pins Node, and {version} is the newest release with long-term support', {
    version: release.version,
  });
  return {
    version: release.version,
    evidence: evidence('version', { path: project.path, line: 1 }, said, 'likely'),
    warnings: [],
  };
}

function fromPin(release: Release, { written, path, line }: Pin): RuntimeVersion {
  const said = message('{path} asks for Node {written}', { path, written });
  const ended = message('Node {version}, which {path} asks for, has had no security fixes since {end}.', {
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

async function readPins({ survey, folder, root, text, manifest, rootManifest }: NodeProject): Promise<Pin[]> {
  const pins: Pin[] = [];
  for (const at of folder === root ? [folder] : [folder, root]) {
    for (const name of ['.nvmrc', '.node-version', '.tool-versions', 'mise.toml']) {
      const found = readVersionFile(name, (await survey.read(join(at, name))) ?? '');
      if (found) pins.push({ ...found, path: join(at, name) });
    }
  }
  const path = join(folder, 'package.json');
  for (const keys of [
    ['volta', 'node'],
    ['engines', 'node'],
    ['devEngines', 'runtime', 'version'],
  ]) {
    const written = textAt(manifest, ...keys);
    if (written) pins.push({ written, path, line: lineOfKey(text, ...keys) });
    const above = folder === root ? undefined : textAt(rootManifest, ...keys);
    if (above) pins.push({ written: above, path: join(root, 'package.json'), line: 1 });
  }
  return pins;
}

function readVersionFile(name: string, text: string): { written: string; line: number } | undefined {
  if (name === '.tool-versions') return firstMatch(text, /^nodejs[ \t]+(\S+)/m);
  if (name === 'mise.toml') return firstMatch(text, /^node(?:js)?[ \t]*=[ \t]*"([^"\n]+)"/m);
  return firstMatch(text, /^[ \t]*([^\s#]\S*)/m);
}

function firstMatch(text: string, pattern: RegExp): { written: string; line: number } | undefined {
  const written = pattern.exec(text)?.[1];
  return written ? { written, line: lineOf(text, pattern) } : undefined;
}

function resolvePin(written: string): Release | undefined {
  const clean = written.trim().toLowerCase();
  if (/^(lts\/\*|lts|node|stable|latest|current|\*)$/.test(clean)) return newestRelease(nodeReleases, imagesDate);
  const codename = /^(?:lts\/)?([a-z]+)$/.exec(clean)?.[1];
  if (codename)
    return Object.hasOwn(nodeCodenames, codename)
      ? findRelease(nodeReleases, nodeCodenames[codename] ?? '')
      : undefined;
  return resolveRange(clean, nodeReleases, imagesDate);
}
