import { isWrittenAsIs, type Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert, replace } from '../../text/index.ts';
import { removesAny } from '../shared/cleaning.ts';
import { createSight, flagsOfArgs, hasWord, viewsOf } from '../shared/hadolint.ts';
import { findScratchFolders, hasScratchMount } from '../shared/mounts.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { findPackageRuns, nameOf, spanOfCall, type PackageCall, type PackageRun } from '../shared/packages.ts';
import { findShipped } from '../shared/stages.ts';

const messages = {
  left: 'The package index that `{command}` uses stays in this layer: add `--no-cache`.',
  insert: 'Use --no-cache',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/apk-cache',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3019'],
    trivy: ['DS-0025'],
    kics: ['apk_add_using_local_cache_path'],
    semgrep: ['missing-apk-no-cache'],
    dockle: ['DKL-DI-0004'],
  },
  title: 'Install with apk add --no-cache',
  why: 'With `--no-cache` apk fetches the index, uses it and forgets it: neither `apk update` before nor `rm -rf /var/cache/apk/*` behind is needed, and nothing of it stays in the image.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3019',
  bad: 'FROM alpine:3.23\nRUN apk add --update git\n',
  good: 'FROM alpine:3.23\nRUN apk add --no-cache git\n',
  messages,
  on: { dockerfile: checkFile },
});

const { apk } = packageManagers;

function checkFile(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const runs = findPackageRuns(ctx.calls, apk);
  if (runs.length === 0) return;
  const isShipped = findShipped(file);
  const isSeen = createSight();
  for (const each of runs) {
    if (!each.script.complete) continue;
    const isKept = isShipped(each.run) && !apk.caches.some((folder) => hasScratchMount(each.run, folder));
    const cleanedAt = findCleaning(each);
    const isMounted = findScratchFolders(each.run).some((target) => target.includes('/var/cache/apk'));
    for (const call of each.packages) {
      const ours =
        isKept &&
        call.verb.value === 'add' &&
        call.call.index > cleanedAt &&
        !hasWord(call.args, ['--no-cache', '--no-network']);
      const theirs = !isMounted && isSeen(call.call) && forgetsForHadolint(call);
      report(call, viewsOf(ours, theirs), ctx);
    }
  }
}

/** Where the RUN last removes what apk keeps. */
function findCleaning({ calls }: PackageRun): number {
  return calls.findLast((call) => removesAny(call, apk.caches) || isCacheClean(call))?.index ?? -1;
}

function isCacheClean({ program, args }: PackageCall['call']): boolean {
  return program === 'apk' && hasWord(args, ['cache']) && hasWord(args, ['clean', 'purge']);
}

function forgetsForHadolint({ call }: PackageCall): boolean {
  return hasWord(call.args, ['add']) && !flagsOfArgs(call.args).has('no-cache');
}

function report(call: PackageCall, presets: ReturnType<typeof viewsOf>, ctx: DockerfileContext<Messages>): void {
  if (presets?.length === 0) return;
  ctx.report({
    at: spanOfCall(call, ctx.text),
    message: 'left',
    data: { command: nameOf(call) },
    fix: useNoCache(call, ctx.text),
    presets,
  });
}

/** In place of `--update`, which it makes needless, else behind the verb. */
function useNoCache({ verb, args }: PackageCall, text: string): ReportedFix<Messages> | undefined {
  const update = args.find(({ value }) => /^(?:-U|--update|--update-cache)$/.test(value));
  if (!isWrittenAsIs(verb, text) || (update && !isWrittenAsIs(update, text))) return undefined;
  const edit = update ? replace(update.span, '--no-cache') : insert(verb.span.end, ' --no-cache');
  return { title: 'insert', edits: [edit] };
}
