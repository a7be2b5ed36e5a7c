import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { dedent } from '../kit/marks.ts';

/** One piece of a line and the scopes that colour it, without the grammar's own. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Loads one of our grammars into the engine that VS Code uses; `others` stand in for grammars that VS Code brings. */
export async function loadGrammar(scope: string, others: Readonly<Record<string, object>>): Promise<IGrammar> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: (name) => findGrammar(name, others),
  });
  const grammar = await registry.loadGrammar(scope);
  if (!grammar) throw new Error(`There is no grammar for ${scope}.`);
  return grammar;
}

const files: Readonly<Record<string, string>> = {
  'source.dockerfile': 'dockerfile',
  'source.yaml.dockercompose': 'compose',
  'source.dockerignore': 'dockerignore',
};

async function findGrammar(name: string, others: Readonly<Record<string, object>>): Promise<IRawGrammar | null> {
  const own = files[name];
  if (own) {
    const path = new URL(`../../syntaxes/${own}.tmLanguage.json`, import.meta.url);
    return parseRawGrammar(await readFile(path, 'utf8'), 'grammar.json');
  }
  const other = others[name];
  return other ? parseRawGrammar(JSON.stringify({ scopeName: name, ...other }), 'other.json') : null;
}

/** The tokens of every line, one after the other as an editor asks for them. */
export function tokenize(grammar: IGrammar, text: string): Token[][] {
  let state = INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1),
    }));
  });
}

/**
 * A drawing: below a line, `^^^ scope` says that the piece above carries a scope that begins so, `^^^ !scope` that
 * it does not. Only what is drawn is claimed.
 */
export function checkScopes(grammar: IGrammar, drawing: string): void {
  const lines = dedent(drawing).split('\n');
  const isMark = (line: string): boolean => /^\s*\^+ \S+$/.test(line);
  const tokens = tokenize(grammar, lines.filter((line) => !isMark(line)).join('\n'));
  const wrong: string[] = [];
  let claims = 0;
  let at = -1;
  for (const line of lines) {
    if (!isMark(line)) {
      at++;
      continue;
    }
    claims++;
    const start = line.indexOf('^');
    const scope = line.slice(line.lastIndexOf('^') + 2);
    const scopes = scopesBetween(tokens[at] ?? [], start, line.lastIndexOf('^') + 1);
    const isAsked = scopes.every((all) => all.some((one) => one.startsWith(scope.replace('!', ''))));
    const isAbsent = scopes.every((all) => !all.some((one) => one.startsWith(scope.slice(1))));
    if (scope.startsWith('!') ? !isAbsent : !isAsked) wrong.push(`${line.trim()} has ${JSON.stringify(scopes)}`);
  }
  expect(claims, 'the drawing claims nothing').toBeGreaterThan(0);
  expect(wrong).toEqual([]);
}

function scopesBetween(tokens: readonly Token[], start: number, end: number): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  let offset = 0;
  for (const { text, scopes } of tokens) {
    if (offset < end && offset + text.length > start) found.push(scopes);
    offset += text.length;
  }
  if (found.length === 0) throw new Error('A mark stands beyond its line.');
  return found;
}
