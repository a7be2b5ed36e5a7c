export { cleanPath, foldersOf, pathInContext } from './clean-path.ts';
export { compilePattern, type PathTest } from './compile.ts';
export { judgeOne, type IgnoreMatcher, type IgnoreVerdict } from './matcher.ts';
export * from './model.ts';
export { parseIgnore } from './parse.ts';
