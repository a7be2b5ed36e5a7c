import { join, type Survey } from '../survey.ts';

/** The line of a Procfile that starts the application. */
export interface Process {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** `web`, or the only other process there is. */
  readonly process: string;
  readonly text: string;
}

/** The `web` process of a Procfile, else its `worker`. The platform's variable for the port becomes a plain word. */
export async function findProcess(survey: Survey, folder: string): Promise<Process | undefined> {
  const path = join(folder, 'Procfile');
  const lines = ((await survey.read(path)) ?? '').split(/\r?\n/);
  for (const process of ['web', 'worker', 'bot']) {
    const at = lines.findIndex((line) => line.startsWith(`${process}:`));
    if (at < 0) continue;
    const text = (lines[at] ?? '')
      .slice(process.length + 1)
      .replace(/"?\$\{?PORT\b(?::-?(\d+))?\}?"?/g, (_, port?: string) => port ?? '0');
    return { path, line: at + 1, process, text: text.trim() };
  }
  return undefined;
}

/** The port that a Dockerfile which is already there exposes, when its last base image is one of these. */
export async function findExposed(
  survey: Survey,
  folder: string,
  base: RegExp,
): Promise<{ readonly path: string; readonly line: number; readonly port: string } | undefined> {
  const path = join(folder, 'Dockerfile');
  const text = (await survey.read(path)) ?? '';
  if (!base.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  const at = lines.findLastIndex((line) => /^\s*EXPOSE\s+\d/i.test(line));
  const port = /^\s*EXPOSE\s+(\d{2,5})\b/i.exec(lines[at] ?? '')?.[1];
  return port === undefined ? undefined : { path, line: at + 1, port };
}
