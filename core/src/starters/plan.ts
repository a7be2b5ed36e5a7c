import { message, type Message } from '../text/index.ts';
import { detect, slug } from './detect.ts';
import { imagesDate } from './images.data.ts';
import type {
  Answers,
  AppFacts,
  ExistingFiles,
  Facts,
  FileTree,
  Plan,
  PlannedFile,
  Question,
  ServiceFacts,
} from './model.ts';
import { renderCompose } from './render/compose.ts';
import { mergeLines, renderIgnore } from './render/ignore.ts';
import { toPort } from './read/sources.ts';
import { findService } from './services/index.ts';
import type { Service } from './services/service.ts';
import { findStack } from './stacks/index.ts';
import { join } from './survey.ts';

interface Wanted {
  readonly path: string;
  readonly content: string;
  /** The user's file is completed, not replaced. */
  readonly merge: boolean;
}

/**
 * Turns facts and answers into files: the same input gives the same bytes. `existing` holds the text of files that are
 * already there; see `plannedPaths` for those that matter.
 */
export function plan(facts: Facts, answers: Answers, existing: ExistingFiles): Plan {
  const questions = ask(facts);
  const settled = settle(facts, questions, answers);
  if (settled.apps.length === 0) return { files: [], questions, notes: facts.warnings };
  const files = wantedFiles(settled, existing).map((wanted) => toPlanned(wanted, existing));
  return { files, questions, notes: [...facts.warnings, ...notesOf(settled, existing)] };
}

/** Every path that a plan may write to or replace, so that a door knows what to read first. */
export function plannedPaths(facts: Facts): readonly string[] {
  const folders = facts.apps.flatMap((app) => [join(app.path, 'Dockerfile'), join(app.context, '.dockerignore')]);
  return [...new Set([...folders, ...composeNames, '.env.example', '.gitignore'])];
}

/** Detection and plan in one step for a door that has a tree: what is already there is read from it. */
export async function planTree(
  tree: FileTree,
  answers: Answers,
): Promise<{ readonly facts: Facts; readonly plan: Plan }> {
  const facts = await detect(tree);
  return { facts, plan: plan(facts, answers, await readExisting(tree, facts)) };
}

/** The text of what is there already. A file that cannot be read as text counts as different, never as absent. */
export async function readExisting(tree: FileTree, facts: Facts): Promise<ExistingFiles> {
  const there = new Set(tree.paths);
  const existing = new Map<string, string>();
  for (const path of plannedPaths(facts)) {
    if (there.has(path)) existing.set(path, (await tree.read(path)) ?? '\0');
  }
  return existing;
}

const composeNames = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

interface Settled {
  readonly apps: readonly AppFacts[];
  readonly services: readonly { readonly service: Service; readonly apps: readonly string[] }[];
  readonly embedded: readonly ServiceFacts[];
}

/** Only what evidence left open: a guessed port, and a service that production may not need. */
function ask(facts: Facts): readonly Question[] {
  const ports = facts.apps.flatMap((app): Question[] => {
    const isGuess = app.evidence.some(({ fact, confidence }) => fact === 'port' && confidence === 'guess');
    if (!isGuess || app.port === null) return [];
    const said = message('On which port does {app} listen?', { app: app.path === '.' ? app.title : app.path });
    return [{ id: `port:${app.path}`, message: said, default: String(app.port), choices: [] }];
  });
  const services = facts.services.filter(({ id, need }) => need === 'optional' && findService(id));
  return [
    ...ports,
    ...services.map(({ id }): Question => {
      return {
        id: `service:${id}`,
        message: message('Does the application need {service} in production?', { service: id }),
        default: 'no',
        choices: ['no', 'yes'],
      };
    }),
  ];
}

function settle(facts: Facts, questions: readonly Question[], answers: Answers): Settled {
  const answer = (id: string): string | undefined =>
    answers[id] ?? questions.find((question) => question.id === id)?.default;
  const embedded = facts.services.filter(({ need }) => need === 'embedded');
  const services = facts.services.flatMap(({ id, need, apps }) => {
    const service = findService(id);
    const isWanted = need === 'required' || (need === 'optional' && answer(`service:${id}`) === 'yes');
    return service && isWanted ? [{ service, apps }] : [];
  });
  const apps = facts.apps.map((app) => {
    const port = app.port === null ? undefined : toPort(answer(`port:${app.path}`));
    const keepsData = embedded.some((each) => each.apps.includes(app.path));
    return { ...app, port: port ?? app.port, traits: keepsData ? [...app.traits, 'data'] : app.traits };
  });
  return { apps, services, embedded };
}

function wantedFiles(settled: Settled, existing: ExistingFiles): readonly Wanted[] {
  const { apps, services } = settled;
  const taken = new Set<string>();
  // Two technologies may share a folder; the second gets a Dockerfile of its own name.
  const dockerfiles = new Map(apps.map((app) => [app, dockerfilePath(app, taken)]));
  const files: Wanted[] = [];
  for (const [app, path] of dockerfiles) {
    files.push({ path, content: findStack(app.stack)?.renderDockerfile(app) ?? '', merge: false });
  }
  for (const context of new Set(apps.map((app) => app.context))) {
    const own = apps.filter((app) => app.context === context).flatMap((app) => findStack(app.stack)?.ignore(app) ?? []);
    files.push({ path: join(context, '.dockerignore'), content: renderIgnore([...new Set(own)]), merge: true });
  }
  const compose = composeNames.find((name) => existing.has(name)) ?? 'compose.yaml';
  const dockerfileOf = (app: AppFacts): string => relativeTo(app.context, dockerfiles.get(app) ?? 'Dockerfile');
  files.push({
    path: compose,
    content: renderCompose({ project: slug(apps[0]?.title ?? 'app'), apps, services, dockerfileOf }),
    merge: false,
  });
  const secrets = services.flatMap(({ service }) => Object.entries(service.secrets));
  if (secrets.length > 0)
    files.push({
      path: '.env.example',
      content: `# Copy this file to .env and choose your own values there.\n${secrets.map(([name, value]) => `${name}=${value}\n`).join('')}`,
      merge: true,
    });
  return files;
}

function dockerfilePath(app: AppFacts, taken: Set<string>): string {
  const plain = join(app.path, 'Dockerfile');
  const path = taken.has(plain) ? join(app.path, `${app.stack}.Dockerfile`) : plain;
  taken.add(path);
  return path;
}

function relativeTo(folder: string, path: string): string {
  return folder === '.' ? path : path.slice(folder.length + 1);
}

function toPlanned({ path, content, merge }: Wanted, existing: ExistingFiles): PlannedFile {
  const before = existing.get(path);
  if (before === undefined) return { path, action: 'create', content };
  const after = merge && !before.includes('\0') ? mergeLines(before, content) : content;
  return { path, action: after === before ? 'keep' : 'change', content: after };
}

function notesOf({ apps, services, embedded }: Settled, existing: ExistingFiles): readonly Message[] {
  const notes: Message[] = services.flatMap(({ service }) => service.note ?? []);
  const ignored = /^\/?(\*\*\/)?\.env\/?\s*$/m.test(existing.get('.gitignore') ?? '');
  if (notes.length > 0 && !ignored) notes.push(message('Add a line `.env` to .gitignore.'));
  for (const { apps: users } of embedded) {
    for (const app of apps) {
      if (users.includes(app.path))
        notes.push(
          message(
            '{app} keeps a database file: put it below /data, the volume that outlives the container. All else is read-only.',
            { app: app.title },
          ),
        );
    }
  }
  if (apps.some(({ framework }) => framework === 'django'))
    notes.push(message('Django answers only to names in ALLOWED_HOSTS: localhost and 127.0.0.1 must be among them.'));
  return notes;
}

/** The wizard says so when its own table of images is older than this, in days. */
const tableLife = 180;

/** A sentence when the table of images has grown old, given today as `YYYY-MM-DD`. */
export function findTableAge(today: string): Message | undefined {
  const days = (Date.parse(today) - Date.parse(imagesDate)) / 86_400_000;
  if (!(days > tableLife)) return undefined;
  return message('The table of base images is from {date}. A newer Drydock may know newer ones.', { date: imagesDate });
}
