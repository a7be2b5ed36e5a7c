export { detect } from './detect.ts';
export * from './model.ts';
export { findTableAge, plan, plannedPaths, planTree, readExisting } from './plan.ts';
export { ignoredFolders, maxFileCount, maxFileSize } from './ignored.data.ts';
