import { findLanguage } from '../project/index.ts';
import { message, type Message } from '../text/index.ts';
import type { AppFacts, Facts, FileTree, Refusal, ServiceFacts } from './model.ts';
import { stacks } from './stacks/index.ts';
import type { Detection, ServiceUse } from './stacks/stack.ts';
import { compareText, isBelow, surveyTree, type Survey } from './survey.ts';

/**
 * Finds the applications of a tree, what they need and why that is believed. Reads text only and runs nothing; the same
 * tree always gives the same facts.
 */
export async function detect(tree: FileTree): Promise<Facts> {
  const survey = surveyTree(tree);
  const generator = ['cookiecutter.json', 'copier.yml', 'copier.yaml'].find((path) => survey.has(path));
  // Some generators only copy a repository that also runs as it is.
  const template = survey.paths.some((path) => /\{\{|\.(jinja2?|j2)$/.test(path)) ? generator : undefined;
  const found = template ? [refuseTemplate(template)] : await detectAll(survey);
  return toFacts(survey, found);
}

/** Files of a generator at the root: all that lies below waits for its answers. */
function refuseTemplate(path: string): Detection {
  return {
    refusal: { path: '.', reason: message('{path} is a template with placeholders. Fill it in first.', { path }) },
  };
}

function toFacts(survey: Survey, found: readonly Detection[]): Facts {
  const apps = found.flatMap(({ app }) => app ?? []);
  const refusals = tellRefusals(found, apps);
  return {
    apps: nameApart(apps),
    services: mergeServices(found),
    refusals: apps.length === 0 && refusals.length === 0 ? [nothingFound] : refusals,
    existing: survey.paths.filter(isContainerFile),
    warnings: dedupe(found.flatMap(({ warnings }) => warnings ?? [])),
  };
}

const nothingFound: Refusal = {
  path: '.',
  reason: message('No Node or Python application was found here. Others will follow.'),
};

async function detectAll(survey: Survey): Promise<readonly Detection[]> {
  const jobs = survey.folders.flatMap((folder) =>
    stacks.filter((stack) => stack.isHere(survey.names(folder))).map((stack) => stack.detect(survey, folder)),
  );
  return Promise.all(jobs);
}

/** Quiet refusals speak only where nothing was found: tools beside an application are no failure. */
function tellRefusals(found: readonly Detection[], apps: readonly AppFacts[]): readonly Refusal[] {
  const refused = found.flatMap(({ refusal, quiet = false }) => (refusal ? [{ refusal, quiet }] : []));
  // Of a repository without any application its root speaks for its parts.
  const isSpokenFor = (path: string): boolean =>
    refused.some(({ refusal, quiet }) => quiet && refusal.path !== path && isBelow(path, refusal.path));
  const told = refused.filter(
    ({ refusal, quiet }) =>
      !(quiet && (apps.length > 0 || isSpokenFor(refusal.path))) && !apps.some(({ path }) => path === refusal.path),
  );
  return told.map(({ refusal }) => refusal);
}

/** One entry a service, by the strongest need among the applications. */
function mergeServices(found: readonly Detection[]): readonly ServiceFacts[] {
  const uses = found.flatMap(({ app, uses = [] }) => (app ? uses.map((use) => ({ ...use, app: app.path })) : []));
  const ids = [...new Set(uses.map(({ service }) => service))].sort(compareText);
  return ids.map((id) => {
    const own = uses.filter(({ service }) => service === id);
    const need =
      (['required', 'optional', 'embedded'] as const).find((each) => own.some((use) => use.need === each)) ??
      'optional';
    const strongest = own.filter((use: ServiceUse) => use.need === need);
    return {
      id,
      need,
      apps: [...new Set(strongest.map(({ app }) => app))],
      evidence: strongest.map(({ evidence }) => evidence),
    };
  });
}

/** Service names of Compose are made from these, so each must be plain and different. */
function nameApart(apps: readonly AppFacts[]): readonly AppFacts[] {
  const taken = new Set<string>(['postgres', 'redis']);
  return apps.map((app) => {
    const wanted = slug(apps.length === 1 ? 'app' : app.path === '.' ? 'app' : app.path);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`;
    taken.add(name);
    return { ...app, name };
  });
}

/** Lower-case letters, digits and dashes; `app` when nothing is left. */
export function slug(text: string): string {
  const clean = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return clean || 'app';
}

function isContainerFile(path: string): boolean {
  return findLanguage(path) !== undefined || /(^|\/)(\.dockerignore|[^/]+\.dockerignore)$/.test(path);
}

function dedupe(messages: readonly Message[]): readonly Message[] {
  const seen = new Map(messages.map((each) => [JSON.stringify(each), each]));
  return [...seen.values()];
}
