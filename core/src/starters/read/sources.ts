import { message } from '../../text/index.ts';
import type { Evidence } from '../model.ts';
import { evidence } from '../stacks/evidence.ts';
import type { Survey } from '../survey.ts';
import { lineAt } from './lines.ts';

/** A source file that was read; comments are still in it. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export async function readSources(survey: Survey, paths: readonly string[]): Promise<readonly Source[]> {
  const texts = await Promise.all(paths.map((path) => survey.read(path)));
  return paths.flatMap((path, at) => {
    const text = texts[at];
    return text === undefined || text.length > 200_000 ? [] : [{ path, text }];
  });
}

/** The first match over files, in the order of the patterns: the earlier pattern is the better proof. */
export function findInSources(
  sources: readonly Source[],
  patterns: readonly RegExp[],
  accepts: (match: RegExpExecArray) => boolean = () => true,
): { readonly source: Source; readonly match: RegExpExecArray } | undefined {
  for (const pattern of patterns) {
    for (const source of sources) {
      for (const match of source.text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
        if (accepts(match) && !isComment(source, match.index)) return { source, match };
      }
    }
  }
  return undefined;
}

function isComment({ path, text }: Source, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (/^\s*(\/\/|#|\*)/.test(before)) return true;
  // Python's documentation stands in strings of three quotes.
  return path.endsWith('.py') && ((text.slice(0, offset).match(/"""|'''/g)?.length ?? 0) & 1) === 1;
}

/** Ports at which databases, queues and mail servers listen: a program that names one talks to it. */
const servicePorts = new Set([
  '25',
  '465',
  '587',
  '1025',
  '1433',
  '3306',
  '5432',
  '5672',
  '6379',
  '9092',
  '9200',
  '11211',
  '27017',
]);

export interface FoundPort {
  readonly port: number;
  readonly evidence: Evidence;
}

export function portFrom(sources: readonly Source[], patterns: readonly RegExp[]): FoundPort | undefined {
  const found = findInSources(sources, patterns, (match) => !servicePorts.has(match[1] ?? ''));
  const port = toPort(found?.match[1]);
  if (!found || port === undefined) return undefined;
  const at = { path: found.source.path, line: lineAt(found.source.text, found.match.index) };
  return { port, evidence: evidence('port', at, message('the code listens on {port}', { port: String(port) })) };
}

export function toPort(text: string | undefined): number | undefined {
  const port = /^\d{2,5}$/.test(text ?? '') ? Number(text) : NaN;
  return port > 0 && port < 65_536 ? port : undefined;
}

/** A route that exists for being asked whether all is well. */
const healthRoute = /\(\s*f?['"](\/(?:api\/)?(?:healthz?|health-?check|livez|readyz|ready|_health|up)\/?)['"]/;

export function findHealthPath(sources: readonly Source[]): string | null {
  return findInSources(sources, [healthRoute])?.match[1] ?? null;
}
