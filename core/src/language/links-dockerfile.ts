import {
  eachEnvironment,
  expandWord,
  type Dockerfile,
  type Environment,
  type Flag,
  type Instruction,
  type Word,
} from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { imagePage } from './describe-image.ts';
import { locateValue, splitMount } from './flag-places.ts';
import type { DocumentLink } from './model.ts';
import { createStageFinder, findSourceNames, insideQuotes, type StageFinder } from './name-stages.ts';

/** Pages of images and addresses, and files of the build context, which is taken to be the folder of the Dockerfile. */
export function linksOfDockerfile(file: Dockerfile): readonly DocumentLink[] {
  const finder = createStageFinder(file);
  const found: (readonly DocumentLink[])[] = [linkSyntax(file), linkBases(file)];
  eachEnvironment(file, (outer, environment) => {
    // Behind ONBUILD stand files and stages of other builds.
    if (outer.keyword === 'ONBUILD') return;
    found.push(linkSources(outer, finder), linkLabels(outer), linkFiles(file, outer, environment));
    for (const flag of outer.flags) found.push(linkMount(outer, flag));
  });
  return found.flat();
}

function linkSyntax({ directives }: Dockerfile): DocumentLink[] {
  const syntax = directives.find(({ name }) => name === 'syntax');
  return syntax ? linkImage(syntax.value, syntax.valueSpan) : [];
}

function linkBases({ stages }: Dockerfile): DocumentLink[] {
  return stages.flatMap(({ image, base, resolvedImage }) =>
    image && base.kind === 'image' && resolvedImage !== null ? linkImage(resolvedImage, insideQuotes(image)) : [],
  );
}

export function linkImage(reference: string, span: Span): DocumentLink[] {
  const url = imagePage(reference);
  return url === undefined ? [] : [{ span, url, kind: 'page' }];
}

/** Images behind `COPY --from=` and `from=`; what is a stage has a definition instead. */
function linkSources(instruction: Instruction, finder: StageFinder): DocumentLink[] {
  return findSourceNames(instruction).flatMap(({ name, span, mayBeNumber }) => {
    const isStage = finder.byName(name) !== undefined || (mayBeNumber && /^[-+]?\d+$/.test(name));
    return isStage ? [] : linkImage(name, span);
  });
}

function linkLabels({ keyword, assignments }: Instruction): DocumentLink[] {
  if (keyword !== 'LABEL') return [];
  return assignments.flatMap(({ value }) => (value ? linkAddresses(value) : []));
}

/** Addresses within a value; not where a continuation cuts it, since then nobody could tell where they end. */
function linkAddresses({ span, raw }: Word): DocumentLink[] {
  if (raw.length !== span.end - span.start) return [];
  return [...raw.matchAll(/https?:\/\/[^\s"'<>`$\\]+/g)].map((match): DocumentLink => {
    const url = match[0].replace(/[.,;:!?)\]]+$/, '');
    const start = span.start + match.index;
    return { span: { start, end: start + url.length }, url, kind: 'page' };
  });
}

function linkFiles(file: Dockerfile, instruction: Instruction, environment: Environment): DocumentLink[] {
  const { keyword, args, flags } = instruction;
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  if (flags.some(({ name }) => name === 'from')) return [];
  return args.slice(0, -1).flatMap((word): DocumentLink[] => {
    const source = instruction.json ? word.value : expandWord(word, environment, file.escape);
    if (source === null || source.startsWith('<<')) return [];
    const span = insideQuotes(word);
    const url = keyword === 'ADD' ? findAddress(source) : undefined;
    if (url !== undefined) return [{ span, url, kind: 'page' }];
    return linkPath(source, span);
  });
}

/** What ADD downloads or clones, as an address that a browser understands. */
function findAddress(source: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(source)) return source;
  const [, host, path] = /^(?:ssh:\/\/)?git@([\w.-]+)[:/]([^\s#]+?)(?:\.git)?(?:#\S*)?$/.exec(source) ?? [];
  return host && path ? `https://${host}/${path}` : undefined;
}

/** `--mount=type=bind,source=package.json,…` */
function linkMount(instruction: Instruction, flag: Flag): DocumentLink[] {
  const located = flag.name === 'mount' ? locateValue(instruction, flag) : undefined;
  if (!located) return [];
  const parts = splitMount(located.value);
  const isOther = parts.some(({ key, value }) => key === 'from' || (key === 'type' && value?.toLowerCase() !== 'bind'));
  const source = parts.find(({ key }) => key === 'source' || key === 'src');
  if (isOther || !source?.value || source.value.includes('$')) return [];
  return linkPath(source.value, located.spanOf(source.valueStart, source.end));
}

/** A path of the context. What names several files, or surely a folder, leads nowhere. */
function linkPath(source: string, span: Span): DocumentLink[] {
  if (/[*?[\]\\]|:\/\/|^git@/.test(source) || /(?:^|\/)\.{0,2}$/.test(source)) return [];
  // Half of a character cannot stand in an address.
  if (/\p{Surrogate}/u.test(source)) return [];
  const parts: string[] = [];
  for (const part of source.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? [] : [{ span, url: parts.map(encodeURIComponent).join('/'), kind: 'file' }];
}
