import type { Message } from '../text/index.ts';

export type ScalarType = 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** What Compose converts a text to; a size is `512m`, a duration `1m30s`, a command line is cut into words. */
export type Reading = 'boolean' | 'integer' | 'natural' | 'number' | 'size' | 'duration' | 'command';

/** One form that a value may take. */
export type Shape =
  | {
      readonly kind: 'scalar';
      readonly types: readonly ScalarType[];
      /** The only texts allowed, when they are few. */
      readonly values?: readonly string[];
      /** Where a text must match somewhere. */
      readonly pattern?: string;
      /** What a text must read as, where Compose converts it after filling in variables. */
      readonly reads?: Reading;
    }
  | { readonly kind: 'list'; readonly items: readonly Shape[] }
  /** A mapping whose keys the user chooses. */
  | { readonly kind: 'named'; readonly values: readonly Shape[] }
  /** A mapping whose keys the specification knows, by its name in `specMaps`. */
  | { readonly kind: 'known'; readonly map: string }
  | { readonly kind: 'any-mapping' };

/** One key of the specification. */
export interface SpecKey {
  readonly name: string;
  /** The forms its value may take; a value fits when one of them does. */
  readonly shapes: readonly Shape[];
  readonly description: Message;
  /** Values worth offering where any text is allowed. */
  readonly suggestions?: readonly string[];
  readonly required?: boolean;
}

export interface SpecMap {
  readonly keys: readonly SpecKey[];
  /** `x-…` keys are allowed beside the known ones. */
  readonly extensible: boolean;
  /** Any other key is allowed too. */
  readonly open: boolean;
}

export function scalar(...types: ScalarType[]): Shape {
  return { kind: 'scalar', types };
}

export function oneOf(...values: string[]): Shape {
  return { kind: 'scalar', types: ['string'], values };
}

export function matching(pattern: string): Shape {
  return { kind: 'scalar', types: ['string'], pattern };
}

export function list(...items: Shape[]): Shape {
  return { kind: 'list', items };
}

export function named(...values: Shape[]): Shape {
  return { kind: 'named', values };
}

export function known(map: string): Shape {
  return { kind: 'known', map };
}

export const anyMapping: Shape = { kind: 'any-mapping' };
export const booleanText: Shape = { kind: 'scalar', types: ['boolean', 'string'], reads: 'boolean' };
export const integerText: Shape = { kind: 'scalar', types: ['integer', 'string'], reads: 'integer' };
/** Negative numbers are refused. */
export const naturalText: Shape = { kind: 'scalar', types: ['integer', 'string'], reads: 'natural' };
/** The schema takes any number, but a text must be a whole one. */
export const integerNumber: Shape = { kind: 'scalar', types: ['number', 'string'], reads: 'integer' };
export const naturalNumber: Shape = { kind: 'scalar', types: ['number', 'string'], reads: 'natural' };
export const numberText: Shape = { kind: 'scalar', types: ['number', 'string'], reads: 'number' };
export const durationText: Shape = { kind: 'scalar', types: ['string'], reads: 'duration' };
export const sizeText: Shape = { kind: 'scalar', types: ['number', 'string'], reads: 'size' };
export const sizeInteger: Shape = { kind: 'scalar', types: ['integer', 'string'], reads: 'size' };
export const sizeString: Shape = { kind: 'scalar', types: ['string'], reads: 'size' };
/** `A: 1` or `- A=1`. */
export const pairs: readonly Shape[] = [named(scalar('string', 'number', 'boolean', 'null')), list(scalar('string'))];
export const command: readonly Shape[] = [
  { kind: 'scalar', types: ['string', 'null'], reads: 'command' },
  list(scalar('string')),
];
export const hosts: readonly Shape[] = [named(scalar('string'), list(scalar('string'))), list(scalar('string'))];
export const references: Shape = list(scalar('string'), known('ref'));
export const ulimits: Shape = named(integerText, known('ulimit'));
