import { join } from 'node:path';
import { findStale, writeOutputs } from './generate/files.ts';
import { loadRules } from './generate/load-rules.ts';
import { planOutputs } from './generate/plan.ts';
import { collectStrings } from './generate/strings.ts';

/** Writes what is made from rules and translations; with `--check` it writes nothing and fails when something is stale. */
const root = join(import.meta.dirname, '..');
const rules = await loadRules(root);
const outputs = await planOutputs(root, rules);
const stale = findStale(root, outputs);
const { complaints } = collectStrings(root, rules);

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`stale  ${path}`);
  if (stale.length > 0) console.error('Bring them up to date with: npm run generate');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  writeOutputs(root, outputs);
  for (const path of stale) console.log(outputs.get(path) === null ? `removed  ${path}` : `written  ${path}`);
  console.log(`${rules.length} rules, ${outputs.size} files made from them, ${stale.length} changed.`);
  for (const complaint of complaints.slice(0, 20)) console.warn(`look at  ${complaint}`);
  if (complaints.length > 20)
    console.warn(`… and ${complaints.length - 20} more; test/project/l10n.test.ts lists all.`);
}
