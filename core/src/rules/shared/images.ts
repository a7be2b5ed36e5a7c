import type { ImageReference } from '../../dockerfile/index.ts';
import { privilegeDroppingImages, unprivilegedImages, type ImagePattern } from './images.data.ts';

/** The name by which people know an image: without `docker.io/` and `library/`, without tag and digest. */
export function getImageName({ registry, repository }: ImageReference): string {
  const isHub = registry === null || registry === 'docker.io' || registry === 'index.docker.io';
  return isHub ? repository.replace(/^library\//, '') : `${registry}/${repository}`;
}

/** True for images that are published with a user other than root. */
export function isUnprivilegedImage(image: ImageReference): boolean {
  return matchesAny(image, unprivilegedImages);
}

/** True for images that start as root only until their own entrypoint changes to another user. */
export function dropsPrivileges(image: ImageReference): boolean {
  return matchesAny(image, privilegeDroppingImages);
}

/** Root in any of the forms that USER takes: a name or a number, with or without a group. */
export function isRoot(user: string): boolean {
  return /^(root|0+)?(:|$)/.test(user.trim());
}

/** True for images that say in their name or tag that Windows runs in them. */
export function isWindowsImage(image: ImageReference): boolean {
  return /windows|nanoserver|servercore/i.test(`${image.repository}:${image.tag ?? ''}`);
}

/** Tags that are moved to another image from time to time, by the word that says so. */
export function findMovingWord(tag: string): string | undefined {
  const [word = '', ...rest] = tag.toLowerCase().split('-');
  if (rest.length === 0 && earlyTags.has(word)) return word;
  // `main-3f2a1c9`, `nightly-2025-11-02` and `stable-20251103-slim` each name one build and stay.
  return movingTags.has(word) && !rest.some(namesBuild) ? word : undefined;
}

function namesBuild(word: string): boolean {
  return /^v?\d/.test(word) || (/^(sha)?[\da-f]{7,40}$/.test(word) && /\d/.test(word));
}

const movingTags = new Set(
  (
    'latest stable edge nightly dev devel develop lts main master rolling canary current mainline next unstable ' +
    'test testing sid rawhide tip head trunk'
  ).split(' '),
);
/** Moved to and fro as well, but with anything behind them part of a version: `rc-3`. */
const earlyTags = new Set(['alpha', 'beta', 'rc', 'preview', 'snapshot', 'release']);

function matchesAny(image: ImageReference, patterns: readonly ImagePattern[]): boolean {
  const name = getImageName(image);
  return patterns.some((pattern) => pattern.name.test(name) && (!pattern.tag || pattern.tag.test(image.tag ?? '')));
}
