import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import {
  defineRule,
  type DockerfileContext,
  type PlacedCall,
  type Preset,
  type ReportedFix,
} from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { hasOption, optionTable, readCommandLine } from '../shared/command-line.ts';
import { keepsOutOfLayer } from '../shared/mounts.ts';
import { findShippedStages } from '../shared/shipped.ts';
import { notHadolint, strictAndHadolint } from '../shared/views.ts';

const messages = {
  kept: 'yarn leaves what it downloads in this layer as well: run `yarn cache clean` in the same RUN.',
  append: 'Append yarn cache clean',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/yarn-cache',
  kind: 'practice',
  severity: 'hint',
  refs: { hadolint: ['DL3060'] },
  title: 'Empty the cache of yarn in the RUN that fills it',
  why: 'yarn keeps every package that it downloads for the next time. In an image there is no next time, and what a later RUN removes stays in the layer below.',
  source: 'https://classic.yarnpkg.com/en/docs/cli/cache#toc-yarn-cache-clean',
  bad: 'FROM node:24\nRUN yarn install\n',
  good: 'FROM node:24\nRUN yarn install && yarn cache clean\n',
  messages,
  on: { dockerfile: checkFile },
});

const options = optionTable('cwd modules-folder cache-folder registry network-timeout network-concurrency mutex');

function checkFile(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const calls = ctx.calls.of('yarn');
  if (calls.length === 0) return;
  const shipped = findShippedStages(file);
  const bases = new Set(file.stages.flatMap(({ base }) => (base.kind === 'stage' ? [base.stage.index] : [])));
  // The yarn of today keeps its cache in the project, or shares it by a file of its own.
  const isBerry = /\.yarnrc\.yml|yarn set version|\.yarn\/|corepack/.test(ctx.text);
  const cleaned = findCleaned(calls);
  for (const call of calls) {
    const line = readCommandLine(call.args, options);
    const verb = line.operands[0];
    if (verb ? verb.value !== 'install' : hasOption(line, 'v', 'version', 'h', 'help')) continue;
    if (cleaned.has(call.run) || keepsOutOfLayer(call.run, /yarn|\.cache\/?$/)) continue;
    const isModern = isBerry || hasOption(line, 'immutable');
    ctx.report({
      at: verb ? verb.span : call.word.span,
      message: 'kept',
      fix: isModern ? undefined : planClean(call),
      presets: viewsOf({
        isModern,
        isNamed: verb !== undefined,
        isShipped: shipped.has(call.run.stage),
        isBase: bases.has(call.run.stage ?? -1),
      }),
    });
  }
}

interface Found {
  readonly isModern: boolean;
  /** False for `yarn` alone, which installs too. */
  readonly isNamed: boolean;
  readonly isShipped: boolean;
  /** True for a stage that another one builds on. */
  readonly isBase: boolean;
}

/** hadolint knows the verb `install` only, and no other cache; it looks at stages that are shipped or built upon. */
function viewsOf({ isModern, isNamed, isShipped, isBase }: Found): readonly Preset[] | undefined {
  if (isShipped && !isModern) return isNamed ? undefined : notHadolint;
  return isNamed && (isShipped || isBase) ? strictAndHadolint : ['strict'];
}

function findCleaned(calls: readonly PlacedCall[]): ReadonlySet<Instruction> {
  const cleaned = new Set<Instruction>();
  for (const { run, args } of calls) {
    const words = args.map(({ value }) => value);
    if (words.includes('cache') && words.includes('clean')) cleaned.add(run);
  }
  return cleaned;
}

/** Right behind the call, where a failure of yarn still stops the rest. */
function planClean({ run, script, index, elevated }: PlacedCall): ReportedFix<Messages> | undefined {
  const command = script.commands[index];
  const next = script.commands[index + 1];
  const isAlone = command?.pipelinePosition === 0 && next?.pipeline !== command.pipeline && next?.after !== '||';
  if (!command || !isAlone || !script.complete || run.json || command.span.end > run.span.end) return undefined;
  // In a script for another shell a word may have been moved.
  if (run.script()?.commands.length !== script.commands.length || elevated) return undefined;
  return { title: 'append', edits: [insert(command.span.end, ' && yarn cache clean')] };
}
