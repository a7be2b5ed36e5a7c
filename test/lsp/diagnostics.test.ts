import { describe, expect, test } from 'vitest';
import { dedent } from '#test/kit/marks.ts';
import { pushOnly, withServer } from '#test/kit/lsp-client.ts';

/** Switches off what nearly every small sample lacks, so that the drawings show what they are about. */
const lacking = ['healthcheck-missing', 'missing-user', 'copy-relative-without-workdir'];
const settings = { rules: Object.fromEntries(lacking.map((key) => [`dockerfile/${key}`, 'off'])) };

describe('on request', () => {
  test('findings with their rule, its page, tags and version', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nMAINTAINER me\n');
      const [found] = await file.diagnostics();
      expect(found).toMatchObject({
        code: 'dockerfile/maintainer-deprecated',
        source: 'drydock',
        tags: [2],
        data: { kind: 'style', fix: 'safe' },
      });
      expect(found?.codeDescription?.href).toMatch(/^https:\/\//);
    });
  });
  test('a Dockerfile as the editor draws it', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\n');
      expect(await file.drawn()).toBe(
        dedent(`
          FROM alpine:3.23
          ADD a b
          ^^^ Use COPY: \`a\` is neither a URL nor an archive.
        `),
      );
    });
  });
  test('a Compose file', async () => {
    await withServer({ settings: { rules: { 'compose/no-new-privileges-missing': 'off' } } }, async (editor) => {
      const file = await editor.open('compose.yaml', 'services:\n  web:\n    image: a:1\n    privileged: true\n');
      expect((await file.diagnostics()).map(({ code }) => code)).toEqual(['compose/privileged-container']);
    });
  });
  test('the same version is unchanged, and the next is not', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\n');
      const { resultId } = await file.request<{ resultId: string }>('diagnostic');
      expect(await file.request('diagnostic', { previousResultId: resultId })).toEqual({ kind: 'unchanged', resultId });
      await file.replace('ADD', 'COPY');
      expect(await file.request('diagnostic', { previousResultId: resultId })).toMatchObject({
        kind: 'full',
        items: [],
      });
    });
  });
  test('who asks is not sent any', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\n');
      await file.type('ADD a', ' ');
      await file.diagnostics();
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(editor.pushes(file.uri)).toBe(0);
    });
  });
  test('silenced findings are not shown', async () => {
    await withServer({ settings }, async (editor) => {
      const text = 'FROM alpine:3.23\n# drydock ignore=dockerfile/add-instead-of-copy reason=a test\nADD a b\n';
      expect(await (await editor.open('Dockerfile', text)).diagnostics()).toEqual([]);
    });
  });
});

test('the gravest thousand of many findings, and how many more there are', async () => {
  await withServer({ settings }, async (editor) => {
    const file = await editor.open('Dockerfile', `FROM alpine:3.23\n${'ADD a b\n'.repeat(1500)}NOPE\n`);
    const found = await file.diagnostics();
    expect(found).toHaveLength(1001);
    expect(found[0]?.message).toContain('501 more findings');
    expect(found.at(-1)).toMatchObject({ severity: 1, range: { start: { line: 1501, character: 0 } } });
  });
});

describe('pushed', () => {
  test('with the version, and cleared when the file closes', async () => {
    await withServer({ settings, capabilities: pushOnly }, async (editor) => {
      expect(editor.initialized.capabilities.diagnosticProvider).toBeUndefined();
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\n');
      const found = await editor.pushed(file.uri, (version, all) => version === 1 && all.length > 0);
      expect(file.draw(found)).toContain('^^^ Use COPY');
      await file.close();
      expect(await editor.pushed(file.uri, (_version, all) => all.length === 0)).toEqual([]);
    });
  });
  test('a burst of keys is judged a few times, and the last version counts', async () => {
    await withServer({ settings, capabilities: pushOnly }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\nRUN echo \n');
      await file.type('RUN echo ', 'x'.repeat(200));
      await editor.pushed(file.uri, (version) => version === 201);
      expect(editor.pushes(file.uri)).toBeLessThan(20);
    });
  });
});

describe('incremental edits', () => {
  test.each([
    ['characters outside the basic plane', '\n'],
    ['CRLF', '\r\n'],
  ])('keep places right with %s', async (_name, eol) => {
    await withServer({ settings }, async (editor) => {
      const text = ['FROM alpine:3.23', '# 🐳🐳', 'ENV EMOJI="🐳" B=1', 'ADD a b', ''].join(eol);
      const file = await editor.open('Dockerfile', text, { raw: true });
      await file.replace('🐳" B', '🐳🚢" B');
      await file.replace('# 🐳', '# 🚢');
      await file.type('EMOJI', '_X');
      expect(file.text()).toBe(['FROM alpine:3.23', '# 🚢🐳', 'ENV EMOJI_X="🐳🚢" B=1', 'ADD a b', ''].join(eol));
      const [found, ...more] = await file.diagnostics();
      expect(more).toEqual([]);
      expect(found?.range).toEqual({ start: { line: 3, character: 0 }, end: { line: 3, character: 3 } });
    });
  });
  test('what is marked behind an astral character', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nENV A="🐳" DB_PASSWORD="hunter2hunter2"\n');
      const [found] = await file.diagnostics();
      const at = file.positionOf('DB_PASSWORD');
      expect(found?.code).toBe('dockerfile/secret-in-arg-or-env');
      expect(found?.range.start).toEqual(at);
    });
  });
});

describe('bad input is answered', () => {
  test.each([
    ['a half-typed line', 'FROM alpine:3.23\nRU\n'],
    ['an open heredoc', 'FROM alpine:3.23\nRUN <<EOF\necho\n'],
    ['NUL bytes alone', '\0\0\0'],
    ['nothing', ''],
    ['comments alone', '# one\n# two\n'],
    ['lines that end with a lone CR', 'FROM alpine:3.23\rRUN true\r'],
    ['half a character', 'FROM alpine:3.23\nRUN echo \ud83d\nADD a b\n'],
    ['5 MB', `FROM alpine:3.23\n${'RUN echo 0123456789012345678901234567890123456789\n'.repeat(100_000)}ADD a b\n`],
  ])('%s, with a finding', async (_name, text) => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', text, { raw: true });
      expect((await file.diagnostics()).length).toBeGreaterThan(0);
      expect(editor.log).toEqual([]);
    });
  });
  test('a NUL byte in a command leaves the lines behind it as they are', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nRUN a\0b\nADD a b\n', { raw: true });
      expect((await file.diagnostics()).map(({ range }) => range.start)).toContainEqual({ line: 2, character: 0 });
    });
  });
  test('a byte order mark shifts nothing', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', '\uFEFFFROM alpine:3.23\r\nADD a b\r\n', { raw: true });
      const found = await file.diagnostics();
      expect(found.map(({ range }) => range)).toEqual([
        { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
      ]);
    });
  });
  test('broken YAML, with a place', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('compose.yaml', 'services:\n  web: {image: a:1\n  - x\n');
      const errors = (await file.diagnostics()).filter(({ severity }) => severity === 1);
      expect(errors.map(({ range }) => range.start.line)).toContain(2);
    });
  });
  test.each([
    ['Dockerfile', `FROM alpine:3.23\n${'RUN echo "some words to fill the line" && true\n'.repeat(110_000)}`],
    ['Containerfile', `FROM alpine:3.23\nENV ${'A$A '.repeat(1_250_000)}`],
    ['compose.yaml', `services:\n${'  web:\n    image: a:1\n    # words to fill the line\n'.repeat(100_000)}`],
  ])('a %s of 5 MB', { timeout: 120_000 }, async (name, text) => {
    expect(text.length).toBeGreaterThan(5_000_000);
    await withServer({ settings }, async (editor) => {
      const file = await editor.open(name, text, { raw: true });
      expect((await file.diagnostics()).length).toBeLessThanOrEqual(1001);
      expect(await file.request('hover', { position: { line: 0, character: 1 } })).toBeTruthy();
      expect(await file.request('completion', { position: { line: 110_000, character: 0 } })).toBeTruthy();
      expect(editor.process.exitCode).toBeNull();
    });
  });
});

describe('the language of a file', () => {
  test.each([
    ['compose.yaml', 'yaml', true],
    ['stack.yaml', 'docker-compose', true],
    ['values.yaml', 'yaml', false],
    ['Containerfile', 'plaintext', true],
    ['dockerfile.py', 'python', false],
  ])('%s as %s: %s', async (name, languageId, ours) => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open(name, 'nonsense: [\n', { languageId });
      expect((await file.diagnostics()).length > 0).toBe(ours);
      expect(await file.request('hover', { position: { line: 0, character: 0 } })).toBeNull();
      expect(editor.log).toEqual([]);
    });
  });
  test('Dockerfile.dockerignore is an ignore file, and no Dockerfile', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile.dockerignore', 'RUN x\nRUN x\n', { languageId: 'plaintext' });
      expect((await file.diagnostics()).map(({ code }) => code)).toContain('dockerignore/duplicate-pattern');
    });
  });
});
