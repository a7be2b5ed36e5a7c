// Written by `npm run generate`. Do not edit.
import type { Rule } from '../lint/index.ts';

export const rules: readonly Rule[] = [];
