import type { ImageFacts } from '../lint/index.ts';
import { message } from '../text/index.ts';
import type { RichText } from './model.ts';
import { code, link, say } from './rich-text.ts';

/** What the engine knows of an image, and where it comes from. */
export function describeImage(reference: string, facts: ImageFacts | undefined): RichText {
  const page = imagePage(reference);
  return [
    ...code('text', reference),
    ...(facts ? describeFacts(facts) : say(message('This image is not on the engine.'))),
    ...(page === undefined ? [] : link(message('Page of this image'), page)),
  ];
}

function describeFacts({ user, workingDir, hasHealthcheck, repoDigests }: ImageFacts): RichText {
  return [
    ...(user === undefined ? [] : say(message('Runs as `{user}`.', { user: user === '' ? 'root' : user }))),
    ...(workingDir ? say(message('Working directory `{path}`.', { path: workingDir })) : []),
    ...(hasHealthcheck ? say(message('Brings a health check.')) : []),
    ...(repoDigests?.[0] ? code('text', repoDigests[0]) : []),
  ];
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
