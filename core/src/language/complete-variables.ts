import type { Dockerfile, Keyword } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { describeOrigin } from './describe.ts';
import { findVariables, proxyVariables, type ScopeVariable } from './dockerfile-scope.ts';
import { modifiers } from './dockerfile-values.data.ts';
import { asIs } from './explain-values.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { offer } from './offer.ts';
import { say } from './rich-text.ts';

/** Where a variable may stand: what is typed of its word, and the instruction it stands in. */
export interface VariablePlace {
  readonly keyword: Keyword | null;
  readonly typed: string;
  readonly word: Span;
  readonly offset: number;
}

/** Variables behind a `$`, and what may follow a name between braces; undefined when none is being typed. */
export function completeVariables(
  file: Dockerfile,
  place: VariablePlace,
  { knowledge }: LanguageFacts,
): Completion[] | undefined {
  const { typed, offset } = place;
  const match = /\$(?:\{([A-Za-z_]\w*)(:?[-+?]|:|##?|%%?|\/\/?)|(\{?)([A-Za-z_]\w*)?)$/.exec(typed);
  if (!match || typed.charAt(match.index - 1) === file.escape) return undefined;
  const span = spanOf(file, place, match[0]);
  const [, modified, operator = '', brace = '', name = ''] = match;
  if (modified !== undefined) return offerModifiers(modified, { operator, span, place });
  const start = file.instructions.findLast((each) => each.span.start <= offset)?.span.start ?? offset;
  const found = visibleVariables(place, findVariables(file, start, knowledge));
  const offerAll = (some: readonly ScopeVariable[]): Completion[] =>
    some.map((variable) => offerVariable(variable, brace !== '', span));
  // Once a name is complete, or leads to no name that is known, its modifiers are what is still missing.
  const isOpen = found.some((each) => each.name !== name && each.name.startsWith(name));
  if (brace === '' || name === '' || isOpen) return offerAll(found);
  const exact = found.filter((each) => each.name === name);
  return [...offerAll(exact), ...offerModifiers(name, { operator, span, place })];
}

function spanOf({ text }: Dockerfile, { offset, word }: VariablePlace, typed: string): Span {
  const rest = /^\w*\}?/.exec(text.slice(offset, Math.max(offset, word.end)))?.[0] ?? '';
  return { start: offset - typed.length, end: offset + rest.length };
}

const shellKeywords: ReadonlySet<Keyword | null> = new Set<Keyword>(['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

/** A shell reads all but the flags. */
function isInShell({ keyword, typed }: VariablePlace): boolean {
  return shellKeywords.has(keyword) && !typed.startsWith('--');
}

/** The file's own first, then what the builder and the base image give, then what every RUN is told. */
function visibleVariables(place: VariablePlace, scope: ReadonlyMap<string, ScopeVariable>): ScopeVariable[] {
  const inShell = isInShell(place);
  const isRun = place.keyword === 'RUN';
  // When a container starts, the build and its arguments are long over.
  const alive = [...scope.values()].filter(({ origin }) => !inShell || isRun || origin !== 'arg');
  const proxies = inShell && isRun ? proxyVariables().filter(({ name }) => !scope.has(name)) : [];
  return [
    ...alive.filter(({ declaration }) => declaration),
    ...alive.filter(({ declaration }) => !declaration),
    ...proxies,
  ];
}

function offerVariable(variable: ScopeVariable, braces: boolean, span: Span): Completion {
  const label = braces ? `\${${variable.name}}` : `$${variable.name}`;
  const origin = describeOrigin(variable);
  const { value } = variable;
  const detail = value === null ? origin : { template: '= {value}', args: { value: shorten(value) } };
  return offer(label, 'variable', span, { detail, documentation: say(origin) });
}

const longestDetail = 80;

function shorten(value: string): string {
  return value.length > longestDetail ? `${value.slice(0, longestDetail)}…` : value;
}

interface ModifierPlace {
  readonly operator: string;
  readonly span: Span;
  readonly place: VariablePlace;
}

function offerModifiers(name: string, { operator: typed, span, place }: ModifierPlace): Completion[] {
  const inShell = isInShell(place);
  const fitting = modifiers.filter(
    ({ operator, shell, operand }) =>
      operator.startsWith(typed) && (shell || !inShell) && (operator.startsWith(':') || !hasColonForm(operand)),
  );
  return fitting.map(({ operator, operand, summary }) => {
    const label = `\${${name}${operator}${operand}}`;
    const stops = operand.split('/').map((word, index) => `\${${index + 1}:${word}}`);
    const insert = `\\\${${name}${operator}${stops.join('/')}}`;
    return offer(label, 'variable', span, {
      detail: summary,
      documentation: say(asIs(`\`${operator}\``)),
      insert,
      snippet: true,
    });
  });
}

/** The forms with a colon are what one nearly always means; the others are explained where they are met. */
function hasColonForm(operand: string): boolean {
  return modifiers.some((each) => each.operand === operand && each.operator.startsWith(':'));
}
