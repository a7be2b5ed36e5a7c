import { lintDocument, type Finding, type Knowledge, type LintOptions } from '#core';
import type { ConfigFiles, FoundConfig } from './config-files.ts';
import type { Contexts } from './contexts.ts';
import type { OpenDocument } from './documents.ts';
import { describeError, type Log } from './guard.ts';
import { findPolicy } from './policy.ts';
import { loadRules } from './rules.ts';
import type { Settings } from './settings.ts';
import type { ShellcheckDesk } from './shellcheck.ts';

/** Judges open documents, each version once, however many features ask. */
export interface Linter {
  /** Findings that are to be shown: what comments silence is left out. */
  findings(document: OpenDocument): Promise<readonly Finding[]>;
  /** How a document is judged, for fixes that judge again. */
  options(document: OpenDocument): Promise<LintOptions>;
  /** Settings, configuration or knowledge changed: everything has to be judged again. */
  forget(): void;
  /** Counts how often that happened; part of the id of a pulled report. */
  generation(): number;
}

export interface LinterParts {
  readonly settings: Settings;
  readonly configFiles: ConfigFiles;
  readonly knowledge: () => Knowledge;
  readonly contexts: Pick<Contexts, 'find'>;
  readonly shellcheck: ShellcheckDesk;
  readonly log: Log;
  /** Told of each configuration that judged a file. */
  readonly onConfig: (found: FoundConfig | undefined) => void;
}

export function createLinter(parts: LinterParts): Linter {
  const judged = new WeakMap<OpenDocument, { generation: number; findings: readonly Finding[] }>();
  let generation = 0;
  const options = async (document: OpenDocument): Promise<LintOptions> => {
    const { config, path, found } = await findPolicy(document.uri, parts.settings, parts.configFiles);
    parts.onConfig(found);
    const context = (await parts.contexts.find(document))?.context;
    // What a fix makes of a text is not worth asking for: it may never be written.
    const knowledge = { ...parts.knowledge(), context, shellcheck: parts.shellcheck.knowledge() };
    const rules = await loadRules();
    return { rules, config, path, knowledge, today: new Date().toISOString().slice(0, 10) };
  };
  return {
    options,
    async findings(document) {
      const known = judged.get(document);
      if (known?.generation === generation) return known.findings;
      const at = generation;
      const base = await options(document);
      const knowledge = {
        ...parts.knowledge(),
        ...base.knowledge,
        shellcheck: parts.shellcheck.knowledge(document.uri),
      };
      const { findings, crashes } = lintDocument(document.source, { ...base, knowledge });
      parts.shellcheck.askSoon();
      for (const { rule, error } of crashes) parts.log(`rule ${rule} failed: ${describeError(error)}`);
      const shown = findings.filter(({ suppressed }) => suppressed === null);
      judged.set(document, { generation: at, findings: shown });
      return shown;
    },
    forget: () => void generation++,
    generation: () => generation,
  };
}
