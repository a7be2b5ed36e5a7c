export * from './model.ts';
export { isWrittenAsIs, readCommands } from './commands.ts';
export { parseDockerfile } from './parse.ts';
export { parseImageReference } from './image-reference.ts';
export { findNearest } from './nearest.ts';
export { parsePlatform, type Platform } from './platform.ts';
export { ancestorsOf, finalStage, findStage } from './stages.ts';
export {
  eachEnvironment,
  environmentAt,
  expandText,
  expandWord,
  globalEnvironment,
  platformArgs,
  predefinedArgs,
  type Environment,
  type Expansion,
} from './variables.ts';
export { findBodyVariables, findVariables, type VariableUse } from './find-variables.ts';
export { findMissingSyntax, flagsOf } from './check-flags.ts';
export { findAccounts, type Account } from './accounts.ts';
export { parseDuration } from './check-healthcheck.ts';
export { readMount } from './check-mounts.ts';
export { isPort } from './ports.ts';
export { problemTable, type ProblemCode } from './problems.ts';
