/** The views as data: what stands in each, testable without an editor. */
export * from './node.ts';
export * from './safe-text.ts';
export * from './tree-changes.ts';
export * from './view-trees.ts';
