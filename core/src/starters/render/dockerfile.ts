import { imagesDate, type Release } from '../images.data.ts';

/** An exec form: each word is a JSON string, which neither shell nor builder looks into. */
export function exec(words: readonly string[]): string {
  return `[${words.map(json).join(', ')}]`;
}

function json(word: string): string {
  return JSON.stringify(word).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The two lines that every file begins with: the current syntax, and findings of the builder as errors. */
export const header = ['# syntax=docker/dockerfile:1', '# check=error=true', ''];

export function lines(...parts: readonly (string | readonly string[] | false | null)[]): string {
  const flat = parts.flat().filter((part): part is string => typeof part === 'string');
  return `${flat
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/**
 * The FROM of a stage. A project may ask for a release that gets no fixes any more: the user is told so, and the comment
 * keeps it from being told again at each build.
 */
export function from(
  image: string,
  { release, as }: { release?: Release | undefined; as?: string },
): readonly string[] {
  const line = `FROM ${image}${as === undefined ? '' : ` AS ${as}`}`;
  if (release === undefined || release.end >= imagesDate) return [line];
  const reason = `the project asks for ${release.version}, which has had no fixes since ${release.end}`;
  return [`# drydock ignore=dockerfile/base-image-end-of-life reason=${reason}`, line];
}

/** The HEALTHCHECK of an image: a command of the runtime itself, or the decision to have none. */
export function healthcheck(command: readonly string[] | null): readonly string[] {
  if (!command) return ['# It serves no port, so only its process tells whether it runs.', 'HEALTHCHECK NONE'];
  return [`HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \\`, `  CMD ${exec(command)}`];
}

/** COPY of the files that an installation reads, kept apart from the source so that its layer is reused. */
export function copyManifests(manifests: readonly string[]): readonly string[] {
  const isFolder = (name: string): boolean => /^(\.yarn\/|patches$|prisma$|requirements$)/.test(name);
  const files = manifests.filter((name) => !isFolder(name));
  return [
    ...(files.length > 0 ? [`COPY ${files.join(' ')} ./`] : []),
    ...manifests.filter(isFolder).map((name) => `COPY ${name} ./${name}`),
  ];
}

/** Packages of the base image's own release: their versions move with its security fixes, so none is pinned. */
export function apt(packages: readonly string[]): readonly string[] {
  return [
    '# hadolint ignore=DL3008 # Debian keeps one version of each package: the safest',
    'RUN apt-get update \\',
    `    && apt-get install -y --no-install-recommends ${packages.join(' ')} \\`,
    '    && rm -rf /var/lib/apt/lists/*',
  ];
}
