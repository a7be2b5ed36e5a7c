import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ruleLanguages } from './generate/load-rules.ts';
import { findFacts } from './generate/catalogue.ts';
import { renderFrenchSkeleton, renderRuleSkeleton, renderTestSkeleton } from './generate/skeletons.ts';

/** `npm run rule:new <language>/<key>`: writes the three files of a rule that are made by hand, and overwrites none. */
const root = join(import.meta.dirname, '..');
const id = process.argv[2] ?? '';
const [language, key = ''] = id.split('/');
const known = ruleLanguages.find((each) => each === language);

if (!known || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key)) {
  console.error('Usage: npm run rule:new <dockerfile|compose|engine>/<what-it-detects>');
  process.exitCode = 2;
} else {
  const facts = findFacts(root, key);
  const files = {
    [`core/src/rules/${known}/${key}.ts`]: renderRuleSkeleton(known, key, facts),
    [`test/rules/${known}/${key}.test.ts`]: renderTestSkeleton(known, key),
    [`l10n/fr/rules/${known}/${key}.json`]: renderFrenchSkeleton(),
  };
  for (const [path, text] of Object.entries(files)) {
    const target = join(root, path);
    if (existsSync(target)) {
      console.log(`kept     ${path} (it is there already)`);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    console.log(`written  ${path}`);
  }
  if (facts) console.log(`\nWhat is known of it: ${facts.detects}\n${facts.notes}`.trimEnd());
  console.log('\nNow fill what is marked FILL, draw the test, and run:');
  console.log(`  npx vitest run --project unit test/rules/${known}/${key}.test.ts`);
  console.log('  npm run generate');
}
