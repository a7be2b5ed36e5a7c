import { isWrittenAsIs, type Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { findOption, hasOption, type CommandLine } from '../shared/command-line.ts';
import { isLocalAddress, readCurl } from '../shared/downloads.ts';

const messages = {
  redirect: 'Where the server redirects, `curl` saves the page that says so, or nothing: add `--location`.',
  insert: 'Insert --location',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/curl-follow-redirects',
  kind: 'practice',
  severity: 'hint',
  refs: { tally: ['curl-should-follow-redirects'] },
  title: 'Let curl follow redirects',
  why: 'Releases move: hosts answer a download with another address. Without `--location` curl takes that answer for the file and succeeds.',
  source: 'https://curl.se/docs/manpage.html#-L',
  bad: 'FROM debian:12\nRUN curl -fsSo /app.tar.gz https://example.org/app.tar.gz\n',
  good: 'FROM debian:12\nRUN curl -fsSLo /app.tar.gz https://example.org/app.tar.gz\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: Context): void {
  const calls = ctx.calls.of('curl');
  // A file of options may hold this one.
  if (calls.length > 0 && !ctx.text.includes('curlrc')) for (const call of calls) checkCall(call, ctx);
}

function checkCall(call: PlacedCall, ctx: Context): void {
  const line = readCurl(call);
  if (hasOption(line, ...decided) || !isDownload(line, call)) return;
  const { word } = call;
  ctx.report({
    at: word.span,
    message: 'redirect',
    fix: isWrittenAsIs(word, ctx.text)
      ? { title: 'insert', edits: [insert(word.span.end, ' --location')], safe: false }
      : undefined,
  });
}

/** Redirects are followed or looked at, or the call sends something and no download is wanted. */
const decided = (
  'L location location-trusted follow K config max-redirs I head X request d data data-raw data-binary data-urlencode json ' +
  'F form T upload-file V version h help w write-out'
).split(' ');

/** What is fetched goes to a file, a pipe or a variable; to the log alone nobody would miss it. */
function isDownload(line: CommandLine, { script, index, args }: PlacedCall): boolean {
  const urls = line.operands.filter(({ value }) => /^https?:\/\//.test(value));
  if (urls.length === 0 || urls.some(({ value }) => isLocalAddress(value))) return false;
  if (args.some(({ value, literal }) => !literal && /^"?\$\{?\w*(opt|arg|flag)/i.test(value))) return false;
  if (findOption(line, 'o', 'output')?.value === '/dev/null') return false;
  const isPiped = script.commands[index + 1]?.pipe !== null && script.commands[index + 1]?.after === '|';
  return isPiped || hasOption(line, 'o', 'output', 'O', 'remote-name', 'remote-name-all', 'J', 'remote-header-name');
}
