export * from './interpolation.ts';
export * from './model.ts';
export * from './parse.ts';
export * from './read.ts';
export * from './scalar.ts';
