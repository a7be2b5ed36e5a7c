import {
  findCompletions,
  findDefinition,
  findFolds,
  findHighlights,
  findHover,
  findLinks,
  findOutline,
  findReferences,
  findSelections,
  findSignature,
  findWorkspaceSymbols,
  lintDocument,
  noKnowledge,
  parseDocument,
  planActions,
  planRename,
  prepareRename,
  resolveNames,
  rules,
  type Finding,
  type Language,
  type Names,
  type OutlineSymbol,
  type SourceDocument,
  type Span,
} from '#core';
import { describe, expect, test } from 'vitest';

const samples: Readonly<Record<Language, string>> = {
  dockerfile: `# syntax=docker/dockerfile:1
# check=skip=all
ARG TAG=3.23
FROM --platform=$BUILDPLATFORM alpine:\${TAG} AS build
ENV A=1 B="two \${A:-x}"
# drydock ignore=dockerfile/add-instead-of-copy reason=why
ADD --chown=1:1 a b /c/
RUN --mount=type=cache,target=/x,sharing=locked apt-get update && \\
    # words
    apt-get install curl
RUN <<END
echo $A
END
HEALTHCHECK --interval=5s CMD curl -f http://localhost
FROM scratch
COPY --from=build /c /d
LABEL org.opencontainers.image.title="x"
ONBUILD USER root
RUN --mount=type=bind,from=build,target=/y <<-"ONE" cat <<TWO > /z
	$A
	ONE
it's \${A:-'x'}
TWO
CMD ["sh", "-c", "echo $A"]
`,
  compose: `version: "3"
x-base: &base
  restart: "no"
services:
  web:
    <<: *base
    image: a:\${TAG:-1}
    build: { context: ., args: [A=1, B] }
    # drydock ignore=compose/privileged-container reason=why
    privileged: true
    depends_on: [db]
    network_mode: service:db
    volumes:
      - data:/x
      - type: bind
        source: /var/run/docker.sock
        target: /s
    command: >-
      a b
      c
  db:
    image: postgres
volumes:
  data:
`,
};

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

/** Asks every feature at one offset of a text; a throw fails the test by itself. Gives the spans that lie outside. */
function askAll({ document, findings, names }: Judged, offset: number): Span[] {
  const facts = { rules, knowledge: noKnowledge, images: ['a:1'] };
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
  ];
  return spans.filter(({ start, end }) => start < 0 || start > end || end > document.text.length);
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

describe.each(['dockerfile', 'compose'] as const)('%s', (language) => {
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
