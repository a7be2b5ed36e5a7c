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
export { findVariables, type VariableUse } from './find-variables.ts';
export { flagsOf } from './check-flags.ts';
export { problemTable, type ProblemCode } from './problems.ts';
