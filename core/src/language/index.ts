export { planActions, planFixAll } from './actions.ts';
export { findCompletions } from './completion.ts';
export { findDefinition } from './definition.ts';
export { findHover } from './hover.ts';
export { findLinks } from './links.ts';
export * from './model.ts';
export { findFolds, findOutline } from './outline.ts';
export * from './protocol.ts';
