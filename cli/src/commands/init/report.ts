import { message, type Evidence, type Facts, type Plan, type ServiceFacts } from '#core';
import type { CliIo } from '../../io.ts';
import { printable } from './difference.ts';

/** The stable JSON of `drydock init`: what was found, what would be written, what stayed open. */
export function toJson({ facts, plan }: { facts: Facts; plan: Plan }, io: CliIo): string {
  const idsOf = (need: ServiceFacts['need']): string[] =>
    facts.services.filter((each) => each.need === need).map(({ id }) => id);
  const document = {
    apps: facts.apps.map((app) => ({
      path: app.path,
      role: app.role,
      language: app.language,
      framework: app.framework,
      packageManager: app.packageManager,
      version: app.version,
      port: app.port,
      start: app.start,
      evidence: app.evidence.map((each) => toEvidence(each, io)),
    })),
    services: { required: idsOf('required'), optional: idsOf('optional'), embedded: idsOf('embedded') },
    refusals: facts.refusals.map(({ path, reason }) => ({ path, reason: io.translate(reason) })),
    files: plan.files.map(({ path, action, content }) => ({ path, action, content })),
    questions: plan.questions.map((question) => ({ ...question, message: io.translate(question.message) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function toEvidence({ fact, path, line, confidence, message: said }: Evidence, io: CliIo): Record<string, unknown> {
  return { fact, path, line, confidence, message: io.translate(said) };
}

/** What was found, for a reader: each fact with the line that proves it. */
export function toText(facts: Facts, io: CliIo): string {
  let out = '';
  for (const app of facts.apps) {
    const what = [app.framework ?? app.language, app.version, app.packageManager]
      .filter((part) => part !== null)
      .join(', ');
    out += `${printable(app.path === '.' ? app.title : app.path)}: ${what}\n`;
    for (const each of app.evidence) out += `  ${each.fact}: ${because(each, io)}\n`;
  }
  for (const { id, need, evidence } of facts.services) {
    out += `${id} (${io.translate(needNames[need])})\n`;
    for (const each of evidence) out += `  ${because(each, io)}\n`;
  }
  for (const { path, reason } of facts.refusals) out += `${printable(path)}: ${printable(io.translate(reason))}\n`;
  return out;
}

function because({ message: said, path, line }: Evidence, io: CliIo): string {
  return printable(`${io.translate(said)} (${path}:${line})`);
}

const needNames = {
  required: message('needed'),
  optional: message('perhaps needed'),
  embedded: message('inside the application'),
} as const;
