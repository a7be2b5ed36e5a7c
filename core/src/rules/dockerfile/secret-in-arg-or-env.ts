import type { Assignment, Dockerfile, Instruction } from '../../dockerfile/index.ts';
import {
  defineRule,
  isHarmlessValue,
  isSurelyHarmless,
  soundsSecret,
  soundsSecretToBuildKit,
  soundsSecretToHadolint,
  type DockerfileContext,
  type ReportedFix,
} from '../../lint/index.ts';
import { insert, remove } from '../../text/index.ts';
import { onlyBuildKit, onlyHadolint, ownView } from '../shared/views.ts';

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

/** A name of ARG or ENV that somebody would take for a credential. */
interface Suspect {
  readonly setting: Instruction;
  readonly assignment: Assignment;
  /** ONBUILD defers it to a later build, of which BuildKit says nothing here. */
  readonly deferred: boolean;
  /** An ARG in front of the first FROM: it reaches no image. */
  readonly isGlobal: boolean;
}

function checkFile(file: Dockerfile, ctx: Context): void {
  const suspects = file.instructions.flatMap((instruction) => findSuspects(instruction, file));
  if (suspects.length === 0) return;
  const uses = collectUses(file, suspects);
  for (const suspect of suspects) report(suspect, toSecretMount(suspect, uses, ctx), ctx);
}

function findSuspects(instruction: Instruction, { stages }: Dockerfile): Suspect[] {
  const setting = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
  if (setting?.keyword !== 'ENV' && setting?.keyword !== 'ARG') return [];
  const isGlobal = instruction.stage === null && stages.length > 0;
  return setting.assignments
    .filter(
      ({ name: { value } }) => soundsSecret(value) || soundsSecretToBuildKit(value) || soundsSecretToHadolint(value),
    )
    .map((assignment) => ({ setting, assignment, deferred: setting !== instruction, isGlobal }));
}

/** BuildKit and hadolint go by the name alone; we look at the value too and know other words, so their views are given apart. */
function report(suspect: Suspect, fix: ReportedFix<Messages> | undefined, ctx: Context): void {
  const { setting, assignment, deferred, isGlobal } = suspect;
  const name = assignment.name.value;
  const found = {
    at: assignment.name.span,
    message: setting.keyword === 'ENV' ? ('env' as const) : ('arg' as const),
    data: { name },
    fix,
  };
  // In an ARG it takes quotes for a part of the name.
  const seen = setting.keyword === 'ARG' ? assignment.name.raw : name;
  if (soundsSecretToBuildKit(seen) && !deferred && !isGlobal) ctx.report({ ...found, presets: onlyBuildKit });
  // Of several names behind one ARG it reads the first.
  const isRead = setting.keyword === 'ENV' || assignment === setting.assignments[0];
  if (soundsSecretToHadolint(name) && isRead) ctx.report({ ...found, presets: onlyHadolint });
  if (isGlobal || !(soundsSecret(name) || soundsSecretToBuildKit(name))) return;
  const grade = gradeOf(suspect);
  if (grade === 'certain') ctx.report({ ...found, presets: ownView });
  if (grade === 'doubtful') ctx.report({ ...found, presets: ['strict', 'cis'], severity: 'info' });
}

function gradeOf({ setting, assignment: { name, value } }: Suspect): 'certain' | 'doubtful' | 'none' {
  if (setting.keyword === 'ENV') {
    if (!value || value.value.trim() === '' || isPassedOn(value.value)) return 'none';
  }
  // `ARG TOKEN=` is still meant to be filled by --build-arg, whatever stands there by default.
  const isOpen = !value || value.value === '';
  if (soundsSecret(name.value) && (isOpen || !isHarmlessValue(value.value))) return 'certain';
  return isSurelyHarmless(name.value) ? 'none' : 'doubtful';
}

/** What is passed on from an ARG or ENV of such a name is reported there. */
function isPassedOn(value: string): boolean {
  const variable = /^\$(?:(\w+)|\{(\w+)[^}]*\})$/.exec(value);
  return variable !== null && soundsSecret(variable[1] ?? variable[2] ?? '');
}

/** Where each name is used as a variable. */
function collectUses(file: Dockerfile, suspects: readonly Suspect[]): ReadonlyMap<string, readonly Instruction[]> {
  const byName = new Map<string, Instruction[]>(suspects.map(({ assignment }) => [assignment.name.value, []]));
  for (const instruction of file.instructions) {
    const used = new Set<string>();
    for (const text of [instruction.code, ...instruction.heredocs.map(({ body }) => body)]) {
      for (const [, name = ''] of text.matchAll(/\$\{?(\w+)/g)) used.add(name);
    }
    for (const name of used) byName.get(name)?.push(instruction);
  }
  return byName;
}

/**
 * A name that is only declared, without a value of its own, is the one place where a secret mount can take over.
 * Unsafe, since whoever builds must then pass `--secret` in place of `--build-arg`.
 */
function toSecretMount(
  { setting, assignment, deferred, isGlobal }: Suspect,
  allUses: ReadonlyMap<string, readonly Instruction[]>,
  { text }: Context,
): ReportedFix<Messages> | undefined {
  if (setting.keyword !== 'ARG' || deferred || isGlobal || assignment.value) return undefined;
  if (setting.assignments.length !== 1) return undefined;
  const name = assignment.name.value;
  const run = findOnlyRun(allUses.get(name) ?? [], setting);
  if (!run) return undefined;
  const lineEnd = /^[ \t]*\r?\n/.exec(text.slice(setting.span.end, setting.span.end + 80))?.[0].length ?? 0;
  const mount = ` --mount=type=secret,id=${name.toLowerCase()},env=${name}`;
  return {
    title: 'mount',
    data: { name },
    edits: [remove({ start: setting.span.start, end: setting.span.end + lineEnd }), insert(run.keywordSpan.end, mount)],
    safe: false,
  };
}

/** The one RUN that uses a name, when nothing else does and it stands behind the ARG in the same stage. */
function findOnlyRun(uses: readonly Instruction[], arg: Instruction): Instruction | undefined {
  const [run] = uses;
  if (uses.length !== 1 || run?.keyword !== 'RUN' || run.json || run.stage !== arg.stage) return undefined;
  return run.span.start < arg.span.end ? undefined : run;
}
