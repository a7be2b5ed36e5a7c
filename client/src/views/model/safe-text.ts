// Control characters, and those that turn the direction of text around: a name could use them to look like another one.
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

export { formatSize } from '#core';

/** A name that the engine gave, on one line and without invisible characters; at most 200 characters. */
export function safeName(name: string): string {
  const clean = name.replace(invisible, ' ').trim();
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
}

/**
 * A name for places where VS Code reads `$(icon)` or `[text](link)`: quick picks and notifications. A zero-width space
 * breaks both notations and cannot be seen.
 */
export function inertName(name: string): string {
  return safeName(name).replace(/([\]$])\(/g, '$1\u200b(');
}

/** `sha256:0123456789abcdef…` or a bare id as its first 12 digits, as the docker command shows it. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, '').slice(0, 12);
}

/** `2026-11-21T09:38:11.5Z` as `2026-11-21 09:38:11 UTC`: engines tell the time of Greenwich, wherever the user sits. */
export function formatTime(time: string): string {
  return time === '' ? '' : `${time.slice(0, 19).replace('T', ' ')} UTC`;
}
