import type { Dockerfile } from '../../dockerfile/index.ts';
import type { PlacedCall, ReportedFix, Visitor } from '../../lint/index.ts';
import { appendCommand, removesAny } from './cleaning.ts';
import { createSight, hasWord, viewsOf } from './hadolint.ts';
import { findScratchFolders, hasScratchMount } from './mounts.ts';
import type { HadolintReading, PackageManager } from './packages.data.ts';
import { findPackageRuns, nameOf, spanOfCall, type PackageCall, type PackageRun } from './packages.ts';
import { findShipped } from './stages.ts';

/** What the rules say that look for what a package manager leaves behind. */
export const cacheLeftMessages = {
  left: 'What `{command}` downloads stays in this layer: run `{clean}` in the same RUN.',
  append: 'Run {clean} at the end of this RUN',
} as const;
type Messages = typeof cacheLeftMessages;

/** How a package manager is told to clean up, and how that is recognised. */
export interface Cleaning {
  /** What a fix appends, for the program that fetched. */
  readonly command: (program: string) => string;
  readonly isDone: (call: PlacedCall) => boolean;
}

/** Looks for RUN instructions that leave the cache of a package manager in their layer: one finding for each. */
export function onCacheLeft(manager: PackageManager, cleaning: Cleaning, hadolint: HadolintReading): Visitor<Messages> {
  return {
    dockerfile(file, ctx) {
      const runs = findPackageRuns(ctx.calls, manager);
      if (runs.length === 0) return;
      const isShipped = findShipped(file);
      const isSeen = createSight();
      for (const each of runs) {
        const last = each.packages.findLast(({ verb }) => manager.downloads.has(verb.value));
        if (!each.script.complete || !last) continue;
        const ours = isShipped(each.run) && isLeft(each, last, { manager, cleaning });
        const presets = viewsOf(ours, leavesForHadolint(each, isSeen, hadolint));
        if (presets?.length === 0) continue;
        const clean = cleaning.command(last.call.program);
        ctx.report({
          at: spanOfCall(last, ctx.text),
          message: 'left',
          data: { command: nameOf(last), clean },
          fix: ours ? appendClean(each, last, { clean, file }) : undefined,
          presets,
        });
      }
    },
  };
}

interface How {
  readonly manager: PackageManager;
  readonly cleaning: Cleaning;
}

/** Only what runs behind the last call that fetches something cleans up; what lies in a mount is in no layer. */
function isLeft({ run, calls }: PackageRun, last: PackageCall, { manager, cleaning }: How): boolean {
  return (
    !manager.caches.some((folder) => hasScratchMount(run, folder)) &&
    !calls.some((call) => call.index > last.call.index && (cleaning.isDone(call) || removesAny(call, manager.caches)))
  );
}

function appendClean(
  each: PackageRun,
  { call }: PackageCall,
  { clean, file }: { readonly clean: string; readonly file: Dockerfile },
): ReportedFix<Messages> | undefined {
  const edit = appendCommand(each, call.elevated ? `sudo ${clean}` : clean, file);
  return edit && { title: 'append', data: { clean }, edits: [edit] };
}

/** hadolint wants, for each program, the first cleaning behind the first install; it takes any `rm -rf` for one. */
function leavesForHadolint(
  { run, calls }: PackageRun,
  isSeen: (call: PlacedCall) => boolean,
  { programs, installs, cleans = [], removes = [], mounts = [] }: HadolintReading,
): boolean {
  if (findScratchFolders(run).some((target) => mounts.some((piece) => target.includes(piece)))) return false;
  const seen = calls.filter(isSeen);
  return programs.some((name) => {
    const installed = seen.findIndex(({ program, args }) => program === name && hasWord(args, installs));
    const cleaned = seen.findIndex(
      ({ program, args }) =>
        (program === name && hasWord(args, cleans)) || (program === 'rm' && hasWord(args, removes)),
    );
    return installed >= 0 && cleaned <= installed;
  });
}
