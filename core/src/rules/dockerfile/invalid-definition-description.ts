import type { Comment, Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { getLineEnding } from '../shared/lines.ts';

const messages = {
  other: 'This comment describes `{name}` only if it begins with that word; a line with only `#` sets it apart.',
  others: 'This comment describes an ARG below only if it begins with its name; a line with only `#` sets it apart.',
  separate: 'Set the comment apart with an empty comment',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/invalid-definition-description',
  kind: 'style',
  severity: 'info',
  refs: { buildkit: ['InvalidDefinitionDescription'] },
  title: 'Begin the description of a stage or an ARG with its name',
  why: '`docker build --call=outline` shows the comment above an ARG or a named stage as its description, if it begins with the name. The check is an experimental one, so the file must ask for it.',
  source: 'https://docs.docker.com/reference/build-checks/invalid-definition-description/',
  bad: '# check=experimental=all\n\n# the release to take\nARG VERSION=3.23\nFROM alpine:${VERSION}\n',
  good: '# check=experimental=all\n\n# VERSION is the release to take\nARG VERSION=3.23\nFROM alpine:${VERSION}\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!isAskedFor(file)) return;
  const directives = new Set(file.directives.map(({ span }) => span.start));
  const comments = file.comments.filter(({ span }) => !directives.has(span.start));
  const byEnd = new Map(comments.map((comment) => [comment.span.end, comment]));
  for (const instruction of file.instructions) {
    const names = getNames(instruction, file);
    const comment = names.length > 0 ? findCommentAbove(instruction, byEnd, file.text) : undefined;
    if (comment && comment.text !== '' && !names.includes(comment.text.split(' ')[0] ?? '')) {
      report({ comment, instruction, names }, ctx);
    }
  }
}

function isAskedFor({ directives }: Dockerfile): boolean {
  const wanted = directives
    .filter(({ name }) => name === 'check')
    .flatMap(({ value }) => value.split(';'))
    .map((option) => /^\s*experimental\s*=(.*)$/s.exec(option)?.[1] ?? '')
    .flatMap((list) => list.split(','))
    .map((name) => name.trim());
  return wanted.includes('all') || wanted.includes('InvalidDefinitionDescription');
}

/** What a comment above may describe: the stage, by the builder's spelling, or the arguments. */
function getNames({ keyword, stage, assignments }: Instruction, { stages }: Dockerfile): readonly string[] {
  if (keyword === 'ARG') return assignments.map(({ name }) => name.value);
  const name = keyword === 'FROM' && stage !== null ? stages[stage]?.name : null;
  return name ? [name.value.toLowerCase()] : [];
}

/** The builder looks past empty lines, whatever its documentation says of them. */
function findCommentAbove(
  { span }: Instruction,
  byEnd: ReadonlyMap<number, Comment>,
  text: string,
): Comment | undefined {
  let end = text.lastIndexOf('\n', span.start - 1);
  for (; end > 0; end--) {
    const found = byEnd.get(end);
    if (found || !/\s/.test(text.charAt(end - 1))) return found;
  }
  return undefined;
}

interface Misfit {
  readonly comment: Comment;
  readonly instruction: Instruction;
  readonly names: readonly string[];
}

function report({ comment, instruction, names }: Misfit, ctx: Context): void {
  const { keywordSpan, span } = instruction;
  const said =
    names.length > 1
      ? ({ message: 'others' } as const)
      : ({ message: 'other', data: { name: names[0] ?? '' } } as const);
  const lineStart = ctx.text.lastIndexOf('\n', span.start - 1) + 1;
  const fix = { title: 'separate', edits: [insert(lineStart, `#${getLineEnding(ctx.text)}`)] } as const;
  // What speaks to a tool describes nothing; BuildKit names the line of the instruction.
  const isForTool = /^(?:check\s*=|hadolint\s|drydock\s|checkov:|trivy:|kics-scan\s|nosemgrep)/.test(comment.text);
  if (!isForTool) ctx.report({ ...said, at: comment.span, fix, presets: viewsWithout('buildkit') });
  ctx.report({ ...said, at: keywordSpan, fix, presets: ['buildkit'] });
}
