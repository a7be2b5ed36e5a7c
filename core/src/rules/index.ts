export { rules } from './index.generated.ts';
export { planIgnoreAdditions, type IgnoreAddition } from './plan-ignore-additions.ts';
