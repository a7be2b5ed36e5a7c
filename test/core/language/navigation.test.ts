import {
  findDefinition,
  findFolds,
  findOutline,
  parseDocument,
  createLineIndex,
  type Language,
  type OutlineSymbol,
} from '#core';
import { describe, expect, test } from 'vitest';
import { dedent, readDrawing } from '#test/kit/marks.ts';

/** The line that the definition at `|` leads to. */
function definedAt(language: Language, drawing: string): string | undefined {
  const { text, cursor } = readDrawing(drawing, { cursor: true });
  const found = findDefinition(parseDocument(language, language, text), cursor ?? 0);
  return found && text.slice(found.targetName.start).split('\n')[0];
}

function outlineOf(language: Language, text: string): string {
  const draw = (symbols: readonly OutlineSymbol[], depth: number): string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${'  '.repeat(depth)}${name} ${detail}`.trimEnd(),
      ...draw(children, depth + 1),
    ]);
  return draw(findOutline(parseDocument(language, language, text)), 0).join('\n');
}

function foldsOf(language: Language, drawing: string): string[] {
  const text = dedent(drawing);
  const lines = createLineIndex(text);
  const folds = findFolds(parseDocument(language, language, text)).map(({ span, kind }) => ({
    from: lines.positionAt(span.start).line,
    to: lines.positionAt(span.end).line,
    kind,
  }));
  return folds.filter(({ from, to }) => to > from).map(({ from, to, kind }) => `${from}-${to} ${kind}`);
}

describe('definition', () => {
  test.each([
    ['COPY --from', 'FROM a AS build\nFROM b\nCOPY --from=bu|ild x y', 'build'],
    ['a number', 'FROM a AS build\nFROM b\nCOPY --from=0| x y', 'build'],
    ['FROM, whatever the case', 'FROM a AS Build\nFROM bu|ild', 'Build'],
    ['a mount', 'FROM a AS dep\nFROM b\nRUN --mount=from=de|p,target=/x y', 'dep'],
    ['a variable', 'FROM a\nARG V=1\nRUN echo $|V', 'V=1'],
    ['a variable in braces', 'FROM a\nARG V=1\nWORKDIR /${|V:-x}', 'V=1'],
    ['a flag', 'FROM a\nENV U=1\nCOPY --chown=$|U x y', 'U=1'],
    ['a variable of FROM', 'ARG T=1\nFROM a:$|T', 'T=1'],
    ['a platform', 'ARG P=linux/arm64\nFROM --platform=$|P a', 'P=linux/arm64'],
    ['a redeclared ARG', 'ARG V=1\nFROM a\nARG V\nRUN echo $|V', 'V'],
    ['the redeclaration of a global ARG', 'ARG V=1\nFROM a\nARG |V\nRUN echo $V', 'V=1'],
    ['the closing of a heredoc', 'FROM a\nRUN <<EOF\nx\nE|OF', 'EOF'],
    ['a variable of the stage below', 'FROM a AS x\nENV V=1\nFROM x\nRUN echo ${|V}', 'V=1'],
  ])('of a stage or variable in %s', (_name, drawing, expected) => {
    expect(definedAt('dockerfile', drawing)).toBe(expected);
  });
  test('FROM sees the stages above it, COPY --from those of the whole file', () => {
    expect(definedAt('dockerfile', 'FROM la|ter\nFROM a AS later')).toBeUndefined();
    expect(definedAt('dockerfile', 'FROM b\nCOPY --from=la|ter x y\nFROM a AS later')).toBe('later');
  });
  test.each([
    ['depends_on', 'services:\n  a:\n    depends_on: [|b]\n  b:\n    image: x', 'b:'],
    ['volumes', 'services:\n  a:\n    volumes:\n      - "da|ta:/x"\nvolumes:\n  data:', 'data:'],
    ['networks as keys', 'services:\n  a:\n    networks:\n      fr|ont: {}\nnetworks:\n  front:', 'front:'],
    ['network_mode', 'services:\n  a:\n    network_mode: service:|b\n  b:\n    image: x', 'b:'],
  ])('of a name in %s', (_name, drawing, expected) => {
    expect(definedAt('compose', drawing)).toBe(expected);
  });
  test('a path is no volume', () => {
    expect(definedAt('compose', 'services:\n  a:\n    volumes: [./|data:/x]\nvolumes:\n  data:')).toBeUndefined();
  });
});

describe('outline', () => {
  test('stages hold their instructions', () => {
    expect(outlineOf('dockerfile', 'ARG V=1\nFROM a AS build\nRUN make   all\nFROM b\nENV X=1 Y=2\n')).toBe(
      'ARG V 1\nbuild a\n  RUN make all\nb\n  ENV X Y\n    X 1\n    Y 2',
    );
  });
  test('labels, heredocs and what ONBUILD holds', () => {
    const text = `
      FROM a
      LABEL a.b="x y"
      ONBUILD RUN --network=none make \\
        # all of it
        all
      COPY <<A <<"B" /x/
      one
      A
      two
      B
    `;
    expect(outlineOf('dockerfile', dedent(text))).toBe(
      'a\n  LABEL a.b x y\n  ONBUILD RUN --network=none make all\n  COPY <<A <<"B" /x/\n    A one\n    B two',
    );
  });
  test('kinds', () => {
    const [arg, stage] = findOutline(
      parseDocument('dockerfile', 'Dockerfile', 'ARG V\nFROM a\nENV A=1\nRUN b\nCOPY a b\nLABEL a=b\nUSER x\n'),
    );
    expect([arg, stage, ...(stage?.children ?? [])].map((each) => each?.kind)).toEqual(
      'argument stage variable command copy label instruction'.split(' '),
    );
  });
  test('sections hold services and resources', () => {
    expect(outlineOf('compose', 'name: x\nservices:\n  web:\n    image: a:1\n    ports: []\nvolumes:\n  data:\n')).toBe(
      'name x\nservices\n  web a:1\n    image a:1\n    ports\nvolumes\n  data',
    );
  });
});

describe('folding', () => {
  test('stages, continued lines, heredocs and comments', () => {
    const text = `
      # one
      # two
      FROM a
      RUN x \\
          y
      RUN <<EOF
      z
      EOF
      FROM b
    `;
    expect(foldsOf('dockerfile', text).sort()).toEqual(['0-1 comment', '2-7 block', '3-4 block', '5-7 block']);
  });
  test('several heredocs, and one below the first line', () => {
    const text = `
      FROM a
      RUN cat <<A <<-"B"
      a
      a
      A
      b
      B
      RUN x \\
        cat <<A
      a
      A
    `;
    expect(foldsOf('dockerfile', text).sort()).toEqual([
      '0-10 block',
      '1-6 block',
      '2-4 block',
      '5-6 block',
      '7-10 block',
      '8-10 block',
    ]);
  });
  test('what comments mark as a region, one in another', () => {
    const text = `
      # region all
      # words
      # words
      FROM a
      #region inner
      RUN b
      #endregion
      # endregion all
      # regional is none
      # endregion without a beginning
    `;
    expect(foldsOf('dockerfile', text).sort()).toEqual(['0-7 region', '1-2 comment', '3-5 block', '4-6 region']);
    expect(foldsOf('compose', '# region x\na: 1\n# endregion\n')).toEqual(['0-2 region']);
  });
  test('mappings', () => {
    expect(foldsOf('compose', 'services:\n  web:\n    image: a\n')).toEqual(['0-2 block', '1-2 block']);
  });
});
