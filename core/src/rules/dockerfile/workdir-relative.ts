import {
  eachEnvironment,
  expandWord,
  type Dockerfile,
  type Environment,
  type Instruction,
  type Stage,
  type Word,
} from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { findOpenArgs, withoutBuildArgs } from '../shared/defaults.ts';
import { onlyBuildKit, onlyHadolint, ownView } from '../shared/views.ts';

const messages = {
  relative: '`{path}` is relative to a directory that the base image decides: start it with a slash.',
  literalTilde: '`~` is a directory of that name here, not the home directory: write the whole path.',
  prepend: 'Use {path}',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/workdir-relative',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3000'],
    buildkit: ['WorkdirRelativePath'],
    trivy: ['DS-0009'],
    checkov: ['CKV_DOCKER_10'],
    kics: ['workdir_path_not_absolute'],
    semgrep: ['use-absolute-workdir'],
    'dockerfile-utils': ['WORKDIR_IS_NOT_ABSOLUTE'],
  },
  title: 'Start the first WORKDIR with a slash',
  why: 'A relative WORKDIR continues the one of the base image. When that image changes its own, all paths behind it move. A relative path below an absolute WORKDIR of the same file is fine.',
  source: 'https://docs.docker.com/reference/build-checks/workdir-relative-path/',
  bad: 'FROM nginx:1.29\nWORKDIR usr/share/nginx/html\n',
  good: 'FROM nginx:1.29\nWORKDIR /usr/share/nginx\nWORKDIR html\n',
  messages,
  on: { dockerfile: checkFile },
});

/** As in BuildKit only the first WORKDIR of a stage and its parents counts: setting it right sets all others right. */
function checkFile(file: Dockerfile, ctx: Context): void {
  checkPiece(file, ctx);
  const settled = new Set<Stage>();
  const openArgs = findOpenArgs(file.instructions);
  const images = findRootImages(file);
  eachEnvironment(file, (instruction, environment, stage) => {
    if (stage.base.kind === 'stage' && settled.has(stage.base.stage)) settled.add(stage);
    if (instruction.keyword !== 'WORKDIR') return;
    const [word] = instruction.args;
    const isFirst = !settled.has(stage);
    settled.add(stage);
    if (!word) return;
    const image = images.get(stage) ?? '';
    checkAsHadolint(instruction, word, { isFirst, image, ctx });
    if (!isFirst) return;
    checkPath({ word, stage, environment, image }, ctx);
    checkAsBuildKit({ word, stage, environment, openArgs }, ctx);
  });
}

/** In a piece without FROM nobody knows the image, so only what is written counts. */
function checkPiece({ instructions, escape }: Dockerfile, ctx: Context): void {
  const outside = instructions.filter(({ keyword, stage }) => keyword === 'WORKDIR' && stage === null);
  for (const [index, instruction] of outside.entries()) {
    const [word] = instruction.args;
    if (!word) continue;
    checkAsHadolint(instruction, word, { isFirst: index === 0, image: '', ctx });
    const isAbsolutePath = /^[/\\$]/.test(word.value) || (escape === '`' && /^[a-z]:/i.test(word.value));
    if (index === 0 && !isAbsolutePath && !word.raw.includes('$')) {
      reportRelative(word, { path: word.value, fix: prependSlash(word, '', ctx), presets: ownView }, ctx);
    }
  }
}

/** hadolint wants every one of them absolute, by what is written; a variable at the beginning counts as absolute. */
function checkAsHadolint(
  { code, span, argsSpan }: Instruction,
  word: Word,
  { isFirst, image, ctx }: { readonly isFirst: boolean; readonly image: string; readonly ctx: Context },
): void {
  const written = code.slice(argsSpan.start - span.start, argsSpan.end - span.start).replace(/^["'\s]+|["'\s]+$/g, '');
  if (written === '' || /^([$/]|\p{L}:)/u.test(written)) return;
  const fix = isFirst ? prependSlash(word, image, ctx) : undefined;
  reportRelative(word, { path: word.value, fix, presets: onlyHadolint }, ctx);
}

interface Found {
  readonly word: Word;
  readonly stage: Stage;
  readonly environment: Environment;
  readonly image: string;
}

function checkPath({ word, stage, environment, image }: Found, ctx: Context): void {
  const path = expandWord(word, environment, ctx.file.escape);
  if (!path || isAbsolute(path, { image, stage }, ctx.file)) return;
  reportRelative(word, { path, fix: prependSlash(word, image, ctx), presets: ownView }, ctx);
}

interface Relative {
  readonly path: string;
  readonly fix: ReportedFix<Messages> | undefined;
  readonly presets: readonly Preset[];
}

function reportRelative(word: Word, { path, fix, presets }: Relative, ctx: Context): void {
  const at = word.span;
  if (path === '~' || path.startsWith('~/')) ctx.report({ at, message: 'literalTilde', presets });
  else ctx.report({ at, message: 'relative', data: { path }, fix, presets });
}

interface Seen extends Omit<Found, 'image'> {
  /** The names of ARG instructions without a default, which only a build fills. */
  readonly openArgs: ReadonlySet<string>;
}

/** BuildKit's check judges by what it is given, and nobody gives it build arguments. */
function checkAsBuildKit({ word, stage, environment, openArgs }: Seen, ctx: Context): void {
  const path = expandWord(word, withoutBuildArgs(environment, openArgs), ctx.file.escape);
  if (path === null || path.startsWith('/') || isBuiltForWindows(stage)) return;
  const shown = path === '' ? word.raw : path;
  const fix = /^[a-z]:/i.test(path) ? undefined : prependSlash(word, '', ctx);
  reportRelative(word, { path: shown, fix, presets: onlyBuildKit }, ctx);
}

/** For BuildKit a drive makes a path absolute only when the stage is built for Windows by name. */
function isBuiltForWindows({ from }: Stage): boolean {
  return from.flags.some(({ name, value }) => name === 'platform' && /windows|\$/i.test(value ?? ''));
}

/** The image that each stage comes from in the end; absent where nobody knows it. */
function findRootImages(file: Dockerfile): ReadonlyMap<Stage, string> {
  const images = new Map<Stage, string>();
  for (const stage of file.stages) {
    const image = stage.base.kind === 'stage' ? images.get(stage.base.stage) : stage.resolvedImage;
    if (image) images.set(stage, image);
  }
  return images;
}

/** `C:\app` is absolute on Windows only. */
function isAbsolute(path: string, { image, stage }: Pick<Found, 'image' | 'stage'>, file: Dockerfile): boolean {
  if (/^[/\\]/.test(path)) return true;
  if (!/^[a-z]:/i.test(path)) return false;
  return file.escape === '`' || /windows|nanoserver|servercore/i.test(image) || isBuiltForWindows(stage);
}

function prependSlash(word: Word, image: string, ctx: Context): ReportedFix<Messages> | undefined {
  if (!/^["']?\w/.test(word.raw)) return undefined;
  const base = ctx.knowledge.image(image)?.workingDir ?? '/';
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const at = word.span.start + (/^["']/.test(word.raw) ? 1 : 0);
  return { title: 'prepend', data: { path: prefix + word.value }, edits: [insert(at, prefix)] };
}
