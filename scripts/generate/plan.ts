import { metaRules } from '#core';
import { listFiles, type Outputs } from './files.ts';
import type { LoadedRule } from './load-rules.ts';
import { renderBundle, renderIndex, renderManifest, renderReadme, renderSchema } from './project-files.ts';
import { renderMetaPage, renderRulePage } from './rule-page.ts';
import { collectStrings } from './strings.ts';

/** Everything that is made from rules and translations. */
export async function planOutputs(root: string, rules: readonly LoadedRule[]): Promise<Outputs> {
  const outputs = new Map<string, string | null>();
  // Pages of rules that are gone go too; those that remain are set again below.
  for (const folder of ['docs/rules', 'docs/fr/rules']) {
    for (const path of listFiles(root, folder, ['.md'])) outputs.set(path, null);
  }
  for (const loaded of rules) {
    outputs.set(`docs/rules/${loaded.rule.id}.md`, renderRulePage(loaded, 'en'));
    outputs.set(`docs/fr/rules/${loaded.rule.id}.md`, renderRulePage(loaded, 'fr'));
  }
  const { english, french } = collectStrings(root, rules);
  for (const rule of metaRules) {
    outputs.set(`docs/rules/${rule.id}.md`, renderMetaPage(rule, 'en', french));
    outputs.set(`docs/fr/rules/${rule.id}.md`, renderMetaPage(rule, 'fr', french));
  }
  outputs.set('core/src/rules/index.generated.ts', renderIndex(rules));
  outputs.set('schemas/drydock.schema.json', await renderSchema(rules));
  for (const [path, locale] of [
    ['README.md', 'en'],
    ['README.fr.md', 'fr'],
  ] as const) {
    const text = await renderReadme(root, path, rules, { locale, french });
    if (text !== undefined) outputs.set(path, text);
  }
  const manifest = renderManifest(root, rules);
  if (manifest !== undefined) outputs.set('package.json', manifest);
  outputs.set('l10n/bundle.l10n.json', await renderBundle(new Map([...english.keys()].map((key) => [key, key]))));
  const spoken = [...french].filter(([template]) => english.has(template));
  outputs.set('l10n/bundle.l10n.fr.json', await renderBundle(new Map(spoken)));
  return outputs;
}
