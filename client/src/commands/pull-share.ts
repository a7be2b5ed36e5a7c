import type { PullProgress } from '#engine';

/** How much of a pull is done, in percent, from what is known of its layers: each counts the same, as sizes come late. */
export function pullShare(layers: readonly PullProgress[]): number {
  if (layers.length === 0) return 0;
  const shares = layers.map(({ status, current, total }) => {
    if (/^(Pull complete|Already exists|Download complete)/.test(status))
      return status.startsWith('Download') ? 0.8 : 1;
    if (total <= 0) return 0;
    const part = Math.min(1, current / total);
    return status.startsWith('Extracting') ? 0.8 + 0.2 * part : 0.8 * part;
  });
  return Math.round((100 * shares.reduce((sum, share) => sum + share, 0)) / layers.length);
}
