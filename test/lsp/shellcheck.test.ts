import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { pushOnly, withServer, type Editor } from '#test/kit/lsp-client.ts';
import type { EditorDocument } from '#test/kit/lsp-document.ts';
import { dedent } from '#test/kit/marks.ts';
import { hasShellcheck, writeFakeShellcheck } from '#test/kit/shellcheck.ts';

const folder = mkdtempSync(join(tmpdir(), 'drydock-shellcheck-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const off = ['healthcheck-missing', 'missing-user', 'consecutive-runs'];
const settings = { rules: Object.fromEntries(off.map((key) => [`dockerfile/${key}`, 'off'])) };
const text = 'FROM debian:12\nARG dir\nRUN rm -rf $dir\n';

/** Asks until the server has told that there is something new. */
async function afterAnswers(editor: Editor, file: EditorDocument): Promise<string> {
  await file.diagnostics();
  await expect.poll(() => editor.asked.includes('workspace/diagnostic/refresh'), { timeout: 15_000 }).toBe(true);
  return file.drawn();
}

describe('in the editor', () => {
  test('answers arrive behind the first diagnostics, which wait for nothing', async () => {
    await withServer({ settings, programs: writeFakeShellcheck(folder) }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect(await file.drawn()).toBe(text);
      expect(await afterAnswers(editor, file)).toBe(
        dedent(`
          FROM debian:12
          ARG dir
          RUN rm -rf $dir
                     ^^^^ SC2086: Double quote this.
        `),
      );
    });
  });
  test('they are sent to an editor that does not ask', async () => {
    const options = { settings, programs: writeFakeShellcheck(folder), capabilities: pushOnly };
    await withServer(options, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      const found = await editor.pushed(file.uri, (_version, all) => all.length > 0);
      expect(found.map(({ code }) => code)).toEqual(['dockerfile/shellcheck']);
    });
  });
  test('without shellcheck there are none, and nothing is said of it', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect(await afterAnswers(editor, file)).toBe(text);
      expect(editor.log).toEqual([]);
    });
  });
});

describe.runIf(hasShellcheck())('with the real one', () => {
  test('a heredoc, a continuation and a variable of ARG', async () => {
    await withServer({ settings, programs: process.env['PATH'] ?? '' }, async (editor) => {
      const file = await editor.open(
        'Dockerfile',
        'FROM debian:12\nARG name\nRUN <<EOF\nset -e\ndir=$(pwd)\nrm -rf $dir "$name"\nEOF\nRUN true \\\n  # why\n  && cat `ls`\n',
      );
      const drawn = await afterAnswers(editor, file);
      expect(drawn).toMatch(/rm -rf \$dir "\$name"\n {7}\^{4} SC2086/);
      expect(drawn).toMatch(/ {2}&& cat `ls`\n {9}\^{4} SC2/);
      expect(drawn).not.toContain('SC2154');
    });
  });
});
