/**
 * The front door of the engine room: one Docker engine, spoken to through dockerode, which no other room imports.
 * `resolveEndpoint(systemSources(setting))` finds it, `connectEngine(endpoint)` gives its verbs, and
 * `new EngineWatch(endpoint)` keeps a live model of it and connects again by itself.
 */
export { connectEngine } from './connect.ts';
export * from './error.ts';
export * from './model.ts';
export { resolveEndpoint } from './resolve-endpoint.ts';
export { systemSources } from './system-sources.ts';
export { EngineWatch, type WatchOptions } from './watch.ts';
