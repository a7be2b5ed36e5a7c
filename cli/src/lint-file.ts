import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import {
  applyFixes,
  findLanguage,
  isIgnored,
  lintDocument,
  message,
  noKnowledge,
  parseDocument,
  rules,
  type Finding,
  type Language,
  type LintConfig,
  type LintOptions as LintSettings,
  type LintResult,
  type Message,
  type Shellcheck,
  type SourceDocument,
} from '#core';
import { readContext } from './build-context.ts';
import type { FoundConfig } from './config-files.ts';
import type { LintOptions } from './lint-options.ts';
import { describeFileError, readSource } from './read-source.ts';

/** One file to look at, with everything that decides how. */
export interface LintRequest {
  /** Absolute. */
  readonly file: string;
  /** True when the user named it; then its content may tell what its name does not. */
  readonly asked: boolean;
  readonly options: LintOptions;
  readonly found: FoundConfig;
  /** The folder that the command runs in. */
  readonly cwd: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly shellcheck: Shellcheck;
}

export type FileOutcome =
  | { readonly path: string; readonly trouble: Message }
  | { readonly path: string; readonly ignored: true }
  | {
      readonly path: string;
      readonly language: Language;
      readonly text: string;
      readonly findings: readonly Finding[];
      readonly crashes: LintResult['crashes'];
      /** Why corrections could not be written; what was found stands all the same. */
      readonly uncorrected?: Message;
    };

export async function lintFile(request: LintRequest): Promise<FileOutcome> {
  if (isSkipped(request)) return { path: request.file, ignored: true };
  const source = readSource(request.file);
  if ('trouble' in source) return { path: request.file, trouble: source.trouble };
  // What ShellCheck proposes is only known once it was asked.
  if (request.options.fix === 'all') await lintText(request, source.text);
  const fixed = request.options.fix === 'none' ? source.text : await fixText(request, source.text);
  if (fixed !== source.text) {
    const refusal = await replaceText(request.file, source.text, fixed);
    if (refusal) return { ...(await lintText(request, source.text)), uncorrected: refusal };
  }
  return lintText(request, fixed);
}

/** Never empties a file before the new text is in it, and puts the old one back when the disk is full. */
async function replaceText(file: string, before: string, after: string): Promise<Message | undefined> {
  try {
    const handle = await open(file, 'r+');
    try {
      await overwrite(handle, after).catch(async (error: unknown) => {
        await overwrite(handle, before);
        throw error;
      });
    } finally {
      await handle.close();
    }
    return undefined;
  } catch (error) {
    return describeWriteError(error);
  }
}

async function overwrite(handle: FileHandle, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
  await handle.truncate(bytes.length);
}

export async function lintText(request: LintRequest, text: string): Promise<FileOutcome> {
  const { file } = request;
  if (isSkipped(request)) return { path: file, ignored: true };
  const language = findLanguage(file) ?? guessLanguage(file, text);
  if (language === undefined) {
    return { path: file, trouble: message('This looks neither like a Dockerfile nor like a Compose file.') };
  }
  const document = parseDocument(language, file, text);
  const first = lintDocument(document, await lintSettings(request, document, file));
  // Only a first pass can tell which scripts shellcheck is to be asked about.
  const { findings, crashes } = (await request.shellcheck.work())
    ? lintDocument(document, await lintSettings(request, document))
    : first;
  return { path: file, language, text, findings, crashes };
}

async function fixText(request: LintRequest, text: string): Promise<string> {
  const language = findLanguage(request.file) ?? guessLanguage(request.file, text);
  if (language === undefined) return text;
  const unsafe = request.options.fix === 'all';
  const document = parseDocument(language, request.file, text);
  return applyFixes(document, { ...(await lintSettings(request, document)), unsafe }).text;
}

/** With an owner, shellcheck is to be asked about what it does not know yet. */
async function lintSettings(request: LintRequest, document: SourceDocument, owner?: string): Promise<LintSettings> {
  const knowledge = {
    ...noKnowledge,
    context: await readContext(document, request.cwd),
    shellcheck: request.shellcheck.knowledge(owner),
  };
  return { rules, config: getConfig(request), path: pathInConfig(request), knowledge, today: request.today };
}

/** What the command line says goes over every line of a configuration file. */
function getConfig({ options, found: { config } }: LintRequest): LintConfig {
  return {
    ...config,
    preset: options.preset ?? config.preset,
    overrides: [...config.overrides, { files: ['**'], rules: options.rules }],
  };
}

function pathInConfig({ file, found }: LintRequest): string {
  return path.relative(found.folder, file).replaceAll(path.sep, '/');
}

function isSkipped(request: LintRequest): boolean {
  return isIgnored(request.found.config, pathInConfig(request));
}

/** Only for files that the user named: the first thing that is written in them decides. */
function guessLanguage(file: string, text: string): Language | undefined {
  if (/\.ya?ml$/i.test(file) || /^\uFEFF?(?:services|include)[ \t]*:/m.test(text)) return 'compose';
  return /^\uFEFF?[ \t]*(?:from|arg)[ \t]+\S/im.test(text) ? 'dockerfile' : undefined;
}

function describeWriteError(error: unknown): Message {
  const { template, args } = describeFileError(error);
  return template === 'You have no permission to read this.'
    ? message('You have no permission to write this file, so it was not corrected.')
    : { template, args };
}
