export * from './model.ts';
export { parseShell } from './parse.ts';
