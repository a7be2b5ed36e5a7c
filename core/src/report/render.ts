import { renderJson } from './json.ts';
import type { LintReport, RenderOptions } from './model.ts';
import { renderSarif } from './sarif.ts';
import { renderGithub, renderGitlab, renderRdjson } from './services.ts';
import { renderText } from './text.ts';
import { renderCheckstyle, renderJunit } from './xml.ts';

export const reportFormats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'rdjson'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A report in any of the formats; `color` counts for text only. */
export function renderReport(
  format: ReportFormat,
  report: LintReport,
  options: RenderOptions & { readonly color: boolean },
): string {
  return renderers[format](report, options);
}

type Renderer = (report: LintReport, options: RenderOptions & { readonly color: boolean }) => string;

const renderers: Readonly<Record<ReportFormat, Renderer>> = {
  text: renderText,
  json: renderJson,
  sarif: renderSarif,
  junit: renderJunit,
  github: renderGithub,
  gitlab: renderGitlab,
  checkstyle: renderCheckstyle,
  rdjson: renderRdjson,
};
