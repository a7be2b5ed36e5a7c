import type { SourceDocument } from '../project/index.ts';
import type { Span } from '../text/index.ts';
import { bindPragmas, type BoundPragma, type SuppressOptions } from './bind-pragmas.ts';
import type { Finding } from './finding.ts';
import { judgePragmas, type MetaFinding } from './judge-pragmas.ts';
import { findPart, hasPart } from './names.ts';
import type { PragmaName } from './pragma.ts';
import type { Rule } from './rule.ts';

export interface SuppressResult {
  /** The same findings in the same order, those that a comment silences with `suppressed` filled. */
  readonly findings: readonly Finding[];
  /** What is wrong with our own comments. */
  readonly judged: readonly MetaFinding[];
}

/** Applies the comments of a file to its findings. What a parser refuses cannot be silenced: it stays broken. */
export function suppressFindings(
  document: SourceDocument,
  findings: readonly Finding[],
  options: SuppressOptions,
): SuppressResult {
  const bound = bindPragmas(document, options);
  if (bound.length === 0) return { findings, judged: [] };
  const known = new Set<string>(options.rules.map(({ id }) => id));
  const used = new Set<object>();
  const openAt = createSweep(bound);
  const kept = findings.map((finding) => {
    const open = openAt(finding.span.start);
    const hit = known.has(finding.rule) ? findHit(open, finding, options.rules) : undefined;
    if (!hit) return finding;
    used.add(hit.target);
    const { by, span, reason } = hit.pragma;
    return { ...finding, suppressed: { by, span, reason } };
  });
  return { findings: kept, judged: judgePragmas(document, bound, used, options) };
}

type Open = readonly { readonly each: BoundPragma; readonly scope: Span; readonly order: number }[];

/** Which comments speak for an offset. Offsets must come in file order: every comment is opened and closed once. */
function createSweep(bound: readonly BoundPragma[]): (offset: number) => Open {
  const waiting = bound
    .flatMap((each, order) => (each.expired || !each.scope ? [] : [{ each, scope: each.scope, order }]))
    .sort((a, b) => a.scope.start - b.scope.start);
  let next = 0;
  let open: Open = [];
  return (offset) => {
    const opened = [];
    for (let one = waiting[next]; one !== undefined && one.scope.start <= offset; one = waiting[++next])
      opened.push(one);
    const closes = open.some(({ scope }) => scope.end < offset);
    if (opened.length > 0 || closes) {
      open = [...open, ...opened].filter(({ scope }) => offset <= scope.end).sort((a, b) => a.order - b.order);
    }
    return open;
  };
}

function findHit(open: Open, { rule, refs }: Finding, rules: readonly Rule[]) {
  const isMeant = (name: PragmaName | null): boolean => {
    const part = name === null ? undefined : findPart(rules, name.text);
    return part === undefined || hasPart(refs, part);
  };
  for (const { each } of open) {
    const target = each.targets.find(({ ids, name }) => ids.has(rule) && isMeant(name));
    if (target) return { pragma: each.pragma, target };
  }
  return undefined;
}
