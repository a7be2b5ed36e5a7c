export * from './model.ts';
export { parseShell } from './parse.ts';
export { findSteps, type ShellStep, type ShellSteps } from './steps.ts';
