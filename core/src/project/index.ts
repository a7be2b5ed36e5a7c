export * from './context.ts';
export * from './copy-sources.ts';
export * from './document.ts';
export * from './file-names.ts';
export * from './find-context.ts';
export * from './judge-context.ts';
export * from './listing.ts';
export * from './match-source.ts';
