import {
  findRulesByName,
  levels,
  message,
  metaRules,
  presets,
  reportFormats,
  rules,
  sayUnknownRule,
  severities,
  type Level,
  type Preset,
  type ReportFormat,
  type Severity,
} from '#core';
import { isUsageError, parseOptions, readChoice, type ParsedOptions, type UsageError } from './options.ts';

/** What `drydock lint` was asked to do. */
export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly preset: Preset | undefined;
  readonly rules: Readonly<Record<string, Level>>;
  readonly config: string | undefined;
  readonly failOn: Severity | 'never';
  readonly fix: 'none' | 'safe' | 'all';
  readonly stdinName: string | undefined;
}

export function readLintOptions(args: readonly string[]): LintOptions | UsageError {
  const parsed = parseOptions(args, {
    format: 'value',
    preset: 'value',
    rule: 'value',
    config: 'value',
    'fail-on': 'value',
    fix: 'flag',
    'fix-unsafe': 'flag',
    'stdin-filename': 'value',
  });
  if (isUsageError(parsed)) return parsed;
  const format = readChoice(parsed, 'format', reportFormats);
  const preset = readChoice(parsed, 'preset', presets);
  const failOn = readChoice(parsed, 'fail-on', [...severities, 'never']);
  const levelsByRule = readRuleLevels(parsed.values.get('rule') ?? []);
  for (const each of [format, preset, failOn, levelsByRule]) if (isRefused(each)) return each;
  return checkInput(parsed) ?? toOptions(parsed, { format, preset, failOn, levelsByRule } as Choices);
}

interface Choices {
  readonly format: ReportFormat | undefined;
  readonly preset: Preset | undefined;
  readonly failOn: Severity | 'never' | undefined;
  readonly levelsByRule: { readonly levels: Readonly<Record<string, Level>> };
}

function isRefused(choice: string | object | undefined): choice is UsageError {
  return typeof choice === 'object' && isUsageError(choice);
}

function toOptions({ positionals, values, flags }: ParsedOptions, choices: Choices): LintOptions {
  return {
    paths: positionals.length === 0 ? ['.'] : positionals,
    format: choices.format ?? 'text',
    preset: choices.preset,
    rules: choices.levelsByRule.levels,
    config: values.get('config')?.at(-1),
    failOn: choices.failOn ?? 'error',
    fix: flags.has('fix-unsafe') ? 'all' : flags.has('fix') ? 'safe' : 'none',
    stdinName: values.get('stdin-filename')?.at(-1),
  };
}

function checkInput({ positionals, values, flags }: ParsedOptions): UsageError | undefined {
  const name = values.get('stdin-filename')?.at(-1);
  if (positionals.includes(''))
    return { usage: message('An empty path names no file. Is a variable of your script unset?') };
  if (!positionals.includes('-')) {
    if (name === undefined) return undefined;
    return { usage: message('`--stdin-filename` goes with `-`, which reads standard input.') };
  }
  if (name === undefined || name === '') {
    return { usage: message('`-` reads standard input: say what it is with `--stdin-filename NAME`.') };
  }
  if (flags.has('fix') || flags.has('fix-unsafe')) {
    return { usage: message('Standard input cannot be corrected in place: `--fix` needs a file.') };
  }
  return undefined;
}

function readRuleLevels(settings: readonly string[]): { levels: Record<string, Level> } | UsageError {
  const found: Record<string, Level> = {};
  for (const setting of settings) {
    const at = setting.lastIndexOf('=');
    const name = at < 0 ? setting : setting.slice(0, at);
    const level = levels.find((each) => at >= 0 && each === setting.slice(at + 1));
    if (level === undefined) {
      const known = levels.join(', ');
      return {
        usage: message('`--rule {setting}` gives no level. Write ID=LEVEL with one of {known}.', { setting, known }),
      };
    }
    if (!metaRules.some(({ id }) => id === name) && findRulesByName(rules, name).length === 0) {
      return { usage: sayUnknownRule(name, rules) };
    }
    found[name] = level;
  }
  return { levels: found };
}
