import type { Assignment, Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert, remove } from '../../text/index.ts';
import { isHarmlessValue, soundsSecret } from '../shared/secret-names.ts';

const messages = {
  env: '`{name}` sounds like a credential: everybody who has the image can read its ENV.',
  arg: '`{name}` sounds like a credential: build arguments stay in the history of the image.',
  mount: 'Give {name} to this RUN as a secret mount',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/secret-in-arg-or-env',
  kind: 'security',
  severity: 'warning',
  refs: {
    cis: ['4.10'],
    bench134: ['4.10'],
    hadolint: ['DL3064'],
    buildkit: ['SecretsUsedInArgOrEnv'],
    trivy: ['DS-0031'],
    semgrep: ['secret-in-build-arg'],
    kics: ['passwords_and_secrets (common)'],
    dockle: ['CIS-DI-0010'],
    tally: ['ruby/secrets-in-arg-or-env'],
  },
  title: 'Keep credentials out of ARG and ENV',
  why: 'Both are written into the image: ENV into its configuration, ARG into its history. Anyone who can pull the image reads them. A secret mount shows the value to one RUN and leaves nothing behind; what the service needs at run time comes from its environment or from a secret.',
  source: 'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
  bad: 'FROM node:22.21-alpine\nARG NPM_TOKEN\nRUN npm config set //registry.example.org/:_authToken=$NPM_TOKEN && npm ci\n',
  good: 'FROM node:22.21-alpine\nRUN --mount=type=secret,id=npm_token,env=NPM_TOKEN npm ci\n',
  messages,
  on: { dockerfile: checkFile },
});

/** A name that is only declared, without a value of its own: the one place where a secret mount can take over. */
interface Candidate {
  readonly arg: Instruction;
  readonly assignment: Assignment;
  readonly uses: Instruction[];
}

function checkFile(file: Dockerfile, ctx: Context): void {
  const candidates: Candidate[] = [];
  for (const instruction of file.instructions) {
    // An ARG in front of the first FROM reaches no image.
    if (instruction.stage === null) continue;
    const setting = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
    if (setting?.keyword === 'ENV') checkEnv(setting, ctx);
    if (setting?.keyword !== 'ARG') continue;
    for (const assignment of setting.assignments) {
      if (!isSecretArg(assignment)) continue;
      if (setting === instruction) candidates.push({ arg: setting, assignment, uses: [] });
      else reportArg(assignment, undefined, ctx);
    }
  }
  if (candidates.length === 0) return;
  collectUses(file, candidates);
  for (const candidate of candidates) reportArg(candidate.assignment, toSecretMount(candidate, ctx), ctx);
}

function checkEnv(env: Instruction, ctx: Context): void {
  for (const { name, value } of env.assignments) {
    if (!value || !soundsSecret(name.value) || isHarmlessValue(value.value)) continue;
    // What is passed on from an ARG or ENV of such a name is reported there.
    const passedOn = /^\$(?:(\w+)|\{(\w+)[^}]*\})$/.exec(value.value);
    if (passedOn && soundsSecret(passedOn[1] ?? passedOn[2] ?? '')) continue;
    ctx.report({ at: name.span, message: 'env', data: { name: name.value } });
  }
}

function isSecretArg({ name, value }: Assignment): boolean {
  // `ARG TOKEN=` is still meant to be filled by --build-arg, whatever stands there by default.
  return soundsSecret(name.value) && (!value || value.value === '' || !isHarmlessValue(value.value));
}

function reportArg({ name }: Assignment, fix: ReportedFix<Messages> | undefined, ctx: Context): void {
  ctx.report({ at: name.span, message: 'arg', data: { name: name.value }, fix });
}

function collectUses(file: Dockerfile, candidates: readonly Candidate[]): void {
  const byName = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const name = candidate.assignment.name.value;
    byName.set(name, [...(byName.get(name) ?? []), candidate]);
  }
  for (const instruction of file.instructions) {
    const used = new Set<string>();
    for (const text of [instruction.code, ...instruction.heredocs.map(({ body }) => body)]) {
      for (const [, name = ''] of text.matchAll(/\$\{?(\w+)/g)) used.add(name);
    }
    for (const name of used) for (const { uses } of byName.get(name) ?? []) uses.push(instruction);
  }
}

/** Unsafe, since whoever builds must then pass `--secret` in place of `--build-arg`. */
function toSecretMount({ arg, assignment, uses }: Candidate, { text }: Context): ReportedFix<Messages> | undefined {
  const [run] = uses;
  if (uses.length !== 1 || run?.keyword !== 'RUN' || run.json || run.stage !== arg.stage) return undefined;
  if (assignment.value || arg.assignments.length !== 1 || run.span.start < arg.span.end) return undefined;
  const name = assignment.name.value;
  const lineEnd = /^[ \t]*\r?\n/.exec(text.slice(arg.span.end, arg.span.end + 80))?.[0].length ?? 0;
  const mount = ` --mount=type=secret,id=${name.toLowerCase()},env=${name}`;
  return {
    title: 'mount',
    data: { name },
    edits: [remove({ start: arg.span.start, end: arg.span.end + lineEnd }), insert(run.keywordSpan.end, mount)],
    safe: false,
  };
}
