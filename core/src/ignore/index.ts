export { cleanPath, foldersOf, pathInContext } from './clean-path.ts';
export { compilePattern, type PathTest } from './compile.ts';
export { judgeOne } from './matcher.ts';
export * from './model.ts';
export { parseIgnore } from './parse.ts';
