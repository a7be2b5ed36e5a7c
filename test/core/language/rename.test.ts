import {
  applyEdits,
  findNamed,
  formatMessage,
  parseDocument,
  planRename,
  planRenameOf,
  prepareRename,
  resolveNames,
  type Renaming,
  type SourceDocument,
} from '#core';
import { describe, expect, test } from 'vitest';
import { dedent, readDrawing } from '#test/kit/marks.ts';

function parse(text: string): SourceDocument {
  return parseDocument('dockerfile', 'Dockerfile', text);
}

/** The text after renaming what stands at `|`, or why it is not renamed. */
function renamed(drawing: string, newName: string): string {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  const document = parse(text);
  return tell(text, planRename(document, cursor ?? 0, newName, resolveNames(document)));
}

function tell(text: string, renaming: Renaming | undefined): string {
  if (!renaming) return 'nothing';
  if (renaming.kind === 'refused') return formatMessage(renaming.reason);
  return applyEdits(text, renaming.files[0]?.edits ?? []) ?? 'edits overlap';
}

function prepared(drawing: string): string {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  const document = parse(text);
  const target = prepareRename(document, cursor ?? 0, resolveNames(document));
  if (!target) return 'nothing';
  return target.kind === 'refused' ? formatMessage(target.reason) : target.name;
}

describe('a stage is renamed', () => {
  test('in FROM, COPY and mounts, and never where it is a number', () => {
    const given = `
      FROM golang AS bu|ild
      FROM build AS two
      COPY --from=build /a /b
      COPY --from=0 /a /b
      RUN --mount=type=bind,target=/x,from=build make build
    `;
    expect(renamed(given, 'compile')).toBe(
      dedent(`
        FROM golang AS compile
        FROM compile AS two
        COPY --from=compile /a /b
        COPY --from=0 /a /b
        RUN --mount=type=bind,target=/x,from=compile make build
      `),
    );
  });
  test.each([
    [
      'a name that is no stage',
      'FROM a AS |x',
      '1x',
      '`1x` cannot name a stage: begin with a letter, then letters, digits, `-`, `_` and `.`.',
    ],
    ['a reserved name', 'FROM a AS |x', 'Scratch', '`Scratch` is a name that Docker keeps for itself.'],
    ['another stage', 'FROM a AS |x\nFROM b AS Y', 'y', 'A stage of this file is called `y` already.'],
    [
      'an image',
      'FROM a AS |x\nFROM alpine',
      'alpine',
      '`alpine` names an image in this file, and a stage of that name would take its place.',
    ],
    [
      'a copied image',
      'FROM a AS |x\nCOPY --from=nginx a b',
      'nginx',
      '`nginx` names an image in this file, and a stage of that name would take its place.',
    ],
    [
      'a number',
      'FROM a AS x\nFROM b\nCOPY --from=|0 a b',
      'y',
      'Stage x is meant by its number here; rename it where its name is written.',
    ],
    [
      'no name',
      'FROM a\nFROM b\nCOPY --from=|0 a b',
      'y',
      'Stage 0 is meant by its number here; rename it where its name is written.',
    ],
    [
      'a variable',
      'ARG B=x\nFROM a AS |x\nFROM $B',
      'y',
      '`FROM $B` may reach this stage through a variable, where a rename cannot follow.',
    ],
    [
      'a variable in its middle',
      'FROM a AS |x-arm64\nFROM x-${TARGETARCH}',
      'y',
      '`FROM x-${TARGETARCH}` may reach this stage through a variable, where a rename cannot follow.',
    ],
    ['nothing', '|FROM a', 'y', 'nothing'],
  ])('but refused: %s', (_name, drawing, newName, reason) => {
    expect(renamed(drawing, newName)).toBe(reason);
  });
  test('to another case of its own name', () => {
    expect(renamed('FROM a AS |X\nFROM x', 'x')).toBe('FROM a AS x\nFROM x');
  });
});

describe('a variable is renamed', () => {
  test('an ARG with every redeclaration, in scripts and heredocs too', () => {
    const given = `
      ARG VERSION=1
      FROM a:\${VER|SION}
      ARG VERSION
      RUN VERSION=\${VERSION#v} && echo "$VERSION" '$VERSION'
      FROM b
      ARG VERSION=2
      LABEL version="$VERSION"
      COPY <<EOF /v
      $VERSION
      EOF
    `;
    expect(renamed(given, 'TAG')).toBe(
      dedent(`
        ARG TAG=1
        FROM a:\${TAG}
        ARG TAG
        RUN TAG=\${TAG#v} && echo "$TAG" '$VERSION'
        FROM b
        ARG TAG=2
        LABEL version="$TAG"
        COPY <<EOF /v
        $TAG
        EOF
      `),
    );
  });
  test('an ENV in its stage and in those built on it, and no other one', () => {
    const given = `
      FROM a AS base
      ENV HO|ST=x OTHER=$HOST
      FROM base
      CMD curl $HOST
      FROM c
      ENV HOST=y
    `;
    expect(renamed(given, 'SERVER')).toBe(
      dedent(`
        FROM a AS base
        ENV SERVER=x OTHER=$HOST
        FROM base
        CMD curl $SERVER
        FROM c
        ENV HOST=y
      `),
    );
  });
  test.each([
    [
      'a platform',
      'FROM --platform=$BUILD|PLATFORM a',
      'X',
      '`BUILDPLATFORM` belongs to BuildKit, which looks for exactly this name.',
    ],
    [
      'a declared platform',
      'FROM a\nARG TARGET|ARCH',
      'X',
      '`TARGETARCH` belongs to BuildKit, which looks for exactly this name.',
    ],
    ['a proxy', 'FROM a\nARG http_|proxy', 'X', '`http_proxy` belongs to BuildKit, which looks for exactly this name.'],
    ['PATH', 'FROM a\nENV PA|TH=/x', 'X', '`PATH` has a meaning to every program of the container and keeps its name.'],
    [
      'to PATH',
      'FROM a\nENV A|A=/x',
      'PATH',
      '`PATH` has a meaning to every program of the container; choose another name.',
    ],
    ['to a proxy', 'FROM a\nARG |A', 'NO_PROXY', '`NO_PROXY` belongs to BuildKit, which looks for exactly this name.'],
    [
      'no name',
      'FROM a\nARG |A',
      'a-b',
      '`a-b` cannot name a variable: begin with a letter or `_`, then letters, digits and `_`.',
    ],
    ['another ARG', 'FROM a\nARG |A\nFROM b\nARG B', 'B', 'A variable `B` is used here already.'],
    [
      'an ENV of a stage built on it',
      'FROM a AS x\nENV |A=1\nFROM x\nENV B=1',
      'B',
      'A variable `B` is used here already.',
    ],
    [
      'a variable of the shell',
      'FROM a\nENV |A=1\nRUN for B in x; do echo $A; done',
      'B',
      'A variable `B` is used here already.',
    ],
    [
      'the variable of a secret',
      'FROM a\nENV |A=1\nRUN --mount=type=secret,id=b,env=B x',
      'B',
      'A variable `B` is used here already.',
    ],
    ['one of the base image', 'FROM a\nENV |A=1\nWORKDIR $B', 'B', 'A variable `B` is used here already.'],
  ])('but refused: %s', (_name, drawing, newName, reason) => {
    expect(renamed(drawing, newName)).toBe(reason);
  });
  test('to the name of an ENV in a stage that has nothing to do with it', () => {
    expect(renamed('FROM a\nENV |A=1\nFROM b\nENV B=1', 'B')).toBe('FROM a\nENV B=1\nFROM b\nENV B=1');
  });
});

describe('a heredoc is renamed', () => {
  test.each([
    ['plain', 'RUN <<E|OF\necho\nEOF\n', 'RUN <<END\necho\nEND\n'],
    ['with tabs and quotes', 'RUN <<-"EOF"\necho\n\tE|OF\n', 'RUN <<-"END"\necho\n\tEND\n'],
    ['with quotes in its middle', "RUN <<E'O'F\necho\nE|OF\n", 'RUN <<"END"\necho\nEND\n'],
    ['the second of two', 'RUN cat <<A 3<<B|\na\nA\nb\nB\n', 'RUN cat <<A 3<<END\na\nA\nb\nEND\n'],
    ['in CRLF', 'RUN <<E|OF\r\necho\r\nEOF\r\n', 'RUN <<END\r\necho\r\nEND\r\n'],
  ])('%s', (_name, given, expected) => {
    expect(renamed(`FROM a\n${given}`, 'END')).toBe(`FROM a\n${expected}`);
  });
  test.each([
    ['a line of it', 'RUN <<E|OF\nEND\nEOF\n', 'END', 'A line of the heredoc is `END` already, and would end it.'],
    [
      'no delimiter',
      'RUN <<E|OF\nx\nEOF\n',
      'a b',
      '`a b` cannot end a heredoc: take letters, digits, `_`, `-` and `.`.',
    ],
    ['without end', 'RUN <<E|OF\nx\n', 'END', 'The heredoc `EOF` has no end yet.'],
    [
      'the name of a file',
      'COPY <<a.t|xt /srv/\nx\na.txt\n',
      'END',
      'The file that this COPY makes is called `a.txt` after its heredoc.',
    ],
  ])('but refused: %s', (_name, given, newName, reason) => {
    expect(renamed(`FROM a\n${given}`, newName)).toBe(reason);
  });
});

test('what would be renamed is told before', () => {
  expect(prepared('FROM a AS |x')).toBe('x');
  expect(prepared('FROM a\nENV X=1\nLABEL a=${X|:-y}')).toBe('X');
  expect(prepared('FROM a\nARG TARGET|OS')).toContain('belongs to BuildKit');
  expect(prepared('FROM |a')).toBe('nothing');
});

test('those who know a name from a Compose file find it, with its edits by path', () => {
  const document = parse('ARG V=1\nFROM a AS Build\nARG V\n');
  const names = resolveNames(document);
  const stage = findNamed(names, 'stage', 'build');
  const arg = findNamed(names, 'arg', 'V');
  expect(findNamed(names, 'arg', 'v')).toBeUndefined();
  expect(stage && planRenameOf(document, stage, 'x', names)).toMatchObject({ files: [{ path: 'Dockerfile' }] });
  expect(tell(document.text, arg && planRenameOf(document, arg, 'W', names))).toBe('ARG W=1\nFROM a AS Build\nARG W\n');
});
