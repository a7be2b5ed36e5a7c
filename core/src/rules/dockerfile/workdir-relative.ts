import { eachEnvironment, expandWord, type Dockerfile, type Stage, type Word } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';

const messages = {
  relative: '`{path}` is relative to a directory that the base image decides: start it with a slash.',
  literalTilde: '`~` is a directory of that name here, not the home directory: write the whole path.',
  prepend: 'Use {path}',
} as const;
type Messages = typeof messages;

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
function checkFile(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const settled = new Set<Stage>();
  const images = findRootImages(file);
  eachEnvironment(file, (instruction, environment, stage) => {
    if (stage.base.kind === 'stage' && settled.has(stage.base.stage)) settled.add(stage);
    if (instruction.keyword !== 'WORKDIR' || settled.has(stage)) return;
    settled.add(stage);
    const [word] = instruction.args;
    const image = images.get(stage) ?? '';
    const path = word && expandWord(word, environment, file.escape);
    if (!word || !path || isAbsolute(path, image, file)) return;
    if (path === '~' || path.startsWith('~/')) ctx.report({ at: word.span, message: 'literalTilde' });
    else ctx.report({ at: word.span, message: 'relative', data: { path }, fix: prependSlash(word, image, ctx) });
  });
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
function isAbsolute(path: string, image: string, file: Dockerfile): boolean {
  if (/^[/\\]/.test(path)) return true;
  if (!/^[a-z]:/i.test(path)) return false;
  return file.escape === '`' || /windows|nanoserver|servercore/i.test(image);
}

function prependSlash(word: Word, image: string, ctx: DockerfileContext<Messages>): ReportedFix<Messages> | undefined {
  if (!/^["']?\w/.test(word.raw)) return undefined;
  const base = ctx.knowledge.image(image)?.workingDir ?? '/';
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const at = word.span.start + (/^["']/.test(word.raw) ? 1 : 0);
  return { title: 'prepend', data: { path: prefix + word.value }, edits: [insert(at, prefix)] };
}
