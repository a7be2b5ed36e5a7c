export * from './document.ts';
export * from './file-names.ts';
