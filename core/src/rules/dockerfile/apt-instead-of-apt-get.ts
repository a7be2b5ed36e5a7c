import { isWrittenAsIs, type Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type ReportedFix } from '../../lint/index.ts';
import { insert, replace } from '../../text/index.ts';
import { createSight, viewsOf } from '../shared/hadolint.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { readPackageCall } from '../shared/packages.ts';

const messages = {
  unstable: '`apt` is made for people and may change: scripts use `{better}`.',
  replace: 'Use {better}',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/apt-instead-of-apt-get',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3027'],
    checkov: ['CKV_DOCKER_9'],
    kics: ['run_using_apt'],
    semgrep: ['prefer-apt-get'],
  },
  title: 'Use apt-get in place of apt',
  why: 'apt says so itself: its command line is not stable and may change between versions. apt-get and apt-cache keep theirs.',
  source: 'https://manpages.debian.org/stable/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
  bad: 'FROM debian:12\nRUN apt update && apt install -y curl && rm -rf /var/lib/apt/lists/*\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const isSeen = createSight();
  for (const call of ctx.calls.of('apt')) {
    if (!call.script.complete) continue;
    const better = findBetter(call);
    ctx.report({
      at: call.word.span,
      message: 'unstable',
      data: { better },
      fix: useBetter(call, better, ctx.text),
      presets: viewsOf(true, isSeen(call)),
    });
  }
}

const cacheVerbs = new Set(['search', 'show', 'showsrc', 'policy', 'depends', 'rdepends', 'showpkg', 'madison']);
/** Verbs that apt-get has under the same name and with the same meaning. */
const sharedVerbs = new Set(
  (
    'update install reinstall remove purge autoremove autopurge clean autoclean distclean dist-clean download source ' +
    'build-dep changelog check satisfy upgrade full-upgrade dist-upgrade'
  ).split(' '),
);

function findVerb(call: PlacedCall) {
  return readPackageCall(call, packageManagers.apt)?.verb;
}

function findBetter(call: PlacedCall): 'apt-get' | 'apt-cache' {
  return cacheVerbs.has(findVerb(call)?.value ?? '') ? 'apt-cache' : 'apt-get';
}

function useBetter(call: PlacedCall, better: string, text: string): ReportedFix<Messages> | undefined {
  const verb = findVerb(call);
  const isKnown = verb && (cacheVerbs.has(verb.value) || sharedVerbs.has(verb.value));
  if (!isKnown || !isWrittenAsIs(verb, text)) return undefined;
  const { end } = call.word.span;
  if (text.slice(end - 3, end) !== 'apt') return undefined;
  const edits = [replace({ start: end - 3, end }, better)];
  // apt-get knows these two by other words.
  if (verb.value === 'full-upgrade') edits.push(replace(verb.span, 'dist-upgrade'));
  if (verb.value === 'upgrade') edits.push(insert(verb.span.end, ' --with-new-pkgs'));
  return { title: 'replace', data: { better }, edits };
}
