import type { Dockerfile } from '../../dockerfile/index.ts';
import type { Visitor } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { createSight, hasWord, operandsOfArgs, viewsOf } from './hadolint.ts';
import type { HadolintReading, PackageManager } from './packages.data.ts';
import { findPackageCalls, type PackageCall } from './packages.ts';

/** What the rules say that look for packages without a version. */
export const unpinnedMessages = {
  unpinned: 'No version is named for {packages}: another build may install another one.',
} as const;

type IsPinned = (word: ShellWord) => boolean;
/** Which packages hadolint takes for pinned: asked once for a file, and for each of its calls. */
export type HadolintPins = (file: Dockerfile) => (call: PackageCall) => IsPinned;

/** Looks for installed packages of which no version is named: one finding a call, at the first of them. */
export function onUnpinned(
  manager: PackageManager,
  hadolint: HadolintReading,
  createPins: HadolintPins,
): Visitor<typeof unpinnedMessages> {
  return {
    dockerfile(file, ctx) {
      const isSeen = createSight();
      const pinsOf = createPins(file);
      for (const call of findPackageCalls(ctx.calls, manager)) {
        if (!call.call.script.complete) continue;
        const ours = findUnpinned(call, manager);
        const theirs = isSeen(call.call) ? findUnpinnedForHadolint(call, hadolint, pinsOf(call)) : [];
        const [first] = ours.length > 0 ? ours : theirs;
        if (!first) continue;
        ctx.report({
          at: first.span,
          message: 'unpinned',
          data: { packages: listNames(ours.length > 0 ? ours : theirs) },
          presets: viewsOf(ours.length > 0, theirs.length > 0),
        });
      }
    },
  };
}

function findUnpinned({ verb, noun, operands }: PackageCall, manager: PackageManager): readonly ShellWord[] {
  // Groups and collections have no versions.
  if (!manager.installs.has(verb.value) || verb.value.startsWith('group') || (noun && noun.value !== 'module'))
    return [];
  return operands.filter(
    // What a variable holds, and whether a version is in it, only a build tells.
    ({ value, literal }) => literal && value !== '' && !manager.version.test(value) && !manager.unversioned.test(value),
  );
}

function findUnpinnedForHadolint(
  call: PackageCall,
  { programs, installs, dropped }: HadolintReading,
  isPinned: IsPinned,
): readonly ShellWord[] {
  const { program, args } = call.call;
  if (!programs.includes(program) || !hasWord(args, installs)) return [];
  return operandsOfArgs(args, { verbs: [...installs, 'module'], dropped }).filter((word) => !isPinned(word));
}

function listNames(words: readonly ShellWord[]): string {
  const names = words.slice(0, mostNames).map(({ value }) => `\`${value.slice(0, 60)}\``);
  return [...names, ...(words.length > mostNames ? ['…'] : [])].join(', ');
}

/** More names would make a sentence that nobody reads. */
const mostNames = 5;
