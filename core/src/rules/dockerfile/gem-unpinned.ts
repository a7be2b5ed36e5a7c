import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { onCalls } from '../shared/calls.ts';
import { hasOption, optionTable, readCommandLine } from '../shared/command-line.ts';
import { onlyHadolint } from '../shared/views.ts';

const messages = {
  unpinned: '`{gem}` has no version: tomorrow the same build installs another one. Write `{gem}:…`.',
} as const;

export default defineRule({
  id: 'dockerfile/gem-unpinned',
  kind: 'practice',
  severity: 'info',
  refs: { hadolint: ['DL3028'], kics: ['gem_install_without_version'] },
  title: 'Give the versions of gems',
  why: 'Without a version gem takes the newest one. A build of the same commit may then give another image next week, or fail.',
  source: 'https://guides.rubygems.org/command-reference/#gem-install',
  bad: 'FROM ruby:3.4\nRUN gem install rails\n',
  good: 'FROM ruby:3.4\nRUN gem install rails:8.1.1\n',
  messages,
  on: onCalls(['gem'], checkCall),
});

/** From `gem install --help`: the options that take a value. */
const options = optionTable(
  'v version platform i install-dir n bindir document build-root trust-policy P s source B bulk-threshold p http-proxy ' +
    'g file without with-config config-file update-sources target-rbconfig j',
);

function checkCall(call: PlacedCall, ctx: DockerfileContext<typeof messages>): void {
  const line = readCommandLine(call.args, options);
  const [verb, ...gems] = line.operands;
  if (!verb || !/^(install|i)$/.test(verb.value) || hasOption(line, 'v', 'version', 'g', 'file')) return;
  for (const word of gems) {
    if (word.value.includes(':') || word.value.endsWith('.gem')) continue;
    const presets = word.literal ? undefined : onlyHadolint;
    ctx.report({ at: word.span, message: 'unpinned', data: { gem: word.value }, presets });
  }
}
