import { harmlessFiles, possiblySecretFiles, secretFiles } from './secret-files.data.ts';

/** A file or folder whose name says that credentials lie in it. `certain` is false where the name is also used otherwise. */
export interface SecretFile {
  readonly file: string;
  readonly certain: boolean;
}

/** Looks at the last parts of a source path as COPY takes it. */
export function findSecretFile(path: string): SecretFile | undefined {
  const parts = path
    .replace(/\\/g, '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const file = parts.at(-1) ?? '';
  const tail = parts.slice(-2).join('/').toLowerCase();
  const name = file.toLowerCase();
  if (harmlessFiles.some((pattern) => pattern.test(name))) return undefined;
  if (secretFiles.some((pattern) => pattern.test(name) || pattern.test(tail))) return { file, certain: true };
  return possiblySecretFiles.some((pattern) => pattern.test(name) || pattern.test(tail))
    ? { file, certain: false }
    : undefined;
}
