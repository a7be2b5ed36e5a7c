export * from './json.ts';
export * from './model.ts';
export * from './render.ts';
export * from './sarif.ts';
export * from './services.ts';
export * from './text.ts';
export * from './xml.ts';
