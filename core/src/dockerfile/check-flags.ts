import { findNearest } from './nearest.ts';
import type { Directive, Flag, Instruction, Keyword } from './model.ts';
import type { Report } from './problems.ts';

type FlagType = 'bool' | 'string' | 'strings';
interface FlagRule {
  readonly type: FlagType;
  /** The first frontend that knows it, when that is younger than the engine's own. */
  readonly frontend?: 'labs' | '1.20';
}

const text: FlagRule = { type: 'string' };
const bool: FlagRule = { type: 'bool' };
const list: FlagRule = { type: 'strings' };

/** The flags of each instruction as BuildKit of Engine 28 reads them. */
const flagRules: Readonly<Partial<Record<Keyword, Readonly<Record<string, FlagRule>>>>> = {
  ADD: { chown: text, chmod: text, link: bool, 'keep-git-dir': bool, checksum: text, unpack: bool, exclude: list },
  COPY: {
    chown: text,
    chmod: text,
    from: text,
    link: bool,
    exclude: list,
    parents: { type: 'bool', frontend: '1.20' },
  },
  FROM: { platform: text },
  HEALTHCHECK: { interval: text, timeout: text, 'start-period': text, 'start-interval': text, retries: text },
  RUN: {
    mount: list,
    network: text,
    security: { type: 'string', frontend: '1.20' },
    device: { type: 'strings', frontend: 'labs' },
  },
};

/** The names of the flags that an instruction takes. */
export function flagsOf(keyword: Keyword): readonly string[] {
  return Object.keys(flagRules[keyword] ?? {});
}

/** The `# syntax=` that a flag needs and the file does not have, or undefined. */
export function findMissingSyntax(
  keyword: Keyword,
  flag: string,
  directives: readonly Directive[],
): string | undefined {
  const rule = flagRules[keyword]?.[flag];
  return rule && !isUnderstood(rule, directives) ? syntaxFor(rule) : undefined;
}

/** Reports flags that the builder refuses. Some instructions never look at theirs. */
export function checkFlags(instruction: Instruction, directives: readonly Directive[], report: Report): void {
  const { keyword, flags } = instruction;
  if (keyword === null || flags.length === 0 || isBlindToFlags(instruction)) return;
  const rules = flagRules[keyword] ?? {};
  const seen = new Set<string>();
  for (const flag of flags) {
    const rule = Object.hasOwn(rules, flag.name) ? rules[flag.name] : undefined;
    if (!rule) reportUnknown(flag, keyword, report);
    else if (!isUnderstood(rule, directives)) {
      report('labs-flag', flag.nameSpan, { keyword, flag: flag.name, syntax: syntaxFor(rule) });
    } else if (seen.has(flag.name) && rule.type !== 'strings') report('repeated-flag', flag.span, { flag: flag.name });
    else checkValue(flag, rule, report);
    seen.add(flag.name);
  }
}

function isBlindToFlags({ keyword, args }: Instruction): boolean {
  if (keyword === 'HEALTHCHECK') return args[0]?.value.toUpperCase() === 'NONE';
  return keyword === 'ARG' || keyword === 'STOPSIGNAL';
}

function reportUnknown(flag: Flag, keyword: Keyword, report: Report): void {
  const nearest = findNearest(flag.name, flagsOf(keyword));
  if (nearest) report('misspelt-flag', flag.nameSpan, { keyword, flag: flag.name, nearest });
  else report('unknown-flag', flag.nameSpan, { keyword, flag: flag.name });
}

function checkValue({ name, value, span, valueSpan }: Flag, { type }: FlagRule, report: Report): void {
  if (type === 'bool') {
    if (value === '') report('missing-flag-value', span, { flag: name });
    else if (value !== undefined && !/^(?:true|false)$/i.test(value)) {
      report('invalid-flag-value', valueSpan ?? span, { flag: name, value });
    }
  } else if (value === undefined) report('missing-flag-value', span, { flag: name });
}

function isUnderstood({ frontend }: FlagRule, directives: readonly Directive[]): boolean {
  return frontend === undefined || hasFrontend(directives, frontend);
}

function syntaxFor({ frontend }: FlagRule): string {
  return frontend === 'labs' ? 'docker/dockerfile:1-labs' : 'docker/dockerfile:1';
}

/** A `# syntax=` line may bring a newer frontend; one that is not Docker's may know anything. */
function hasFrontend(directives: readonly Directive[], wanted: 'labs' | '1.20'): boolean {
  const syntax = directives.find(({ name }) => name === 'syntax')?.value.split(/\s/)[0];
  if (syntax === undefined) return false;
  const [, tag = 'latest'] =
    /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?::([^@]+))?(?:@.*)?$/.exec(syntax) ?? [];
  if (!/docker\/dockerfile/.test(syntax) || /labs|experimental|master/.test(tag)) return true;
  if (wanted === 'labs') return false;
  const [, major = '1', minor] = /^(\d+)(?:\.(\d+))?/.exec(tag) ?? [];
  return Number(major) > 1 || minor === undefined || Number(minor) >= 20;
}
