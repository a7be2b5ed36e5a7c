import type { ImageFacts, Knowledge } from '../lint/index.ts';
import { formatSize, message } from '../text/index.ts';
import type { RichText } from './model.ts';
import { code, link, say } from './rich-text.ts';

/** What the engine knows of an image, and where it comes from. */
export function describeImage(reference: string, knowledge: Knowledge): RichText {
  const page = imagePage(reference);
  const facts = knowledge.image(reference);
  // Without an answer nobody knows whether it is there.
  const missing = knowledge.answered ? say(message('This image is not on the engine.')) : [];
  return [
    ...code('text', reference),
    ...(facts ? describeFacts(facts) : missing),
    ...(page === undefined ? [] : link(message('Page of this image'), page)),
  ];
}

function describeFacts(facts: ImageFacts): RichText {
  const { user, hasHealthcheck, repoDigests, labels } = facts;
  return [
    ...describeLabels(labels ?? {}),
    ...describeSize(facts),
    ...(user === undefined ? [] : say(message('Runs as `{user}`.', { user: user === '' ? 'root' : user }))),
    ...describeStart({
      workDir: facts.workingDir ?? null,
      entrypoint: renderCommand(facts.entrypoint),
      cmd: renderCommand(facts.cmd),
      ports: facts.exposedPorts ?? [],
    }),
    ...(facts.volumes?.length ? say(message('Volumes: {paths}', { paths: quoteAll(facts.volumes) })) : []),
    ...(hasHealthcheck ? say(message('Brings a health check.')) : []),
    ...(repoDigests?.length ? code('text', repoDigests.join('\n')) : []),
  ];
}

const oci = 'org.opencontainers.image';

/** What the image says of itself; as code, since whoever made it is nobody's friend until proven. */
function describeLabels(labels: Readonly<Record<string, string>>): RichText {
  const title = [labels[`${oci}.title`], labels[`${oci}.version`]].filter((text) => text).join(' ');
  const about = [title, labels[`${oci}.description`] ?? ''].filter((text) => text !== '').join('\n');
  const source = labels[`${oci}.source`] ?? '';
  return [
    ...(about === '' ? [] : code('text', about.slice(0, longestAbout))),
    ...(/^https:\/\/[\w./~-]{1,200}$/.test(source) ? link(message('Source code'), source) : []),
  ];
}

const longestAbout = 400;

function describeSize({ size, created, platform }: ImageFacts): RichText {
  const date = created?.slice(0, 10) ?? '';
  return [
    ...(size === undefined ? [] : say(message('Size: {size}', { size: formatSize(size) }))),
    ...(platform === undefined ? [] : say(message('Platform: `{platform}`', { platform }))),
    // Reproducible builds and Buildpacks say that they were made at the beginning of time.
    ...(/^(?!0001|1970|1980)\d{4}-\d\d-\d\d$/.test(date) ? say(message('Created: {date}', { date })) : []),
  ];
}

/** Where and with what a container starts. */
export interface Start {
  readonly workDir: string | null;
  readonly entrypoint: string | null;
  readonly cmd: string | null;
  readonly ports: readonly string[];
}

export function describeStart({ workDir, entrypoint, cmd, ports }: Start): RichText {
  return [
    ...(workDir ? say(message('Working directory `{path}`.', { path: workDir })) : []),
    ...(entrypoint === null ? [] : say(message('Entrypoint: `{command}`', { command: entrypoint }))),
    ...(cmd === null ? [] : say(message('Command: `{command}`', { command: cmd }))),
    ...(ports.length > 0 ? say(message('Listens on {ports}', { ports: quoteAll(ports) })) : []),
  ];
}

/** As JSON; null for no command at all. */
export function renderCommand(words: readonly string[] | undefined): string | null {
  return words && words.length > 0 ? JSON.stringify(words) : null;
}

function quoteAll(texts: readonly string[]): string {
  return texts.map((text) => `\`${text}\``).join(', ');
}

/** The page of an image on the registries that have one for every image. */
export function imagePage(reference: string): string | undefined {
  const name = reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  if (name === '' || name === 'scratch' || /[\s$]/.test(name)) return undefined;
  const [first = '', ...rest] = name.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const path = isHost ? rest.join('/') : name;
  if (!isHost || first === 'docker.io') {
    const official = path.replace(/^library\//, '');
    return official.includes('/') ? `https://hub.docker.com/r/${official}` : `https://hub.docker.com/_/${official}`;
  }
  return pages.find(({ host }) => first === host || first.endsWith(`.${host}`))?.page(first, path);
}

const pages: readonly { readonly host: string; readonly page: (host: string, path: string) => string }[] = [
  { host: 'ghcr.io', page: (_, path) => `https://ghcr.io/${path}` },
  { host: 'gcr.io', page: (host, path) => `https://${host}/${path}` },
  { host: 'mcr.microsoft.com', page: (_, path) => `https://mcr.microsoft.com/artifact/mar/${path}` },
  { host: 'public.ecr.aws', page: (_, path) => `https://gallery.ecr.aws/${path}` },
  { host: 'quay.io', page: (_, path) => `https://quay.io/repository/${path}` },
];
