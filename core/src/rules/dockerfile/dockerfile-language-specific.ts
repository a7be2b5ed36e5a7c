import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';
import { finalStage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { hasOption, optionTable, readCommandLine } from '../shared/command-line.ts';
import { getShellName } from '../shared/run-shell.ts';
import { findShippedStages } from '../shared/shipped.ts';
import { findLast, getLineage, getSections } from '../shared/stages.ts';

const messages = {
  composer: 'Composer installs the packages for development as well: add `--no-dev`.',
  bundler: 'Bundler installs the gems for development and tests as well: set BUNDLE_WITHOUT, and BUNDLE_DEPLOYMENT.',
  xdebug: 'Xdebug slows every request down and lets debuggers in: keep it in a stage for development.',
  inspector: 'This starts with a debugger open: whoever reaches its port can run anything.',
  powershell: "PowerShell goes on after most errors: put `$ErrorActionPreference = 'Stop';` into this SHELL.",
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/dockerfile-language-specific',
  kind: 'practice',
  severity: 'off',
  strict: 'hint',
  refs: {
    tally: [
      'php/composer-no-dev-in-production',
      'php/no-xdebug-in-final-image',
      'ruby/missing-bundle-deployment',
      'ruby/missing-bundle-without-development',
      'powershell/error-action-preference',
    ],
  },
  title: 'Ship what production needs, and nothing for development',
  why: 'Package managers install what developers need unless they are told otherwise, and debuggers open a way into the container. The image that is shipped needs neither. In PowerShell a failed command ends nothing until it is told to.',
  source: 'https://getcomposer.org/doc/03-cli.md#install-i',
  bad: 'FROM php:8.4-cli\nRUN composer install\n',
  good: 'FROM php:8.4-cli\nRUN composer install --no-dev\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const shipped = findShippedStages(file);
  const inShipped = (programs: readonly string[]) =>
    ctx.calls.of(...programs).filter(({ run }) => shipped.has(run.stage));
  const composers = inShipped(['composer', 'composer.phar']);
  if (composers.length > 0 && !/\bCOMPOSER_NO_DEV\b/.test(ctx.text)) {
    for (const call of composers) checkComposer(call, ctx);
  }
  checkBundler(inShipped(['bundle', 'bundler']), ctx);
  for (const call of inShipped(['docker-php-ext-enable', 'pecl', 'install-php-extensions'])) checkXdebug(call, ctx);
  const last = finalStage(file);
  if (last) checkStart(last, ctx);
  for (const { instructions } of getSections(file)) {
    for (const instruction of instructions) if (instruction.keyword === 'SHELL') checkShell(instruction, ctx);
  }
}

const composerOptions = optionTable('d working-dir prefer-install ignore-platform-req');

function checkComposer(call: PlacedCall, ctx: Context): void {
  const line = readCommandLine(call.args, composerOptions);
  const [verb] = line.operands;
  if (!verb || !/^(install|i)$/.test(verb.value) || hasOption(line, 'no-dev')) return;
  ctx.report({ at: verb.span, message: 'composer' });
}

const bundleOptions = optionTable('without with path j jobs gemfile retry binstubs');

function checkBundler(calls: readonly PlacedCall[], ctx: Context): void {
  if (calls.length === 0 || /\bBUNDLE_(WITHOUT|DEPLOYMENT)\b/.test(ctx.text)) return;
  if (calls.some(({ args }) => args.some(({ value }) => value === 'config') && setsGroups(args))) return;
  for (const call of calls) {
    const line = readCommandLine(call.args, bundleOptions);
    const verb = line.operands[0];
    if (verb ? verb.value !== 'install' : hasOption(line, 'v', 'version')) continue;
    if (!hasOption(line, 'deployment', 'without')) ctx.report({ at: (verb ?? call.word).span, message: 'bundler' });
  }
}

function setsGroups(args: PlacedCall['args']): boolean {
  return args.some(({ value }) => /^(without|deployment|frozen)$/.test(value));
}

function checkXdebug({ args }: PlacedCall, ctx: Context): void {
  const word = args.find(({ value }) => /^xdebug(-|$)/.test(value));
  if (word) ctx.report({ at: word.span, message: 'xdebug' });
}

function checkStart(last: Stage, ctx: Context): void {
  const lineage = getLineage(last);
  for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
    const start = findLast(lineage, keyword);
    const words = start ? (start.json ?? start.args) : [];
    const at = words.findIndex(({ value }, index) => opensDebugger(value, words[index - 1]?.value));
    const word = words[at];
    if (word) ctx.report({ at: word.span, message: 'inspector' });
  }
}

/** `node --inspect=0.0.0.0`, `python -m debugpy`, `java -agentlib:jdwp=…`, `dlv debug` */
function opensDebugger(word: string, before: string | undefined): boolean {
  if (/^--inspect(-brk|-wait)?(=|$)/.test(word) || /^-(agentlib:jdwp|Xrunjdwp)\b/.test(word)) return true;
  return (/^(debugpy|ptvsd)$/.test(word) && before === '-m') || /(^|\/)dlv$/.test(word);
}

function checkShell({ json }: Instruction, ctx: Context): void {
  const [program, ...rest] = json ?? [];
  if (!program || !/^(powershell|pwsh)$/.test(getShellName(program.value))) return;
  if (rest.some(({ value }) => /ErrorActionPreference/i.test(value))) return;
  ctx.report({ at: program.span, message: 'powershell' });
}
