export * from './interpolation.ts';
export * from './model.ts';
export * from './parse.ts';
export * from './read.ts';
export * from './scalar.ts';
export * from './spec.ts';
export type { ScalarType, Shape, SpecKey, SpecMap } from './spec-shapes.ts';
