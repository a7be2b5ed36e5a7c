import type { Level, Severity } from './finding.ts';
import type { Preset } from './preset.ts';
import type { Rule } from './rule.ts';

/** The level that a preset gives a rule. */
export function levelInPreset(rule: Rule, preset: Preset): Level {
  switch (preset) {
    case 'recommended':
      return rule.severity;
    case 'strict':
      return strictLevel(rule);
    case 'cis':
      return rule.refs.cis?.length ? strictLevel(rule) : 'off';
    case 'buildkit':
      return rule.refs.buildkit?.length ? atLeastWarning(strictLevel(rule)) : 'off';
    case 'hadolint':
      return rule.refs.hadolint?.length ? atLeastWarning(strictLevel(rule)) : 'off';
  }
}

function strictLevel(rule: Rule): Severity {
  return rule.strict ?? (rule.severity === 'off' ? 'warning' : rule.severity);
}

/** Both peers call what they find a warning, so whoever asks for their view does not get hints. */
function atLeastWarning(level: Severity): Severity {
  return level === 'error' ? 'error' : 'warning';
}
