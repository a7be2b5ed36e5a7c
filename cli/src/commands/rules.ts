import {
  levelInPreset,
  message,
  metaRules,
  peers,
  presets,
  rules,
  type Level,
  type Preset,
  type Rule,
  type RuleRefs,
} from '#core';
import { exitCodes, type CliIo } from '../io.ts';
import { isUsageError, parseOptions, readChoice } from '../options.ts';

/** `drydock rules`: every rule, its level and the ids under which other tools know it. */
export async function runRules(args: readonly string[], io: CliIo): Promise<number> {
  const parsed = parseOptions(args, { format: 'value', preset: 'value' });
  if (isUsageError(parsed)) return refuse(io, parsed);
  const format = readChoice(parsed, 'format', ['text', 'json']) ?? 'text';
  const preset = readChoice(parsed, 'preset', presets) ?? 'recommended';
  if (typeof format === 'object') return refuse(io, format);
  if (typeof preset === 'object') return refuse(io, preset);
  io.stdout(format === 'json' ? renderJson(preset, io) : renderList(preset, io));
  return exitCodes.ok;
}

function refuse(io: CliIo, { usage }: { readonly usage: Parameters<CliIo['translate']>[0] }): number {
  io.stderr(`${io.translate(usage)}\n`);
  return exitCodes.trouble;
}

/** What the list says of a rule, and of what Drydock says of its own comments. */
interface Entry {
  readonly id: string;
  readonly kind: Rule['kind'];
  readonly levelIn: (preset: Preset) => Level;
  readonly title: string;
  readonly why: string;
  /** Null where Drydock's own comments are what it is about. */
  readonly source: string | null;
  readonly refs: RuleRefs;
}

function listEntries({ translate }: CliIo): Entry[] {
  const say = (template: string): string => translate({ template, args: {} });
  return [
    ...rules.map((rule) => ({
      ...rule,
      levelIn: (preset: Preset) => levelInPreset(rule, preset),
      title: say(rule.title),
      why: say(rule.why),
    })),
    ...metaRules.map(({ id, severity, title, why }) => ({
      id,
      kind: 'practice' as const,
      levelIn: () => severity,
      title: translate(title),
      why: translate(why),
      source: null,
      refs: {},
    })),
  ];
}

function renderJson(preset: Preset, io: CliIo): string {
  const list = listEntries(io).map(({ id, kind, levelIn, title, why, source, refs }) => ({
    id,
    kind,
    severity: levelIn(preset),
    presets: Object.fromEntries(presets.map((each) => [each, levelIn(each)])),
    title,
    why,
    source,
    refs: { cis: [], hadolint: [], buildkit: [], trivy: [], ...refs },
  }));
  return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
}

function renderList(preset: Preset, io: CliIo): string {
  const entries = listEntries(io);
  const width = Math.max(...entries.map(({ id }) => id.length));
  const lines = entries.map(({ id, levelIn, title, refs }) => {
    const peersIds = describeRefs(refs);
    const line = `${id.padEnd(width)}  ${levelIn(preset).padEnd(7)}  ${title}`;
    return peersIds === '' ? line : `${line}\n${' '.repeat(width + 11)}${peersIds}`;
  });
  const count = message('{count} rules, levels of the preset `{preset}`.', { count: String(entries.length), preset });
  return `${lines.join('\n')}\n\n${io.translate(count)}\n`;
}

function describeRefs(refs: RuleRefs): string {
  return peers.flatMap((peer) => (refs[peer]?.length ? [`${peer} ${refs[peer].join(' ')}`] : [])).join(', ');
}
