import { levelInPreset, message, peers, presets, rules, type Preset, type Rule } from '#core';
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

function renderJson(preset: Preset, io: CliIo): string {
  const list = rules.map((rule) => ({
    id: rule.id,
    kind: rule.kind,
    severity: levelInPreset(rule, preset),
    presets: Object.fromEntries(presets.map((each) => [each, levelInPreset(rule, each)])),
    title: io.translate({ template: rule.title, args: {} }),
    why: io.translate({ template: rule.why, args: {} }),
    source: rule.source,
    refs: { cis: [], hadolint: [], buildkit: [], trivy: [], ...rule.refs },
  }));
  return `${JSON.stringify({ version: 1, rules: list }, null, 2)}\n`;
}

function renderList(preset: Preset, io: CliIo): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map((rule) => {
    const level = levelInPreset(rule, preset).padEnd(7);
    const refs = describeRefs(rule);
    const title = io.translate({ template: rule.title, args: {} });
    return `${rule.id.padEnd(width)}  ${level}  ${title}${refs === '' ? '' : `\n${' '.repeat(width + 11)}${refs}`}`;
  });
  const count = message('{count} rules, levels of the preset `{preset}`.', { count: String(rules.length), preset });
  return `${lines.join('\n')}\n\n${io.translate(count)}\n`;
}

function describeRefs({ refs }: Rule): string {
  return peers.flatMap((peer) => (refs[peer]?.length ? [`${peer} ${refs[peer].join(' ')}`] : [])).join(', ');
}
