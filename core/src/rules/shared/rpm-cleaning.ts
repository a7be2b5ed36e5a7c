import type { PlacedCall } from '../../lint/index.ts';
import { packageManagers } from './packages.data.ts';

const programs = new Set<string>([...packageManagers.yum.programs, ...packageManagers.dnf.programs]);

/** `dnf clean all`, also for what yum fetched: on today's systems one is the other. */
export function cleansRpm({ program, args }: PlacedCall): boolean {
  return (
    programs.has(program) && args.some(({ value }) => value === 'clean') && args.some(({ value }) => value === 'all')
  );
}
