import { environmentAt, expandWord, type Dockerfile, type Instruction, type Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { matchCase } from '../shared/lines.ts';
import { onEach } from '../shared/onbuild.ts';
import { notHadolint, onlyHadolint } from '../shared/views.ts';

const messages = {
  useCopy: 'Use COPY: `{source}` is neither a URL nor an archive.',
  useCopyForAll: 'Use COPY: none of these sources is a URL or an archive.',
  replace: 'Replace ADD with COPY',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/add-instead-of-copy',
  kind: 'practice',
  severity: 'info',
  refs: {
    cis: ['4.9'],
    bench134: ['4.9'],
    hadolint: ['DL3020'],
    trivy: ['DS-0005'],
    checkov: ['CKV_DOCKER_4'],
    kics: ['add_instead_of_copy'],
    semgrep: ['prefer-copy-over-add'],
    dockle: ['CIS-DI-0009'],
  },
  title: 'Copy plain local files with COPY',
  why: 'ADD also downloads and unpacks. COPY only copies, so whoever reads the line knows what it does, and a file that happens to be an archive is not taken apart.',
  source: 'https://docs.docker.com/build/building/best-practices/#add-or-copy',
  bad: 'FROM alpine:3.22\nADD app.js /srv/\n',
  good: 'FROM alpine:3.22\nCOPY app.js /srv/\n',
  messages,
  on: { ...onEach(['ADD'], checkAdd), dockerfile: checkAsHadolint },
});

/** hadolint goes by what is written, and knows fewer addresses and archives; what ONBUILD defers it does not judge here. */
function checkAsHadolint({ instructions }: Dockerfile, ctx: DockerfileContext<Messages>): void {
  for (const add of instructions) {
    if (add.keyword !== 'ADD') continue;
    const source = getSources(add).find(({ value }) => !/^https?:\/\//.test(value) && !hadolintArchive.test(value));
    if (!source) continue;
    const isPlain = getSources(add).every(({ value }) => isPlainFile(value) && !mayMatchArchive(value));
    const canCopy = isPlain && !add.flags.some(({ name }) => addOnlyFlags.has(name));
    const fix = canCopy ? toCopy(add) : undefined;
    ctx.report({ at: add.keywordSpan, message: 'useCopy', data: { source: source.value }, fix, presets: onlyHadolint });
  }
}

const hadolintArchive = /\.(tar|Z|bz2|gz|lz|lzma|tZ|tb2|tbz|tbz2|tgz|tlz|tpz|txz|xz)$/;

function toCopy(add: Instruction): ReportedFix<Messages> {
  return { title: 'replace', edits: [replace(add.keywordSpan, matchCase('COPY', add))] };
}

function checkAdd(add: Instruction, ctx: DockerfileContext<Messages>): void {
  if (add.flags.some(({ name }) => addOnlyFlags.has(name))) return;
  const environment = add.code.includes('$') ? environmentAt(ctx.file, add) : undefined;
  const sources = getSources(add).map(
    (word) => (environment && expandWord(word, environment, ctx.file.escape)) ?? word.value,
  );
  if (sources.length === 0 || !sources.every(isPlainFile)) return;
  const fix = sources.some(mayMatchArchive) ? undefined : toCopy(add);
  const found = { at: add.keywordSpan, fix, presets: notHadolint };
  const [source = ''] = sources;
  if (sources.length === 1) ctx.report({ ...found, message: 'useCopy', data: { source } });
  else ctx.report({ ...found, message: 'useCopyForAll' });
}

/** Options that COPY does not have. */
const addOnlyFlags = new Set(['checksum', 'keep-git-dir', 'unpack']);

function getSources({ json, args }: Instruction): readonly Word[] {
  return (json ?? args).slice(0, -1);
}

function isPlainFile(source: string): boolean {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(source) || /^[\w.-]+@[\w.-]+:/.test(source)) return false;
  // Where a variable decides over the beginning or the end of the name, it may still be a URL or an archive.
  if (source.startsWith('$') || /\$(\w+|\{[^}]*\})$/.test(source)) return false;
  return !/\.(tar|tgz|tbz2?|txz|tzst|tlz|gz|bz2|xz|zst|lzma|z)$/i.test(source);
}

/** `ADD build/out-* /` unpacks whatever archive the pattern finds, so only the author can replace it. */
function mayMatchArchive(source: string): boolean {
  return /[*?\]]$/.test(source);
}
