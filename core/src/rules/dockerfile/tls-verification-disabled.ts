import { isWrittenAsIs, type Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type ReportedFix } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { replace, type Span } from '../../text/index.ts';
import { isLocalAddress, readCurl } from '../shared/downloads.ts';
import { removeWord } from '../shared/remove-word.ts';
import { tlsPrograms, tlsSwitches } from '../shared/tls.data.ts';

const messages = {
  unchecked: 'With `{option}` `{program}` accepts any certificate: whoever is on the way decides what arrives.',
  drop: 'Delete {option}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/tls-verification-disabled',
  kind: 'security',
  severity: 'error',
  refs: {
    cis: ['4.11', '4.12'],
    bench134: ['4.11'],
    checkov: ['CKV2_DOCKER_2', 'CKV2_DOCKER_3', 'CKV2_DOCKER_4', 'CKV2_DOCKER_13', 'CKV2_DOCKER_15'],
  },
  title: 'Leave the check of certificates on',
  why: 'A certificate is the only proof that a download comes from the host that was asked. Without the check anybody on the network can put a program into the image. Install `ca-certificates`, or add the certificate of your own host.',
  source: 'https://curl.se/docs/sslcerts.html',
  bad: 'FROM debian:12\nRUN curl -fsSLk -o app.deb https://example.org/app.deb\n',
  good: 'FROM debian:12\nRUN curl -fsSL -o app.deb https://example.org/app.deb\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: Context): void {
  for (const call of ctx.calls.of('curl')) checkCurl(call, ctx);
  for (const call of ctx.calls.of(...tlsPrograms)) checkWords(call, ctx);
}

function checkCurl(call: PlacedCall, ctx: Context): void {
  const line = readCurl(call);
  if (line.operands.some(({ value }) => isLocalAddress(value))) return;
  for (const { name, word } of line.options) {
    if (!/^(k|insecure|proxy-insecure|doh-insecure)$/.test(name)) continue;
    const option = name === 'k' ? '-k' : `--${name}`;
    const rest = name === 'k' ? word.value.replace('k', '') : '-';
    report(call, { words: [word], option, rest: rest === '-' ? '' : rest }, ctx);
  }
}

function checkWords(call: PlacedCall, ctx: Context): void {
  const switches = tlsSwitches.filter(({ programs }) => programs.test(call.program));
  const isLocal = call.program === 'wget' && call.args.some(({ value }) => isLocalAddress(value));
  if (isLocal) return;
  for (const [at, word] of call.args.entries()) {
    const following = call.args[at + 1];
    const found = switches.find(
      ({ word: pattern, next }) => pattern.test(word.value) && (!next || next.test(following?.value ?? '')),
    );
    if (!found) continue;
    const words = found.next && following ? [word, following] : [word];
    const option = words.map(({ value }) => value).join(' ');
    report(call, { words, option, rest: found.isOption ? '' : undefined }, ctx);
  }
}

interface Switch {
  readonly words: readonly ShellWord[];
  readonly option: string;
  /** What stays of the words once the switch is gone; undefined when the whole command has no meaning without it. */
  readonly rest: string | undefined;
}

function report(call: PlacedCall, found: Switch, ctx: Context): void {
  const { words, option } = found;
  const start = words[0]?.span.start ?? call.word.span.start;
  const whole = { start, end: words.at(-1)?.span.end ?? start };
  const isOneLine = !/[\r\n]/.test(ctx.text.slice(whole.start, whole.end));
  const at = isOneLine ? whole : (words.at(-1)?.span ?? whole);
  const fix = isOneLine ? planFix(call, whole, { found, text: ctx.text }) : undefined;
  ctx.report({ at, message: 'unchecked', data: { option, program: call.program }, fix });
}

/** A host with a certificate of its own then fails the build until that is installed. */
function planFix(
  { run }: PlacedCall,
  whole: Span,
  { found: { words, option, rest }, text }: { found: Switch; text: string },
): ReportedFix<Messages> | undefined {
  if (rest === undefined || run.json || !words.every((word) => isWrittenAsIs(word, text))) return undefined;
  const edit = rest === '' ? removeWord(whole, text) : replace(whole, rest);
  return { title: 'drop', data: { option }, edits: [edit], safe: false };
}
