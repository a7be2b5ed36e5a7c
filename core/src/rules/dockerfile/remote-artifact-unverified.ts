import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type RunScript } from '../../lint/index.ts';
import { hasOption, type CommandLine } from '../shared/command-line.ts';
import { isLocalAddress, readCurl, readWget } from '../shared/downloads.ts';

const messages = {
  added: 'Nothing tells whether this is the file that you once saw: add `--checksum=sha256:…`.',
  fetched: 'Nothing tells whether this is the file that you once saw: compare its checksum in the same RUN.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/remote-artifact-unverified',
  kind: 'security',
  severity: 'off',
  strict: 'info',
  refs: { cis: ['4.12'], kics: ['curl_or_wget_instead_of_add'] },
  title: 'Compare the checksum of what is downloaded',
  why: 'What stands behind an address may be replaced, by its owner or by somebody else. A checksum or a signature makes the build fail instead of taking it in.',
  source: 'https://docs.docker.com/reference/dockerfile/#add---checksum',
  bad: 'FROM debian:12\nADD https://example.org/app.tar.gz /opt/\n',
  good: 'FROM debian:12\nADD --checksum=sha256:270ce77b3a4b8e5cd0f1a1d5bd5b9b3d0cbd76a9c4aef2f9a0c2b3c4d5e6f708 https://example.org/app.tar.gz /opt/\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile({ instructions }: Dockerfile, ctx: Context): void {
  for (const instruction of instructions) {
    const each = instruction.inner ?? instruction;
    if (each.keyword === 'ADD') checkAdd(each, ctx);
  }
  for (const run of ctx.calls.runs) checkRun(run, ctx);
}

function checkAdd({ args, flags }: Instruction, ctx: Context): void {
  if (flags.some(({ name }) => name === 'checksum')) return;
  for (const { value, span } of args.slice(0, -1)) {
    // A Git repository is checked by its commit.
    if (/^https?:\/\//.test(value) && !/\.git(#|\?|$)/.test(value)) ctx.report({ at: span, message: 'added' });
  }
}

function checkRun({ calls }: RunScript, ctx: Context): void {
  const downloads = calls.filter((call) => call.program === 'curl' || call.program === 'wget');
  if (downloads.length === 0 || calls.some(verifies)) return;
  for (const call of downloads) if (isDownload(call)) ctx.report({ at: call.word.span, message: 'fetched' });
}

/** Programs that compare sums or signatures, or read a key for one that will. */
function verifies({ program, args }: PlacedCall): boolean {
  if (program === 'openssl') return args.some(({ value }) => /^(dgst|sha\d+|cms|smime)$/.test(value));
  return /^(sha\d*sum|shasum|md5sum|b2sum|b3sum|cksum|gpgv?2?|minisign|signify|cosign|slsa-verifier|rhash|apt-key|rpm)$/.test(
    program,
  );
}

function isDownload(call: PlacedCall): boolean {
  const isCurl = call.program === 'curl';
  const line = isCurl ? readCurl(call) : readWget(call);
  const urls = line.operands.filter(({ value, literal }) => /:\/\//.test(value) || !literal);
  const isFile = urls.some(({ value }) => !isLocalAddress(value) && !keyOrList.test(value));
  return isFile && (isCurl ? savesFile(line, call) : !hasOption(line, 'spider', 'V', 'version'));
}

/** Keys and lists of packages are what others are checked with. */
const keyOrList = /\.(asc|gpg|key|pub|sig|list|repo|sha\d+|sum)$/;

/** Into a file or a pipe. What only goes to the log stays nowhere. */
function savesFile(line: CommandLine, { script, index }: PlacedCall): boolean {
  if (hasOption(line, 'I', 'head', 'X', 'request', 'd', 'data')) return false;
  const next = script.commands[index + 1];
  return hasOption(line, 'o', 'output', 'O', 'remote-name', 'remote-name-all') || next?.after === '|';
}
