export { rules } from './index.generated.ts';
