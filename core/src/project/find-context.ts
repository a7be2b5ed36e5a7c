import { parseIgnore } from '../ignore/index.ts';
import type { ContextParts } from './context.ts';
import type { CopySource } from './copy-sources.ts';

/** The disk, as far as finding a context needs it. Paths are those of the caller's machine. */
export interface ContextDisk {
  exists(path: string): Promise<boolean>;
  /** The text of a file, or undefined where there is none to read. */
  read(path: string): Promise<string | undefined>;
}

export interface ContextRequest {
  /** The name of the Dockerfile, without its folder. */
  readonly name: string;
  /** Its folder, and the folders around it that a build may be started in; the nearest first. */
  readonly folders: readonly string[];
  readonly sources: readonly CopySource[];
}

/** The context of a Dockerfile, and the folder it lies in. */
export interface FoundContext {
  readonly folder: string;
  readonly ignorePath: string;
  readonly parts: ContextParts;
}

/**
 * Finds the folder that a Dockerfile is probably built with, and the ignore file that then counts. That is the
 * Dockerfile's own folder, unless nothing that the file copies lies there and something does in a folder around it.
 */
export async function findContext(request: ContextRequest, disk: ContextDisk): Promise<FoundContext> {
  const { folder, certain } = await chooseFolder(request, disk);
  const beside = `${request.folders[0] ?? folder}/${request.name}.dockerignore`;
  // The builder asks for the Dockerfile's own ignore file first, and then reads no other.
  for (const path of [beside, `${folder}/.dockerignore`]) {
    const text = await disk.read(path);
    if (text === undefined) continue;
    const ignoreName = path === beside ? `${request.name}.dockerignore` : '.dockerignore';
    return { folder, ignorePath: path, parts: { ignore: parseIgnore(text), ignoreName, certain } };
  }
  return { folder, ignorePath: `${folder}/.dockerignore`, parts: { certain } };
}

async function chooseFolder(
  { folders, sources }: ContextRequest,
  disk: ContextDisk,
): Promise<{ folder: string; certain: boolean }> {
  const plain = sources.filter(({ path, wildcard, variable }) => path !== '' && !wildcard && !variable);
  const paths = [...new Set(plain.map(({ path }) => path))].slice(0, mostQuestions);
  for (const folder of folders) {
    for (const path of paths) if (await disk.exists(`${folder}/${path}`)) return { folder, certain: true };
  }
  const own = folders[0] ?? '.';
  const isOnly = paths.length === 0 && folders.length <= 1;
  return { folder: own, certain: isOnly || (await disk.exists(`${own}/.dockerignore`)) };
}

/** Sources that are looked for in each folder. */
const mostQuestions = 20;
