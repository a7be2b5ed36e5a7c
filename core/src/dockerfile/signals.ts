/** The signals of Linux by the names that the engine knows, without SIG. */
const names: ReadonlySet<string> = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP ' +
    'TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);

/** True for a number that is not 0 and for a name with or without SIG, real-time ones included. */
export function isSignal(text: string): boolean {
  if (/^[-+]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  const [, base, offset = ''] = /^(RTMIN|RTMAX)[-+](\d+)$/.exec(name) ?? [];
  if (base === undefined) return names.has(name);
  const isUp = name.includes('+');
  return isUp === (base === 'RTMIN') && Number(offset) >= 1 && Number(offset) <= (isUp ? 15 : 14);
}
