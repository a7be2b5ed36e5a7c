import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { optionTable, readCommandLine } from '../shared/command-line.ts';
import { strictAndHadolint } from '../shared/views.ts';

const messages = {
  unpinned: '`{package}` has no version: tomorrow the same build installs another one. Write `{package}@v…`.',
  latest: '`@latest` is another version tomorrow: name one.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/go-install-unpinned',
  kind: 'practice',
  severity: 'info',
  refs: { hadolint: ['DL3062'] },
  title: 'Give the versions of Go programs',
  why: 'Without a version, or with `@latest`, go takes the newest one. A build of the same commit may then give another image next week, or fail.',
  source: 'https://go.dev/ref/mod#go-install',
  bad: 'FROM golang:1.25\nRUN go install golang.org/x/tools/cmd/stringer@latest\n',
  good: 'FROM golang:1.25\nRUN go install golang.org/x/tools/cmd/stringer@v0.38.0\n',
  messages,
  on: { dockerfile: checkFile },
});

/** From `go help build`: the flags that take a value. */
const options = optionTable(
  'C p asmflags buildmode compiler gccgoflags gcflags installsuffix ldflags mod modfile overlay pgo pkgdir tags toolexec ' +
    'o exec covermode coverpkg',
  { singleDash: true },
);

function checkFile(_file: Dockerfile, ctx: Context): void {
  const calls = ctx.calls.of('go');
  if (calls.length === 0) return;
  const sources = findSources(ctx.file);
  for (const call of calls) {
    const [verb, ...operands] = readCommandLine(call.args, options).operands;
    if (!verb || !/^(install|get|run)$/.test(verb.value)) continue;
    // What follows the program is for itself.
    const packages = verb.value === 'run' ? operands.slice(0, 1) : operands;
    const hasSource = (sources.get(call.run.stage) ?? Infinity) < call.run.span.start;
    for (const word of packages) checkWord(word, hasSource, ctx);
  }
}

function checkWord(word: ShellWord, hasSource: boolean, ctx: Context): void {
  const [path = '', version] = word.value.split('@');
  // The first part of a remote package is a host, and so has a dot; those of the project or of Go have none.
  if (!/^[\w-]+(\.[\w-]+)+\/|^\$\{?\w+\}?\//.test(path)) return;
  if (version === undefined) {
    if (!word.literal && !/^[\w-]+\./.test(path)) return;
    const presets: readonly Preset[] | undefined = hasSource ? strictAndHadolint : undefined;
    ctx.report({ at: word.span, message: 'unpinned', data: { package: path }, presets });
  } else if (version === 'latest') ctx.report({ at: word.span, message: 'latest' });
}

/** Where the first files of the project come into each stage: `go.mod` among them says which version is meant. */
function findSources({ instructions }: Dockerfile): ReadonlyMap<number | null, number> {
  const first = new Map<number | null, number>();
  for (const { keyword, flags, stage, span } of instructions) {
    const isCopy = (keyword === 'COPY' || keyword === 'ADD') && !flags.some(({ name }) => name === 'from');
    if (isCopy && !first.has(stage)) first.set(stage, span.start);
  }
  return first;
}
