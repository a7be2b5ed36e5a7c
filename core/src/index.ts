/** The front door of core: what the other rooms may use. Everything here is pure. */
export * from './compose/index.ts';
export * from './dockerfile/index.ts';
export * from './ignore/index.ts';
export * from './language/index.ts';
export * from './lint/index.ts';
export * from './project/index.ts';
export * from './report/index.ts';
export * from './rules/index.ts';
export * from './shell/index.ts';
export * from './snapshot/index.ts';
export * from './starters/index.ts';
export * from './text/index.ts';
