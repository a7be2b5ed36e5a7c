/** The languages that Drydock reads. */
export type Language = 'dockerfile' | 'compose' | 'dockerignore';

const dockerfileNames = [/^dockerfile$/i, /^dockerfile\..+$/is, /^.+\.dockerfile$/is, /^containerfile.*$/is];
const composeNames = [/^compose.*\.ya?ml$/is, /^docker-compose.*\.ya?ml$/is, /^.+\.compose\.ya?ml$/is];

/** Which language a file is written in, judged by the last part of its path; undefined for files that are not ours. */
export function findLanguage(path: string): Language | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  // Dockerfile.dockerignore belongs to a Dockerfile but is none.
  if (/\.dockerignore$/i.test(name)) return 'dockerignore';
  if (composeNames.some((pattern) => pattern.test(name))) return 'compose';
  return dockerfileNames.some((pattern) => pattern.test(name)) ? 'dockerfile' : undefined;
}

/**
 * True for Compose files whose name says that they are laid over another one (`compose.override.yaml`,
 * `docker-compose.prod.yml`): what they name may be declared there, so Compose would not refuse the whole.
 */
export function isOverrideFile(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return /^(docker-)?compose[._-](.+[._-])?(override|overrides|dev|development|local|prod|production|stag(e|ing)|test|tests|testing|ci|debug|extend|common|base)\.ya?ml$/i.test(
    name,
  );
}
