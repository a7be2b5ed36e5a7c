import { isWrittenAsIs, type Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { createSight, flagsOfArgs, hasWord, viewsOf } from '../shared/hadolint.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { findPackageCalls, nameOf, spanOfCall, type PackageCall } from '../shared/packages.ts';
import { findSetting } from '../shared/settings.ts';

const messages = {
  recommends: '`{command}` also installs what the packages only recommend: add `{option}`.',
  insert: 'Insert {option}',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/apt-recommends',
  kind: 'practice',
  severity: 'info',
  refs: {
    cis: ['4.3'],
    bench134: ['4.3'],
    hadolint: ['DL3015'],
    trivy: ['DS-0029'],
    kics: ['apt_get_not_avoiding_additional_packages'],
    semgrep: ['missing-no-install-recommends'],
  },
  title: 'Install only the packages that are needed',
  why: 'Debian recommends to each package what most people want beside it on a desktop. In an image that is weight and attack surface that nobody asked for. What turns out to be missing is then named: `ca-certificates` for `curl`, for example.',
  source: 'https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/*\n',
  messages,
  on: { dockerfile: checkFile },
});

const setting = { path: /apt\.conf/, line: /APT::Install-Recommends\W+(?:false|0|no|off)/i };

function checkFile(file: Dockerfile, ctx: Context): void {
  const calls = findPackageCalls(ctx.calls, packageManagers.apt);
  if (calls.length === 0) return;
  const isSeen = createSight();
  const isSet = findSetting(file, setting);
  for (const call of calls) {
    if (!call.call.script.complete) continue;
    const ours = recommends(call) && !isSet(call.call.run);
    const presets = viewsOf(ours, isSeen(call.call) && recommendsForHadolint(call));
    if (presets?.length === 0) continue;
    const option = call.call.program === 'aptitude' ? '--without-recommends' : '--no-install-recommends';
    ctx.report({
      at: spanOfCall(call, ctx.text),
      message: 'recommends',
      data: { command: nameOf(call), option },
      // What was installed along may be used, so the change is the author's to judge.
      fix:
        ours && isWrittenAsIs(call.verb, ctx.text)
          ? { title: 'insert', data: { option }, edits: [insert(call.verb.span.end, ` ${option}`)], safe: false }
          : undefined,
      presets,
    });
  }
}

function recommends({ verb, args, operands }: PackageCall): boolean {
  return (
    verb.value === 'install' &&
    operands.length > 0 &&
    !args.some(
      ({ value, literal }) =>
        /^--(?:no-install-recommends|without-recommends|install-recommends)$/.test(value) ||
        value === '-R' ||
        /^(?:-o=?|--option=)?APT::Install-Recommends=(?:false|0|no|off)$/i.test(value) ||
        (!literal && /opt|flag|arg/i.test(value)),
    )
  );
}

function recommendsForHadolint({ call: { program, args } }: PackageCall): boolean {
  return (
    program === 'apt-get' &&
    hasWord(args, ['install']) &&
    !hasWord(args, ['APT::Install-Recommends=false']) &&
    !flagsOfArgs(args).has('no-install-recommends')
  );
}
