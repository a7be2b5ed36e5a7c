import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  createContext,
  findContext,
  findCopySources,
  type BuildContext,
  type ContextDisk,
  type SourceDocument,
} from '#core';
import { findSource } from './read-source.ts';

/**
 * The build context of a Dockerfile: the folder it lies in, unless nothing that it copies is there and something is in
 * a folder above, up to the one that the command runs in. Only its ignore file is read; its files are not listed.
 */
export async function readContext(document: SourceDocument, cwd: string): Promise<BuildContext | undefined> {
  if (document.language !== 'dockerfile') return undefined;
  const sources = findCopySources(document.model);
  if (sources.length === 0) return undefined;
  const folder = path.dirname(document.path);
  const request = { name: path.basename(document.path), folders: foldersAbove(folder, cwd), sources };
  return createContext((await findContext(request, disk)).parts);
}

function foldersAbove(folder: string, top: string): string[] {
  const chain = [folder];
  if (!folder.startsWith(`${top}${path.sep}`)) return chain;
  for (let last = folder; last !== top; last = path.dirname(last)) chain.push(path.dirname(last));
  return chain;
}

const disk: ContextDisk = {
  exists: (file) => Promise.resolve(existsSync(file)),
  read(file) {
    const source = findSource(file);
    return Promise.resolve(source && 'text' in source ? source.text : undefined);
  },
};
