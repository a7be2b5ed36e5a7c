import type { Assignment, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace, span } from '../../text/index.ts';
import { reportWord, viewsWithout } from '../shared/buildkit.ts';

const messages = {
  legacy: 'Write {keyword} {name}=…: the form with a blank is an old one and takes only one pair.',
  convert: 'Write it with `=`',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/legacy-key-value',
  kind: 'style',
  severity: 'hint',
  refs: { buildkit: ['LegacyKeyValueFormat'], 'dockerfile-utils': ['SYNTAX_MISSING_EQUALS'] },
  title: 'Write ENV and LABEL with an equals sign',
  why: 'With a blank, everything up to the end of the line is the value, so a second pair silently becomes part of the first.',
  source: 'https://docs.docker.com/reference/build-checks/legacy-key-value-format/',
  bad: 'FROM alpine:3.23\nENV GREETING hello world\n',
  good: 'FROM alpine:3.23\nENV GREETING="hello world"\n',
  messages,
  on: {
    ENV: check,
    LABEL: check,
    ONBUILD({ inner }, ctx) {
      // What is deferred is checked where it runs, so BuildKit is silent here.
      if (inner?.keyword === 'ENV' || inner?.keyword === 'LABEL') check(inner, ctx, true);
    },
  },
});

function check(instruction: Instruction, ctx: Context, isDeferred = false): void {
  const [pair] = instruction.assignments;
  if (
    !pair?.value ||
    pair.name.raw === '' ||
    instruction.code.charAt(pair.name.span.end - instruction.span.start) === '='
  )
    return;
  const data = { keyword: instruction.keywordText, name: pair.name.raw };
  const presets = isDeferred ? viewsWithout('buildkit') : undefined;
  reportWord({ at: pair.span, message: 'legacy', data, fix: convert(pair, ctx), presets }, instruction, ctx);
}

/** Quotes are put where the new form needs them; what is quoted or escaped in part is left to the author. */
function convert({ name, value }: Assignment, { text }: Context): ReportedFix<Messages> | undefined {
  if (!value || text.slice(value.span.start, value.span.end) !== value.raw) return undefined;
  const { raw } = value;
  const isPlain = !/[\s"'\\`]/.test(raw);
  const isQuoted = /^"[^"\\`]*"$|^'[^']*'$/.test(raw);
  if (!isPlain && !isQuoted && /["'\\`]/.test(raw)) return undefined;
  const written = isPlain || isQuoted ? raw : `"${raw}"`;
  return { title: 'convert', edits: [replace(span(name.span.end, value.span.end), `=${written}`)] };
}
