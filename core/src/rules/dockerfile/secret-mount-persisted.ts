import { defineRule, type DockerfileContext, type PlacedCall, type RunScript } from '../../lint/index.ts';
import type { ShellCommand } from '../../shell/index.ts';
import type { Span } from '../../text/index.ts';
import { findRedirects } from '../shared/redirects.ts';
import { findMountedSecrets, readRunMounts, type MountedSecret } from '../shared/run-mounts.ts';

const messages = {
  written: 'This writes the secret `{id}` into the layer, and everybody who has the image can read it there.',
  configured: '`{program}` keeps the secret `{id}` in a file of the layer: give it to the one command that needs it.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/secret-mount-persisted',
  kind: 'security',
  severity: 'error',
  refs: { cis: ['4.10'], bench134: ['4.10'] },
  title: 'Leave a mounted secret where it is',
  why: 'A secret mount is there for one RUN and leaves no trace. A copy of it is an ordinary file of the layer. Let the program read the mount itself (`target=/root/.npmrc`, `env=TOKEN`), or remove the copy in the same RUN.',
  source: 'https://docs.docker.com/build/building/secrets/',
  bad: 'FROM node:22.21-alpine\nRUN --mount=type=secret,id=npmrc cp /run/secrets/npmrc /root/.npmrc && npm ci\n',
  good: 'FROM node:22.21-alpine\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: unknown, ctx: Context): void {
  if (!ctx.text.includes('type=secret')) return;
  for (const each of ctx.calls.runs) {
    const secrets = findMountedSecrets(each.run);
    if (secrets.length > 0) checkRun(each, secrets, ctx);
  }
}

interface Around {
  readonly secrets: readonly MountedSecret[];
  /** Places that do not outlive the step. */
  readonly isGone: (path: string) => boolean;
}

function checkRun(run: RunScript, secrets: readonly MountedSecret[], ctx: Context): void {
  const isGone = createGoneCheck(run);
  const around = { secrets, isGone };
  let pipeline: number | undefined;
  let carried: MountedSecret | undefined;
  for (const call of run.calls) {
    const command = run.script.commands[call.index];
    if (!command) continue;
    if (command.pipeline !== pipeline) carried = undefined;
    pipeline = command.pipeline;
    checkConfiguration(call, around, ctx);
    const named = carriers.has(call.program) ? findNamed(call, secrets) : undefined;
    carried = named ?? carried;
    if (!carried) continue;
    for (const { path, span } of findWritten(call, command, ctx.text)) {
      if (!isGone(path)) ctx.report({ at: span, message: 'written', data: { id: carried.id } });
    }
  }
}

/** Programs that put out, or copy, what they are given. */
const carriers = new Set(
  'cat cp mv install dd echo printf sed awk tr cut grep head tail base64 tee envsubst jq rsync'.split(' '),
);

function findNamed({ args }: PlacedCall, secrets: readonly MountedSecret[]): MountedSecret | undefined {
  return secrets.find(({ path, variable }) =>
    args.some(
      ({ value }) => (path !== undefined && names(value, path)) || (variable !== undefined && uses(value, variable)),
    ),
  );
}

function names(word: string, path: string): boolean {
  const at = word.indexOf(path);
  return at >= 0 && !/[\w.-]/.test(word.charAt(at + path.length));
}

function uses(word: string, variable: string): boolean {
  const at = word.search(new RegExp(`\\$\\{?${variable.replace(/\W/g, '')}(?!\\w)`));
  return at >= 0;
}

interface Written {
  readonly path: string;
  readonly span: Span;
}

function findWritten(call: PlacedCall, command: ShellCommand, text: string): readonly Written[] {
  const redirects = findRedirects(command, text).map(({ file, span }) => ({ path: file, span }));
  const operands = call.args.filter(({ value }) => !value.startsWith('-'));
  if (call.program === 'tee') return [...redirects, ...operands.map(({ value, span }) => ({ path: value, span }))];
  const output = call.args.find(({ value }) => call.program === 'dd' && value.startsWith('of='));
  if (output) return [{ path: output.value.slice(3), span: output.span }];
  const last = /^(cp|mv|install|rsync)$/.test(call.program) ? operands.at(-1) : undefined;
  return last && operands.length > 1 ? [...redirects, { path: last.value, span: last.span }] : redirects;
}

/** `npm config set //registry/:_authToken=$TOKEN` writes a file of its own. */
function checkConfiguration(call: PlacedCall, { secrets, isGone }: Around, ctx: Context): void {
  const verb = configurators[call.program];
  if (
    !verb?.test(
      call.args
        .map(({ value }) => value)
        .slice(0, 2)
        .join(' '),
    )
  )
    return;
  const secret = findNamed(call, secrets);
  if (!secret || isGone(configured)) return;
  ctx.report({ at: call.word.span, message: 'configured', data: { id: secret.id, program: call.program } });
}

const configurators: Readonly<Partial<Record<string, RegExp>>> = {
  npm: /^(config set|set)\b/,
  pnpm: /^(config set|set)\b/,
  yarn: /^config set\b/,
  git: /^config\b/,
  pip: /^config set\b/,
  pip3: /^config set\b/,
  poetry: /^config\b/,
  composer: /^config\b/,
  bundle: /^config\b/,
};
/** Stands for the files that such programs keep. */
const configured = '.config';
const configurationFiles =
  /(^|\/)(\.npmrc|\.gitconfig|\.yarnrc(\.yml)?|pip\.conf|auth\.(toml|json)|\.bundle|\.config)\b/;

/** What the same RUN removes, and what lies in a mount or a device, is not part of the layer. */
function createGoneCheck({ run, calls }: RunScript): (path: string) => boolean {
  const removed = new Set<string>();
  for (const { program, args } of calls) {
    const isUndone = args.some(({ value }) => /^(delete|unset|--unset(-all)?|--remove-section)$/.test(value));
    if (isUndone) removed.add(configured);
    if (!/^(rm|shred|unlink|trap)$/.test(program)) continue;
    for (const word of args.flatMap(({ value }) => value.split(/\s+/))) {
      removed.add(word.replace(/["']/g, '').replace(/(.)\/$/, '$1'));
      if (configurationFiles.test(word)) removed.add(configured);
    }
  }
  for (const { get } of readRunMounts(run))
    removed.add((get('target', 'dst', 'destination') ?? '').replace(/(.)\/$/, '$1'));
  return (path) =>
    /^\/(dev|proc|run\/secrets)(\/|$)/.test(path) || parentsOf(path).some((parent) => removed.has(parent));
}

function parentsOf(path: string): string[] {
  const parts = path.split('/').slice(0, 40);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((parent) => parent !== '');
}
