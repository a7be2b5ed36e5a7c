import { findMissingSyntax, type Directive, type Keyword } from '../dockerfile/index.ts';
import { message } from '../text/index.ts';
import {
  instructionUrl,
  mountKeyAliases,
  mountKeys,
  type FlagHelp,
  type MountKeyHelp,
} from './dockerfile-syntax.data.ts';
import type { RichText } from './model.ts';
import { code, readMore, say } from './rich-text.ts';

/** What a flag does and where more is told of it; with the file's directives also what it needs. */
export function describeFlag(keyword: Keyword, flag: FlagHelp, directives?: readonly Directive[]): RichText {
  const text = flag.values === null ? `--${flag.name}` : `--${flag.name}=…`;
  const syntax = directives && findMissingSyntax(keyword, flag.name, directives);
  return [
    ...code('dockerfile', `${keyword} ${text}`),
    ...say(flag.summary),
    ...(syntax === undefined ? [] : say(message('Needs `# syntax={syntax}`', { syntax }))),
    ...readMore(flagUrl(keyword, flag.name)),
  ];
}

/** Headings of the reference that hold several flags, or go by another name. */
const sharedHeadings: Readonly<Record<string, string>> = {
  chown: 'chown---chmod',
  chmod: 'chown---chmod',
};

function flagUrl(keyword: Keyword, flag: string): string {
  const url = instructionUrl(keyword);
  // These tell of their flags in running text.
  return keyword === 'FROM' || keyword === 'HEALTHCHECK' ? url : `${url}---${sharedHeadings[flag] ?? flag}`;
}

/** The key of a mount by any of its names; `type` itself is explained by its value. */
export function findMountKey(type: string, key: string): MountKeyHelp | undefined {
  const name = mountKeyAliases.get(key) ?? key;
  return mountKeys[type]?.find((each) => each.name === name);
}

/** The type that a mount has by what is written of it. */
export function mountTypeOf(mount: string): string {
  return /(?:^|,)type=(\w+)/i.exec(mount)?.[1]?.toLowerCase() ?? 'bind';
}
