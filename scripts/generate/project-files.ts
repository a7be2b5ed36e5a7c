import { join } from 'node:path';
import { format } from 'prettier';
import { labelTypes, levelInPreset, levels, metaRules, presets, type Level } from '#core';
import { readText } from './files.ts';
import type { LoadedRule } from './load-rules.ts';
import type { DocLanguage } from './rule-page.ts';

/** `core/src/rules/index.generated.ts` */
export function renderIndex(rules: readonly LoadedRule[]): string {
  const imports = rules.map(({ language, key }) => `import ${nameOf(language, key)} from './${language}/${key}.ts';`);
  const list = rules.map(({ language, key }) => `  ${nameOf(language, key)},`);
  return [
    '// Written by `npm run generate`. Do not edit.',
    "import type { Rule } from '../lint/index.ts';",
    ...imports,
    '',
    `export const rules: readonly Rule[] = [`,
    ...list,
    '];',
    '',
  ].join('\n');
}

function nameOf(language: string, key: string): string {
  return `${language}-${key}`.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase());
}

/** A README with its rule table brought up to date, or undefined when there is no README or it has no place for one. */
export async function renderReadme(
  root: string,
  path: string,
  rules: readonly LoadedRule[],
  { locale, french: sentences }: { readonly locale: DocLanguage; readonly french: ReadonlyMap<string, string> },
): Promise<string | undefined> {
  const text = readText(join(root, path));
  const parts =
    text === undefined ? null : /^([\s\S]*<!-- rules:start -->)[\s\S]*(<!-- rules:end -->[\s\S]*)$/.exec(text);
  if (!parts) return undefined;
  const head = locale === 'fr' ? ['Règle', 'Ce qu’elle demande', 'Niveau'] : ['Rule', 'What it asks', 'Level'];
  const folder = locale === 'fr' ? 'docs/fr/rules' : 'docs/rules';
  const row = (id: string, title: string, level: Level): string =>
    `| [\`${id}\`](${folder}/${id}.md) | ${title.replaceAll('|', '\\|')} | ${level} |`;
  const ruleRows = rules.map(({ rule, french }) => {
    const title = locale === 'fr' ? (french.title ?? rule.title) : rule.title;
    return row(rule.id, title, levelInPreset(rule, 'recommended'));
  });
  const metaRows = metaRules.map(({ id, severity, title: { template } }) =>
    row(id, locale === 'fr' ? (sentences.get(template) ?? template) : template, severity),
  );
  const rows = [...ruleRows, ...metaRows];
  const table = [`| ${head.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n');
  return format(`${parts[1]}\n\n${table}\n\n${parts[2]}`, { ...style, parser: 'markdown' });
}

/** The schema of `drydock.yaml`, for editors that complete YAML. */
export async function renderSchema(rules: readonly LoadedRule[]): Promise<string> {
  const level = { enum: [...levels, false] };
  const described = Object.fromEntries(
    [
      ...rules.map(({ rule }) => [rule.id, rule.title] as const),
      ...metaRules.map(({ id, title }) => [id, title.template] as const),
    ].map(([id, description]) => [id, { description, ...level }]),
  );
  const table = {
    description: "Levels by rule: an own id, its key alone, or another tool's id such as DL3006 or 'CIS 4.1'.",
    type: ['object', 'null'],
    properties: described,
    additionalProperties: level,
  };
  const globs = { type: ['array', 'null'], items: { type: 'string' } };
  return formatJson({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Drydock configuration',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      preset: { description: 'Which rules are on before any setting below.', enum: presets, default: 'recommended' },
      rules: { $ref: '#/definitions/rules' },
      ignore: { description: 'Files that are not looked at, as in .gitignore.', ...globs },
      overrides: {
        description: 'Levels for some files only; later entries win.',
        type: ['array', 'null'],
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: { ...globs, minItems: 1 }, rules: { $ref: '#/definitions/rules' } },
        },
      },
      ...describeOptions(),
    },
    definitions: { rules: table },
  });
}

/** What `drydock.yaml` tells single rules. */
function describeOptions() {
  const section = (description: string, properties: object) => ({
    description,
    type: ['object', 'null'],
    additionalProperties: false,
    properties,
  });
  const texts = { type: ['array', 'string', 'null'], items: { type: 'string' } };
  return {
    registries: section('Where images may come from.', {
      trusted: { description: 'Registries that are trusted, perhaps with * at one end.', ...texts },
    }),
    labels: section('The labels of every image.', {
      schema: {
        description: 'Labels that must be there, and what their values are.',
        type: ['object', 'null'],
        additionalProperties: { enum: labelTypes },
      },
      strict: { description: 'Whether other labels are unwanted.', type: 'boolean' },
    }),
    secrets: section('How builds get at secrets.', {
      required: {
        description: 'Ids of the secrets that a program must be run with, by its name.',
        type: ['object', 'null'],
        additionalProperties: texts,
      },
    }),
  };
}

interface Manifest {
  contributes?: { configuration?: Configuration | Configuration[] };
}
interface Configuration {
  properties?: Record<string, Record<string, unknown>>;
}

/** package.json with the rule ids as known properties of the setting `drydock.lint.rules`; nothing else of it changes. */
export function renderManifest(root: string, rules: readonly LoadedRule[]): string | undefined {
  const text = readText(join(root, 'package.json'));
  if (text === undefined) return undefined;
  const manifest = JSON.parse(text) as Manifest;
  const sections = [manifest.contributes?.configuration ?? []].flat();
  const setting = sections
    .map(({ properties }) => properties?.['drydock.lint.rules'])
    .find((each) => each !== undefined);
  if (!setting) return undefined;
  const known = { type: 'string', enum: ['off', 'hint', 'info', 'warning', 'error'] };
  setting['properties'] = Object.fromEntries(
    [...rules.map(({ rule }) => rule), ...metaRules].map(({ id }) => [id, known]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

export function renderBundle(strings: ReadonlyMap<string, string>): Promise<string> {
  return formatJson(Object.fromEntries([...strings].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The repository's own style, so that formatting and generating never disagree. */
const style = { printWidth: 120, singleQuote: true, trailingComma: 'all' } as const;

function formatJson(value: unknown): Promise<string> {
  return format(JSON.stringify(value, null, 2), { ...style, parser: 'json' });
}
