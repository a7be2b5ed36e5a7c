import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pushOnly, withServer, type Editor } from '#test/kit/lsp-client.ts';

const text = 'FROM alpine:3.23\nADD a b\nUSER 1\nHEALTHCHECK NONE\n';
const rule = 'dockerfile/add-instead-of-copy';
/** Its severity in the default preset. */
const usual = 3;

async function severityIn(editor: Editor, name = 'Dockerfile'): Promise<number | undefined> {
  const file = await editor.open(name, text);
  return (await file.diagnostics()).find(({ code }) => code === rule)?.severity;
}

describe('settings', () => {
  test('levels of single rules', async () => {
    await withServer({ settings: { rules: { [rule]: 'error' } } }, async (editor) => {
      expect(await severityIn(editor)).toBe(1);
    });
  });
  test('a preset', async () => {
    await withServer({ settings: { preset: 'cis' } }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nRUN cd /x && make\nMAINTAINER me\nUSER 1\n');
      const codes = (await file.diagnostics()).map(({ code }) => code);
      expect(codes).not.toContain('dockerfile/maintainer-deprecated');
    });
  });
  test('nonsense counts as not set', async () => {
    await withServer({ settings: { preset: 7, rules: { [rule]: 'loud', other: [] } } }, async (editor) => {
      expect(await severityIn(editor)).toBe(usual);
    });
  });
  test('a change is taken over, and the editor is told to ask again', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect((await file.diagnostics()).length).toBeGreaterThan(0);
      await editor.configure({ rules: { [rule]: 'off' } });
      expect((await file.diagnostics()).map(({ code }) => code)).not.toContain(rule);
      expect(editor.asked).toContain('workspace/diagnostic/refresh');
    });
  });
  test('a change is pushed to an editor that does not ask', async () => {
    await withServer({ capabilities: pushOnly }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      await editor.pushed(file.uri, (_version, all) => all.some(({ code }) => code === rule));
      await editor.configure({ rules: { [rule]: 'off' } });
      const after = await editor.pushed(file.uri, (_version, all) => !all.some(({ code }) => code === rule));
      expect(after.map(({ code }) => code)).not.toContain(rule);
    });
  });
  test('an editor that cannot be asked sends them along', async () => {
    await withServer({ capabilities: {} }, async (editor) => {
      const settings = { drydock: { lint: { rules: { [rule]: 'error' } } } };
      await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      const file = await editor.open('Dockerfile', text);
      const found = await editor.pushed(file.uri, (_version, all) => all.length > 0);
      expect(found.find(({ code }) => code === rule)?.severity).toBe(1);
    });
  });
});

describe('configuration files', () => {
  test('drydock.yaml above the file wins over the settings', async () => {
    const files = { 'drydock.yaml': `rules:\n  ${rule}: hint\n` };
    await withServer({ files, settings: { rules: { [rule]: 'error' } } }, async (editor) => {
      expect(await severityIn(editor, 'app/api/Dockerfile')).toBe(4);
    });
  });
  test('its overrides count from its folder', async () => {
    const files = { 'drydock.yaml': `overrides:\n  - files: ["legacy/**"]\n    rules: { ${rule}: "off" }\n` };
    await withServer({ files }, async (editor) => {
      expect(await severityIn(editor, 'legacy/Dockerfile')).toBeUndefined();
      expect(await severityIn(editor, 'new/Dockerfile')).toBe(usual);
    });
  });
  test.skipIf(process.platform === 'win32')('one that cannot be read is told once, and the rest goes on', async () => {
    await withServer({ locale: 'fr' }, async (editor) => {
      // A link to itself is unreadable to everybody, root included.
      const config = join(editor.folder, 'drydock.yaml');
      symlinkSync(config, config);
      expect(await severityIn(editor)).toBe(usual);
      expect(await severityIn(editor, 'Containerfile')).toBe(usual);
      expect(editor.shown).toEqual([`La configuration ${config} est illisible.`]);
    });
  });
  test('a change takes effect at once', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect((await file.diagnostics()).map(({ code }) => code)).toContain(rule);
      await editor.change('drydock.yaml', `rules:\n  ${rule}: off\n`);
      expect((await file.diagnostics()).map(({ code }) => code)).not.toContain(rule);
      await editor.change('drydock.yaml', '');
      expect((await file.diagnostics()).map(({ code }) => code)).toContain(rule);
    });
  });
  test('what is wrong in it is told there', async () => {
    await withServer(
      { files: { 'drydock.yaml': 'rules:\n  dockerfile/add-instead-of-cpy: off\n' } },
      async (editor) => {
        const file = await editor.open('Dockerfile', text);
        await file.diagnostics();
        const [found] = await editor.pushed(editor.uri('drydock.yaml'), (_version, all) => all.length > 0);
        expect(found).toMatchObject({
          code: 'drydock/config-unknown-rule',
          range: { start: { line: 1, character: 2 } },
        });
      },
    );
  });
  test('hadolint is read where there is none', async () => {
    await withServer({ files: { '.hadolint.yaml': 'ignored:\n  - DL3020\n' } }, async (editor) => {
      expect(await severityIn(editor)).toBeUndefined();
    });
  });
  test('the editor is asked to watch them', async () => {
    await withServer({}, async (editor) => {
      await (await editor.open('Dockerfile', text)).diagnostics();
      expect(editor.asked.filter((method) => method === 'client/registerCapability')).toHaveLength(2);
    });
  });
  test('without a watcher, saving reads them again', async () => {
    await withServer({ capabilities: { textDocument: { diagnostic: {} } } }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect((await file.diagnostics()).map(({ code }) => code)).toContain(rule);
      editor.write('drydock.yaml', `rules:\n  ${rule}: off\n`);
      await editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: file.uri } });
      expect((await file.diagnostics()).map(({ code }) => code)).not.toContain(rule);
    });
  });
});

describe('what the engine knows of images', () => {
  const facts = [{ reference: 'acme/base:1', user: 'app', workingDir: '/srv', env: { MODE: 'x' } }];
  test('reaches rules, completion and hover', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM acme/base:1\nWORKDIR /x/$|\n');
      const before = (await file.diagnostics()).map(({ code }) => code);
      expect(before).toContain('dockerfile/missing-user');
      await editor.connection.sendNotification('drydock/imageFacts', facts);
      expect((await file.diagnostics()).map(({ code }) => code)).not.toContain('dockerfile/missing-user');
      expect((await file.completions()).map(({ label }) => label)).toContain('$MODE');
      expect(await file.hover('acme')).toContain('Runs as `app`.');
      expect(editor.asked).toContain('workspace/diagnostic/refresh');
    });
  });
  test('nonsense is left out', async () => {
    await withServer({}, async (editor) => {
      await editor.connection.sendNotification('drydock/imageFacts', [null, 7, {}, { reference: 3 }]);
      const file = await editor.open('Dockerfile', 'FROM |\n');
      expect((await file.completions()).map(({ label }) => label)).toContain('scratch');
      expect(editor.log).toEqual([]);
    });
  });
});
