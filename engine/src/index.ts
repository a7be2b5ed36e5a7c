/** The front door of the engine room: one Docker engine, spoken to through dockerode, which no other room imports. */
export * from './error.ts';
export * from './model.ts';
// To come from this room: resolveEndpoint(sources), connectEngine(endpoint), EngineWatch (lifetime of one live model).
