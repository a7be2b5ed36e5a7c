import { matchesAnyGlob } from './glob.ts';
import type { LintConfig, RuleLevels } from './config.ts';
import type { Level } from './finding.ts';
import { metaRules, type MetaRuleId } from './meta-rules.ts';
import { findPart, findRulesByName, isOwnName } from './names.ts';
import { levelInPreset } from './presets.ts';
import type { Rule } from './rule.ts';
import type { ActiveRule } from './run.ts';

/**
 * The rules that look at one file, at their levels: preset, then `rules`, then the `overrides` that match `path`
 * (relative to the configuration's folder). Within one table a rule's own id beats a peer's id.
 */
export function resolveActiveRules(rules: readonly Rule[], config: LintConfig, path: string): ActiveRule[] {
  const pinned = resolvePinnedLevels(rules, config, path);
  const parts = resolvePartLevels(rules, config, path);
  return rules.flatMap((rule) => {
    const set = pinned.get(rule.id);
    const severity = set ?? levelInPreset(rule, config.preset);
    return severity === 'off' ? [] : [{ rule, severity, pinned: set !== undefined, preset: config.preset, parts }];
  });
}

/** The levels that the settings give to rules by any of their names, by rule id. */
export function resolvePinnedLevels(
  rules: readonly Rule[],
  config: LintConfig,
  path: string,
): ReadonlyMap<string, Level> {
  const pinned = new Map<string, Level>();
  for (const table of tablesFor(config, path)) {
    for (const [id, level] of expandLevels(rules, table)) pinned.set(id, level);
  }
  return pinned;
}

/** The levels that the settings give to parts of a rule, such as a single code of ShellCheck. */
function resolvePartLevels(rules: readonly Rule[], config: LintConfig, path: string): ReadonlyMap<string, Level> {
  const parts = new Map<string, Level>();
  for (const [name, level] of tablesFor(config, path).flatMap((table) => Object.entries(table))) {
    const part = findPart(rules, name);
    if (part !== undefined) parts.set(part, level);
  }
  return parts;
}

/** The level of what Drydock says of its own comments. */
export function resolveMetaLevel(id: MetaRuleId, config: LintConfig, path: string): Level {
  let level: Level = metaRules.find((rule) => rule.id === id)?.severity ?? 'info';
  for (const table of tablesFor(config, path)) level = table[id] ?? level;
  return level;
}

/** Whether the configuration asks not to look at a file at all. */
export function isIgnored(config: LintConfig, path: string): boolean {
  return matchesAnyGlob(path, config.ignore);
}

function tablesFor(config: LintConfig, path: string): RuleLevels[] {
  const matching = config.overrides.filter(({ files }) => matchesAnyGlob(path, files));
  return [config.rules, ...matching.map((override) => override.rules)];
}

function expandLevels(rules: readonly Rule[], table: RuleLevels): [string, Level][] {
  const entries = Object.entries(table).filter(([name]) => findPart(rules, name) === undefined);
  const shared = entries.filter(([name]) => !isOwnName(rules, name));
  const own = entries.filter(([name]) => isOwnName(rules, name));
  return [...shared, ...own].flatMap(([name, level]) =>
    findRulesByName(rules, name).map((rule): [string, Level] => [rule.id, level]),
  );
}
