import {
  applyEdits,
  findCodeLenses,
  findCompletions,
  findDefinition,
  findFolds,
  findHighlights,
  findHover,
  findInlayHints,
  findLinks,
  findOutline,
  findReferences,
  findSelections,
  findSemanticTokens,
  findSignature,
  findWorkspaceSymbols,
  lintDocument,
  noKnowledge,
  parseDocument,
  planActions,
  planFormat,
  planFormatOnEnter,
  planRefactors,
  planRename,
  prepareRename,
  resolveNames,
  rules,
  type Finding,
  type Knowledge,
  type Language,
  type Names,
  type OutlineSymbol,
  type SourceDocument,
  type Span,
} from '#core';
import { describe, expect, test } from 'vitest';
import { samples } from './robust-samples.ts';

function outlineSpans(symbols: readonly OutlineSymbol[]): Span[] {
  return symbols.flatMap(({ span, nameSpan, children }) => [span, nameSpan, ...outlineSpans(children)]);
}

interface Judged {
  readonly document: SourceDocument;
  readonly findings: readonly Finding[];
  readonly names: Names;
}

function judge(language: Language, text: string): Judged {
  const document = parseDocument(language, language, text);
  const { findings, crashes } = lintDocument(document, { rules, today: '2026-01-01' });
  expect(crashes).toEqual([]);
  return { document, findings, names: resolveNames(document) };
}

/** An engine that knows everything of every image. */
const known: Knowledge = {
  answered: true,
  image: () => ({
    user: 'app',
    workingDir: '/w',
    env: { PATH: '/bin', A_TOKEN: 'x' },
    repoDigests: ['a@sha256:0'],
    size: 1,
    created: 'never',
    platform: 'linux/arm',
    entrypoint: ['a'],
    cmd: [],
    exposedPorts: ['80/tcp'],
    volumes: ['/v'],
  }),
};

/** Asks every feature at one offset of a text; a throw fails the test by itself. Gives the spans that lie outside. */
function askAll({ document, findings, names }: Judged, offset: number): Span[] {
  const facts = { rules, knowledge: known, images: ['a:1', 'alpine:3.23', 'x.io:5000/y'] };
  const hover = findHover(document, offset, facts, findings);
  const definition = findDefinition(document, offset, names);
  const spans = [
    ...findCompletions(document, offset, facts).map(({ span }) => span),
    ...(hover ? [hover.span] : []),
    ...(definition ? [definition.origin, definition.target, definition.targetName] : []),
    ...outlineSpans(findOutline(document)),
    ...findFolds(document).map(({ span }) => span),
    ...findLinks(document).map(({ span }) => span),
    ...findWorkspaceSymbols(document).map(({ span }) => span),
    ...askNames({ document, findings, names }, offset),
    ...findSelections(document, offset),
    ...signatureSpans(document, offset),
    ...planActions(document, findings, findings, rules).flatMap(({ edits }) => edits.map(({ span }) => span)),
    ...askEditing(document, offset),
  ];
  return spans.filter(({ start, end }) => start < 0 || start > end || end > document.text.length);
}

const how = { tabSize: 4, insertSpaces: true };

function askEditing(document: SourceDocument, offset: number): Span[] {
  const here = { start: offset, end: offset };
  const [all, near] = [
    { start: 0, end: document.text.length },
    { start: offset, end: offset + 5 },
  ];
  const edits = [
    planFormat(document, how),
    planFormat(document, how, near),
    planFormatOnEnter(document, offset, how),
    ...planRefactors(document, here, noKnowledge).map((action) => action.edits),
  ];
  for (const each of edits) expect(applyEdits(document.text, each), 'edits overlap').toBeDefined();
  const tokens = findSemanticTokens(document);
  const misplaced = tokens.filter(
    ({ span }, index) =>
      span.start < (tokens[index - 1]?.span.end ?? 0) || /[\r\n]/.test(document.text.slice(span.start, span.end)),
  );
  expect(misplaced).toEqual([]);
  return [
    ...edits.flat().map(({ span }) => span),
    ...tokens.map(({ span }) => span),
    ...findSemanticTokens(document, near).map(({ span }) => span),
    ...findInlayHints(document, all, noKnowledge).map(({ offset: at }) => ({ start: at, end: at })),
    ...findCodeLenses(document).map(({ span }) => span),
  ];
}

/** What is meant at an offset: where else it stands, and what renaming it would change. */
function askNames({ document, names }: Judged, offset: number): Span[] {
  const target = prepareRename(document, offset, names);
  const renaming = planRename(document, offset, 'another', names);
  const files = renaming?.kind === 'edits' ? renaming.files : [];
  return [
    ...(findReferences(names, offset, { declarations: true }) ?? []),
    ...findHighlights(names, offset).map(({ span }) => span),
    ...(target?.kind === 'name' ? [target.span] : []),
    ...files.flatMap(({ edits }) => edits.map(({ span }) => span)),
  ];
}

/** Parts that lie outside of their label, as spans that lie outside of every text. */
function signatureSpans(document: SourceDocument, offset: number): Span[] {
  const { signatures = [], active = 0 } = findSignature(document, offset) ?? {};
  const parts = signatures.flatMap(({ label, parameters }) => parameters.filter(({ span }) => span.end > label.length));
  const isListed = signatures.length === 0 || signatures[active] !== undefined;
  return [...parts.map(() => ({ start: -1, end: -1 })), ...(isListed ? [] : [{ start: -1, end: -1 }])];
}

describe.each(['dockerfile', 'compose', 'dockerignore'] as const)('%s', (language) => {
  const whole = samples[language];
  test('every feature answers at every place', () => {
    const judged = judge(language, whole);
    for (let offset = 0; offset <= whole.length; offset++) {
      expect(askAll(judged, offset), `offset ${offset}`).toEqual([]);
    }
  });
  // Strides that share no factor with the line breaks keep these quick and still come by every line.
  test.each([
    ['LF', '\n', '', 2],
    ['CRLF behind a byte order mark', '\r\n', '\uFEFF', 5],
  ])('at the end of half-typed texts, with %s', (_name, eol, mark, stride) => {
    const text = mark + whole.replaceAll('\n', eol);
    for (let end = 0; end <= text.length; end += stride) {
      const typed = text.slice(0, end);
      expect(askAll(judge(language, typed), end), JSON.stringify(typed.slice(-40))).toEqual([]);
    }
  });
  test('what a completion replaces touches the cursor and stays on its line', () => {
    const document = parseDocument(language, language, whole);
    for (let offset = 0; offset <= whole.length; offset++) {
      for (const { span } of findCompletions(document, offset, { rules, knowledge: noKnowledge, images: [] })) {
        expect(span.start <= offset && offset <= span.end, `offset ${offset}`).toBe(true);
        expect(whole.slice(span.start, span.end)).not.toContain('\n');
      }
    }
  });
  test('every selection grows, up to the whole file', () => {
    const document = parseDocument(language, language, whole);
    for (let offset = 0; offset <= whole.length; offset++) {
      const spans = findSelections(document, offset);
      expect(spans.at(-1), `offset ${offset}`).toEqual({ start: 0, end: whole.length });
      for (const [index, outer] of spans.entries()) {
        const inner = spans[index - 1];
        if (inner) expect(outer.start <= inner.start && inner.end <= outer.end, `offset ${offset}`).toBe(true);
      }
    }
  });
  test('the outline of every half-typed text nests, as editors demand', () => {
    for (let end = 0; end <= whole.length; end++) {
      const symbols = findOutline(parseDocument(language, language, whole.slice(0, end)));
      expect(misplaced(symbols), JSON.stringify(whole.slice(0, end).slice(-40))).toEqual([]);
    }
  });
});

/** Symbols without a name, or whose name lies outside of them. */
function misplaced(symbols: readonly OutlineSymbol[]): OutlineSymbol[] {
  return symbols.flatMap((symbol) => [
    ...(symbol.name === '' || symbol.nameSpan.start < symbol.span.start || symbol.nameSpan.end > symbol.span.end
      ? [symbol]
      : []),
    ...misplaced(symbol.children),
  ]);
}

describe('odd Dockerfiles', () => {
  test.each([
    ['variables that double each other', `FROM a\n${'ENV A=$A$A$A\n'.repeat(200)}WORKDIR $A`],
    ['a stage that is its own base', 'FROM a AS a\nFROM a AS a\nUSER $A\nCOPY --from=a x y'],
    ['braces that never close', 'FROM a\nWORKDIR ${A:-${B:-${C'],
    ['a mount of commas', 'FROM a\nRUN --mount=,,=,type=,from=,, x'],
    [
      'numbers that are too large',
      'FROM a\nEXPOSE 99999999999999999999/tcp\nCOPY --chmod=77777777 a b\nSTOPSIGNAL 999',
    ],
    ['an address without an end', 'FROM a\nENV U=://::@@://:@ V=a://b:@\nRUN $U'],
    ['only accounts', 'FROM a\nRUN useradd; adduser --; groupadd -g; addgroup - =\nUSER :::'],
    ['directives of nothing', '# check=;=;skip=,,;=\n# escape=\n# syntax=\n# \nFROM a'],
    ['a heredoc of nothing', 'FROM a\nRUN <<"" <<-A <<B\n\tA\n$'],
    ['lone halves of characters', 'FROM \uD800\nENV \uDC00=$\uD800 \uD83D\uDE00=1\nUSER $\uDC00'],
  ])('%s', (_name, text) => {
    const judged = judge('dockerfile', text);
    for (let offset = 0; offset <= text.length; offset += text.length > 500 ? 17 : 1) {
      expect(askAll(judged, offset), `offset ${offset}`).toEqual([]);
    }
  });
});
