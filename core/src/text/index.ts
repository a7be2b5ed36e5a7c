export * from './edit.ts';
export * from './format-size.ts';
export * from './lazily.ts';
export * from './line-index.ts';
export * from './message.ts';
export * from './problem.ts';
export * from './span.ts';
