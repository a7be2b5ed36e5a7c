import type { Flag, Instruction } from './model.ts';
import type { Report } from './problems.ts';

const durationFlags: ReadonlySet<string> = new Set(['interval', 'timeout', 'start-period', 'start-interval']);
/** Go's units in nanoseconds. */
const units: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/** Reports forms of HEALTHCHECK that the builder refuses. */
export function checkHealthcheck({ args, argsSpan, keywordSpan, flags, inner }: Instruction, report: Report): void {
  const first = args[0];
  if (!first) {
    report('missing-arguments', keywordSpan, { keyword: 'HEALTHCHECK' });
    return;
  }
  const form = inner ? 'CMD' : first.raw.toUpperCase();
  if (form === 'NONE') {
    if (args.length > 1) report('healthcheck-none-arguments', argsSpan);
    return;
  }
  if (form !== 'CMD') report('healthcheck-type', first.span, { word: first.raw });
  else if (!inner || inner.args.length === 0) report('healthcheck-without-command', inner?.keywordSpan ?? first.span);
  for (const flag of flags) checkFlag(flag, report);
}

function checkFlag({ name, value, span, valueSpan }: Flag, report: Report): void {
  if (value === undefined || value === '') return;
  const place = valueSpan ?? span;
  if (name === 'retries') {
    if (!/^[+]?\d+$/.test(value) || Number(value) > 2_147_483_647) report('invalid-retries', place, { value });
  } else if (durationFlags.has(name)) {
    const nanoseconds = parseDuration(value);
    if (nanoseconds === undefined) report('invalid-duration', place, { value, flag: name });
    else if (nanoseconds !== 0 && nanoseconds < 1e6) report('short-duration', place, { flag: name });
  }
}

/** Nanoseconds of a Go duration such as `1m30s`, or undefined. */
export function parseDuration(text: string): number | undefined {
  const [, sign = '', body = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (body === '0') return 0;
  if (body === '' || !/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(body)) return undefined;
  let total = 0;
  for (const [, amount = '', unit = ''] of body.matchAll(/([\d.]+)([^\d.]+)/g)) {
    total += Number(amount) * (units[unit] ?? 0);
  }
  if (total > 9.22e18) return undefined;
  return sign === '-' ? -total : total;
}
