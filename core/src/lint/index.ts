export * from './finding.ts';
export * from './knowledge.ts';
export * from './rule.ts';
export * from './run.ts';
