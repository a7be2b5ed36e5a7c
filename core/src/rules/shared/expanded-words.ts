import {
  findVariables,
  type Dockerfile,
  type Instruction,
  type Keyword,
  type VariableUse,
} from '../../dockerfile/index.ts';
import { contains, type Span } from '../../text/index.ts';

/** Flags in which the builder fills in variables. */
const expandedFlags: Readonly<Partial<Record<Keyword, readonly string[]>>> = {
  ADD: ['chown', 'chmod', 'checksum'],
  COPY: ['chown', 'chmod'],
  RUN: ['mount'],
};
const expandedArguments: ReadonlySet<Keyword | null> = new Set<Keyword>([
  'ADD',
  'COPY',
  'ENV',
  'EXPOSE',
  'LABEL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
]);

/** The variables of an instruction that the builder itself looks up, those in the heredocs of COPY and ADD among them. */
export function findExpandedVariables(instruction: Instruction, { text, escape }: Dockerfile): readonly VariableUse[] {
  const { keyword, heredocs } = instruction;
  const isCopy = keyword === 'COPY' || keyword === 'ADD';
  const inBodies = isCopy
    ? heredocs.flatMap((heredoc) => (heredoc.expand ? findInBody(heredoc.bodySpan, text) : []))
    : [];
  if (!instruction.code.includes('$')) return inBodies;
  const places = findPlaces(instruction);
  if (places.length === 0) return inBodies;
  const uses = findVariables(instruction, escape);
  return [...uses.filter(({ span }) => isWithin(span, places)), ...inBodies];
}

/** Where variables are filled in, in file order. */
function findPlaces({ keyword, flags, args, assignments }: Instruction): readonly Span[] {
  if (keyword === 'ARG') return assignments.flatMap(({ value }) => value?.span ?? []);
  const names = (keyword && expandedFlags[keyword]) ?? [];
  const inFlags = flags.flatMap(({ name, valueSpan }) => (valueSpan && names.includes(name) ? [valueSpan] : []));
  return expandedArguments.has(keyword) ? [...inFlags, ...args.map(({ span }) => span)] : inFlags;
}

/** Binary search, since an instruction may have thousands of words. */
function isWithin(use: Span, places: readonly Span[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.start ?? 0) <= use.start) low = middle + 1;
    else high = middle;
  }
  const place = places[low - 1];
  return place !== undefined && contains(place, use);
}

/** In a heredoc quotes mean nothing, and a backslash protects what follows it. */
function findInBody({ start, end }: Span, text: string): VariableUse[] {
  const found: VariableUse[] = [];
  for (const match of text.slice(start, end).matchAll(/\\[\s\S]|\$(\{?)([A-Za-z_]\w*)(:?[-+?#%/])?/g)) {
    const [whole, brace = '', name, modifier = ''] = match;
    if (name === undefined) continue;
    const at = start + match.index;
    const nameStart = at + 1 + brace.length;
    const isBraced = brace !== '';
    const span = { start: at, end: isBraced ? at + whole.length : nameStart + name.length };
    const nameSpan = { start: nameStart, end: nameStart + name.length };
    found.push({ name, modifier: isBraced ? modifier : '', span, nameSpan });
  }
  return found;
}
