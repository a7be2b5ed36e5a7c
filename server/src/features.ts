/** What an editor asks for at a cursor. Loaded as one piece with the first such question, not with the server. */
export { proposeActions } from './handlers/code-action.ts';
export { complete } from './handlers/completion.ts';
export { define } from './handlers/definition.ts';
export { format, formatOnEnter, formatRange } from './handlers/formatting.ts';
export { hover } from './handlers/hover.ts';
export { fold, link, outline } from './handlers/outline.ts';
export { colour, colourChanges, colourRange } from './handlers/semantic-tokens.ts';
export { hint } from './handlers/inlay-hint.ts';
export { lens } from './handlers/code-lens.ts';
export { highlight, refer } from './handlers/references.ts';
export { prepareToRename, rename } from './handlers/rename.ts';
export { growSelection } from './handlers/selection-range.ts';
export { findInWorkspace } from './handlers/workspace-symbols.ts';
export { helpSignature } from './handlers/signature-help.ts';
