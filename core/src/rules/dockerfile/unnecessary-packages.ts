import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { buildTools, headerPackage, personalTools } from '../shared/package-names.data.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { findPackageRuns, packageNameOf, type PackageCall } from '../shared/packages.ts';
import { findShipped } from '../shared/stages.ts';

const messages = {
  build: '`{package}` is needed to build, not to run: build in a stage of its own and copy the result.',
  person: '`{package}` helps a person, not the program: leave it out of what is shipped.',
} as const;

export default defineRule({
  id: 'dockerfile/unnecessary-packages',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { cis: ['4.3'], bench134: ['4.3'] },
  title: 'Ship only what runs',
  why: 'Compilers, headers, editors and network tools make an image large, bring holes of their own, and are what an intruder would install first. This is off by default, because only the author knows what a program calls.',
  source: 'https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y build-essential\nCOPY . /src\nRUN make -C /src install\n',
  good: 'FROM debian:12 AS build\nRUN apt-get update && apt-get install -y build-essential\nCOPY . /src\nRUN make -C /src install\nFROM debian:12\nCOPY --from=build /usr/local/bin/app /usr/local/bin/\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const isShipped = findShipped(file);
  for (const manager of Object.values(packageManagers)) {
    for (const { run, packages, calls } of findPackageRuns(ctx.calls, manager)) {
      if (!isShipped(run)) continue;
      const removals = packages.filter(({ verb }) => manager.removes.has(verb.value));
      // `apt-mark auto '.*'` makes everything go that nobody asked to keep.
      const isMarked = calls.some(({ program }) => program === 'apt-mark');
      for (const call of packages) {
        if (!manager.installs.has(call.verb.value)) continue;
        const isRemoved = createRemoval(call, removals, isMarked);
        for (const operand of call.operands) {
          const name = packageNameOf(operand);
          const message = findReason(name);
          if (message && !isRemoved(operand)) ctx.report({ at: operand.span, message, data: { package: name } });
        }
      }
    }
  }
}

function findReason(name: string): keyof typeof messages | undefined {
  if (buildTools.has(name) || headerPackage.test(name)) return 'build';
  return personalTools.has(name) ? 'person' : undefined;
}

/** Tells which packages the same RUN removes again: by name, by the name of their group, or as a variable says. */
function createRemoval(
  install: PackageCall,
  removals: readonly PackageCall[],
  isMarked: boolean,
): (word: ShellWord) => boolean {
  const behind = removals.filter(({ call }) => call.index > install.call.index);
  const later = behind.flatMap(({ operands }) => operands);
  const names = new Set(later.map(({ value }) => value));
  const group = findGroup(install);
  const isAll =
    (isMarked && behind.length > 0) ||
    later.some(({ literal }) => !literal) ||
    (group !== undefined && names.has(group));
  return ({ value }) => isAll || names.has(value);
}

/** `.build-deps` of `apk add --virtual .build-deps gcc` */
function findGroup({ args }: PackageCall): string | undefined {
  const at = args.findIndex(({ value }) => /^(?:-t|--virtual)(?:=|$)/.test(value));
  const option = args[at]?.value ?? '';
  return option.includes('=') ? option.slice(option.indexOf('=') + 1) : args[at + 1]?.value;
}
