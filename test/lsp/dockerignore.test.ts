import type { CodeAction } from 'vscode-languageserver/node';
import { describe, expect, test } from 'vitest';
import type { EditorDocument } from '#test/kit/lsp-document.ts';
import { dedent } from '#test/kit/marks.ts';
import { withServer } from '#test/kit/lsp-client.ts';

const off = ['healthcheck-missing', 'missing-user', 'exec-form-recommended', 'last-user-root'];
const settings = { rules: Object.fromEntries(off.map((key) => [`dockerfile/${key}`, 'off'])) };

const files = {
  Dockerfile: 'FROM alpine:3.23\nCOPY src /src\n',
  '.dockerignore': '# stays out\n*.md\n!README.md\n',
  'README.md': '# Us\n',
  'notes.md': 'x'.repeat(2500),
  'src/main.js': 'run();\n',
  'src/deep/old.js': '',
  'package.json': '{}',
};

/** Context is read in the background, so what is drawn comes a moment later. */
async function eventually(file: EditorDocument, drawing: string): Promise<void> {
  await expect.poll(() => file.drawn(), { timeout: 15_000 }).toBe(dedent(drawing));
}

describe('a Dockerfile knows its context', () => {
  test('what the ignore file leaves out is marked at once, and what is missing as soon as the files are known', async () => {
    await withServer({ files, settings }, async (editor) => {
      const file = await editor.open(
        'Dockerfile',
        'FROM alpine:3.23\nCOPY notes.md README.md src /srv/\nCOPY srv /x\n',
      );
      await eventually(
        file,
        `
          FROM alpine:3.23
          COPY notes.md README.md src /srv/
               ^^^^^^^^ \`notes.md\` does not reach the build: line 2 of \`.dockerignore\` excludes it with \`*.md\`.
          COPY srv /x
               ^^^ There is no \`srv\` in the build context.
        `,
      );
      expect(editor.log).toEqual([]);
    });
  });
  test('what is typed into the ignore file counts before it is saved', async () => {
    await withServer({ files, settings }, async (editor) => {
      const file = await editor.open('Dockerfile');
      await eventually(file, files.Dockerfile);
      const ignore = await editor.open('.dockerignore');
      await ignore.type('!README.md\n', 'src\n');
      await eventually(
        file,
        `
          FROM alpine:3.23
          COPY src /src
               ^^^ \`src\` does not reach the build: line 4 of \`.dockerignore\` excludes it with \`src\`.
        `,
      );
      await expect.poll(() => editor.asked).toContain('workspace/diagnostic/refresh');
    });
  });
  test('its own ignore file beats the one of the context, which may lie above', async () => {
    const tree = { ...files, 'docker/api.Dockerfile': '', 'docker/api.Dockerfile.dockerignore': 'src/deep\n' };
    await withServer({ files: tree, settings }, async (editor) => {
      const file = await editor.open(
        'docker/api.Dockerfile',
        'FROM alpine:3.23\nCOPY notes.md src/deep/old.js /srv/\n',
      );
      await eventually(
        file,
        `
          FROM alpine:3.23
          COPY notes.md src/deep/old.js /srv/
                        ^^^^^^^^^^^^^^^ \`src/deep/old.js\` does not reach the build: line 1 of \`api.Dockerfile.dockerignore\` excludes it with \`src/deep\`.
        `,
      );
    });
  });
  test('a copy of everything names what goes along, and the ignore file is made on request', async () => {
    const tree = { 'a.js': '', '.env': 'KEY=1', '.git/HEAD': '' };
    await withServer({ files: tree, settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nCOPY . /srv\n');
      await eventually(
        file,
        `
          FROM alpine:3.23
          COPY . /srv
               ^ This copies \`.git\`, \`.env\` too: nothing in \`.dockerignore\` excludes them.
        `,
      );
      const actions = await file.actions('. /srv');
      const title = 'Write `.git`, `.env` into `.dockerignore`';
      const changes = actions.find((action) => action.title === title)?.edit?.documentChanges ?? [];
      expect(changes).toEqual([
        { kind: 'create', uri: editor.uri('.dockerignore'), options: { ignoreIfExists: true } },
        {
          textDocument: { uri: editor.uri('.dockerignore'), version: null },
          edits: [{ range: rangeAt(0, 0), newText: '.git\n.env\n' }],
        },
      ]);
    });
  });
  test('a source that is left out is taken back in the ignore file', async () => {
    await withServer({ files, settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nCOPY notes.md /srv/\n');
      const actions = await file.actions('notes.md');
      expect(newTextOf(actions, 'Write `!notes.md` into `.dockerignore`')).toEqual(['!notes.md\n']);
    });
  });
});

describe('paths are completed', () => {
  test('folders first, without what is left out', async () => {
    await withServer({ files }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nCOPY |\n');
      const labels = (await file.completions()).filter(({ kind }) => kind === 17).map(({ label }) => label);
      expect(labels).toEqual(['src/', '.dockerignore', 'Dockerfile', 'README.md', 'package.json']);
      expect(await file.accept('src/')).toBe('FROM alpine:3.23\nCOPY src/\n');
    });
  });
  test('within folders, in JSON form and behind flags', async () => {
    await withServer({ files }, async (editor) => {
      const json = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD --link ["./src/de|", "/x"]\n');
      expect(await json.accept('deep/')).toBe('FROM alpine:3.23\nADD --link ["./src/deep/", "/x"]\n');
      const second = await editor.open('b.Dockerfile', 'FROM alpine:3.23\nCOPY package.json src/ma| /srv/\n');
      expect(await second.accept('main.js')).toBe('FROM alpine:3.23\nCOPY package.json src/main.js /srv/\n');
    });
  });
  test('nothing of the context behind --from', async () => {
    await withServer({ files }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23 AS a\nFROM a\nCOPY --from=a |\n');
      expect((await file.completions()).filter(({ kind }) => kind === 17)).toEqual([]);
    });
  });
  test('in an ignore file, with what the kind of project calls for', async () => {
    await withServer({ files }, async (editor) => {
      const file = await editor.open('.dockerignore', '*.md\n|\n');
      const labels = (await file.completions()).map(({ label }) => label);
      expect(labels.slice(0, 3)).toEqual(['src/', '.dockerignore', 'Dockerfile']);
      expect(labels).toContain('**/node_modules');
      expect(labels).toContain('.git');
      expect(labels).not.toContain('**/__pycache__');
      const negated = await editor.open('b.dockerignore', '*\n!src/d|\n');
      expect(await negated.accept('deep/')).toBe('*\n!src/deep/\n');
    });
  });
});

describe('hover', () => {
  test('a source tells what it copies and what is left out', async () => {
    await withServer({ files }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nCOPY *.md /srv/\nCOPY src/ /srv/\n');
      expect(await file.hover('*.md')).toBe(
        '`*.md` copies 1 file, 5 B.\n\n```text\nREADME.md\n```\n\n`.dockerignore` leaves out 1 more, 2.5 kB.\n\n```text\nnotes.md\n```',
      );
      expect(await file.hover('src/')).toBe(
        '`src/` copies 2 files, 7 B.\n\n```text\nsrc/main.js\nsrc/deep/old.js\n```',
      );
    });
  });
  test('a pattern tells what it excludes, in French too', async () => {
    await withServer({ files, locale: 'fr' }, async (editor) => {
      const file = await editor.open('.dockerignore');
      expect(await file.hover('*.md')).toBe(
        'Exclut 1 fichier, 2.5 kB.\n\n```text\nnotes.md\n```\n\nAvec le fichier entier, une construction peut recevoir 6 fichiers, 73 B.',
      );
      expect(await file.hover('!README.md')).toContain('Reprend 1 fichier, 5 B.');
    });
  });
});

describe('an ignore file', () => {
  test('is judged line by line', async () => {
    await withServer({ files: { ...files, '.env': 'A=1' } }, async (editor) => {
      const file = await editor.open('.dockerignore', '*.md\n./*.md\n[a\nsource\n!src\n');
      await eventually(
        file,
        `
          *.md
          ^^^^ Nothing here excludes \`.env\`.
          ./*.md
          ^^^^^^ Line 1 says the same.
          [a
          ^^ A \`[\` is never closed. Write \`\\[\` for the character itself.
          source
          ^^^^^^ Nothing in the build context is called this.
          !src
          ^^^^ Nothing in the build context is taken back by this.
        `,
      );
      const fix = (await file.actions('*.md')).find(({ title }) => title.startsWith('Exclude `.env`'));
      expect(file.apply(fix?.edit)).toBe('*.md\n./*.md\n[a\nsource\n!src\n.env\n');
      expect(editor.log).toEqual([]);
    });
  });
  test('can silence a rule with a comment', async () => {
    await withServer({ files }, async (editor) => {
      const silenced = '*.md\n# drydock ignore=dockerignore/duplicate-pattern reason=why\n  *.md\n';
      const file = await editor.open('.dockerignore', '*.md\n  *.md\n');
      await eventually(file, '*.md\n  *.md\n  ^^^^ Line 1 says the same.\n');
      const action = (await file.actions('  *.md')).find(({ title }) => title.startsWith('Silence'));
      expect(file.apply(action?.edit)).toBe(silenced.replace('reason=why', 'reason='));
      await eventually(await editor.open('b.dockerignore', silenced), silenced);
    });
  });
  test('of git is none of ours', async () => {
    await withServer({ files: {} }, async (editor) => {
      const file = await editor.open('.gitignore', 'a\na\n', { languageId: 'ignore' });
      expect(await file.diagnostics()).toEqual([]);
    });
  });
});

function rangeAt(line: number, character: number) {
  return { start: { line, character }, end: { line, character } };
}

function newTextOf(actions: readonly CodeAction[], title: string): string[] {
  const edit = actions.find((action) => action.title === title)?.edit;
  return (edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits.flatMap((each) => ('newText' in each ? [each.newText] : [])) : [],
  );
}
