export * from './edit.ts';
export * from './lazily.ts';
export * from './line-index.ts';
export * from './message.ts';
export * from './problem.ts';
export * from './size.ts';
export * from './span.ts';
