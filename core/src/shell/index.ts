export * from './model.ts';
export { findCall, type Call } from './calls.ts';
export { parseShell } from './parse.ts';
export { findSteps, type ShellStep, type ShellSteps } from './steps.ts';
