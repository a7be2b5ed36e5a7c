import path from 'node:path';
import {
  createShellcheck,
  getVisible,
  message,
  printable,
  renderReport,
  rules,
  severities,
  type FileReport,
  type LintReport,
  type Unreadable,
} from '#core';
import { createConfigFinder, readNamedConfig, tellTroubles, type ConfigFinder } from '../config-files.ts';
import { findFiles } from '../find-files.ts';
import { exitCodes, type CliIo } from '../io.ts';
import { lintFile, lintText, type FileOutcome } from '../lint-file.ts';
import { readLintOptions, type LintOptions } from '../lint-options.ts';
import { isUsageError } from '../options.ts';
import { decodeSource } from '../read-source.ts';
import { runShellcheck } from '../run-shellcheck.ts';
import { version } from '../version.ts';

/** `drydock lint`: looks at files, tells what it found, and corrects on request. */
export async function runLint(args: readonly string[], io: CliIo): Promise<number> {
  const options = readLintOptions(args);
  if (isUsageError(options)) {
    io.stderr(`${io.translate(options.usage)} ${io.translate(message('See `drydock lint --help`.'))}\n`);
    return exitCodes.trouble;
  }
  const finder = openConfig(options, io);
  if (!finder) return exitCodes.trouble;
  const outcomes = await lookAtAll(options, finder, io);
  const report = toReport(outcomes, io.cwd);
  io.stdout(renderReport(options.format, report, { translate: io.translate, version, rules, color: io.color }));
  if (outcomes.length === 0) tellNothingFound(options, io);
  const doubtful = tellTroubles(finder.troubles, (file) => showPath(file, io.cwd), io);
  const crashed = tellCrashes(outcomes, io);
  if (doubtful || crashed || report.unreadable.length > 0 || report.files.some(isUnparsable)) return exitCodes.trouble;
  return report.files.some((file) => reaches(file, options)) ? exitCodes.findings : exitCodes.ok;
}

function openConfig({ config }: LintOptions, io: CliIo): ConfigFinder | undefined {
  if (config === undefined) return createConfigFinder(io.cwd);
  const finder = readNamedConfig(path.resolve(io.cwd, config));
  if ('findFor' in finder) return finder;
  const sentence = message('The configuration {file} cannot be read.', { file: config });
  io.stderr(`${io.translate(sentence)} ${io.translate(finder.trouble)}\n`);
  return undefined;
}

/** A wrong folder in a script would otherwise look like a clean one. */
function tellNothingFound({ paths }: LintOptions, io: CliIo): void {
  const sentence = message('There is no Dockerfile and no Compose file in {paths}.', { paths: paths.join(', ') });
  io.stderr(`${printable(io.translate(sentence))}\n`);
}

async function lookAtAll(options: LintOptions, finder: ConfigFinder, io: CliIo): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  const paths = options.paths.filter((each) => each !== '-').map((each) => path.resolve(io.cwd, each));
  const found = await findFiles(paths);
  const today = dayOf(new Date());
  const shellcheck = createShellcheck(runShellcheck);
  for (const { path: file, asked } of found.files) {
    const config = finder.findFor(file);
    outcomes.push(await lintFile({ file, asked, options, found: config, cwd: io.cwd, today, shellcheck }));
  }
  for (const { path: file, reason } of found.unreadable) outcomes.push({ path: file, trouble: reason });
  if (options.stdinName !== undefined) {
    const file = path.resolve(io.cwd, options.stdinName);
    const source = decodeSource(await io.stdin());
    const config = finder.findFor(file);
    const request = { file, asked: true, options, found: config, cwd: io.cwd, today, shellcheck };
    outcomes.push('trouble' in source ? { path: file, trouble: source.trouble } : await lintText(request, source.text));
  }
  return outcomes;
}

/** The user's own day, since that is what `until=` in a comment was written for. */
function dayOf(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function toReport(outcomes: readonly FileOutcome[], cwd: string): LintReport {
  const files: FileReport[] = [];
  const unreadable: Unreadable[] = [];
  for (const outcome of outcomes) {
    const shown = showPath(outcome.path, cwd);
    if ('trouble' in outcome) unreadable.push({ path: shown, reason: outcome.trouble });
    else if ('findings' in outcome) {
      const { language, text, findings } = outcome;
      files.push({ path: shown, language, text, findings });
      if (outcome.uncorrected) unreadable.push({ path: shown, reason: outcome.uncorrected });
    }
  }
  return { files, unreadable };
}

/** Relative and with `/` where the file lies below the current folder. */
function showPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const outside = relative === '' || relative.startsWith('..') || path.isAbsolute(relative);
  return (outside ? file : relative).replaceAll(path.sep, '/');
}

function tellCrashes(outcomes: readonly FileOutcome[], io: CliIo): boolean {
  const crashes = outcomes.flatMap((outcome) =>
    'crashes' in outcome ? outcome.crashes.map((crash) => ({ ...crash, file: outcome.path })) : [],
  );
  for (const { rule, error, file } of crashes) {
    const sentence = message('The rule {rule} stumbled over {file}. Please report this:', { rule, file });
    io.stderr(
      `${io.translate(sentence)}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
  return crashes.length > 0;
}

/** A file whose form is broken may hide more than what was found in it. */
function isUnparsable({ findings }: FileReport): boolean {
  return findings.some(({ kind, suppressed }) => kind === 'syntax' && suppressed === null);
}

function reaches({ findings }: FileReport, { failOn }: LintOptions): boolean {
  if (failOn === 'never') return false;
  const threshold = severities.indexOf(failOn);
  return getVisible(findings).some(({ severity }) => severities.indexOf(severity) <= threshold);
}
