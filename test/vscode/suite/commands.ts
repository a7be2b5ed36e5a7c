import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DrydockApi } from '../../../client/src/api.ts';
import {
  connectedDrydock,
  docker,
  french,
  label,
  makeContainer,
  removeLeftovers,
  until,
  untilAsync,
  untilShown,
} from './support.ts';

export function commandTests(): void {
  describe('the commands', () => {
    let api: DrydockApi;
    const stateOf = async (name: string) => (await docker('inspect', '--format', '{{.State.Status}}', name))[0];
    before(async () => {
      await removeLeftovers();
      api = await connectedDrydock();
    });
    after(removeLeftovers);

    it('stop, start and restart a container', async () => {
      const line = await makeContainer(api, 'suite-verbs');
      await vscode.commands.executeCommand('drydock.containers.stop', line);
      assert.equal(await stateOf('suite-verbs'), 'exited');
      await until(() => line.node.flags.includes('stopped'), 'the view says that it stopped');
      await vscode.commands.executeCommand('drydock.containers.start', line);
      assert.equal(await stateOf('suite-verbs'), 'running');
      await until(() => line.node.flags.includes('running'), 'the view says that it runs');
      const started = await docker('inspect', '--format', '{{.State.StartedAt}}', 'suite-verbs');
      await vscode.commands.executeCommand('drydock.containers.restart', line);
      assert.notDeepEqual(await docker('inspect', '--format', '{{.State.StartedAt}}', 'suite-verbs'), started);
    });

    it('act on the whole selection, but only if the clicked line is part of it', async () => {
      const [one, two, three] = [
        await makeContainer(api, 'suite-one'),
        await makeContainer(api, 'suite-two'),
        await makeContainer(api, 'suite-three'),
      ];
      await vscode.commands.executeCommand('drydock.containers.stop', three, [one, two]);
      assert.deepEqual(
        [await stateOf('suite-one'), await stateOf('suite-two'), await stateOf('suite-three')],
        ['running', 'running', 'exited'],
      );
      await vscode.commands.executeCommand('drydock.containers.stop', one, [one, two]);
      assert.deepEqual([await stateOf('suite-one'), await stateOf('suite-two')], ['exited', 'exited']);
    });

    it('ask before they destroy, naming the engine and the object; without an answer nothing goes', async () => {
      const line = await makeContainer(api, 'suite-precious');
      // In tests VS Code shows no dialog: it refuses with the dialog's text, which is what we want to read.
      const refused = vscode.commands.executeCommand('drydock.containers.remove', line).then(
        () => '',
        (error: unknown) => String(error),
      );
      const text = await refused;
      assert.match(text, /suite-precious/);
      assert.equal(await stateOf('suite-precious'), 'running');
    });

    it('list what a prune would take and ask again, naming how many', async () => {
      await docker('create', '--label', label, '--name', 'suite-stale', 'busybox:local', 'true');
      await untilShown(api, 'containers', 'suite-stale');
      const pruning = vscode.commands.executeCommand('drydock.containers.prune').then(
        () => 'done',
        (error: unknown) => String(error),
      );
      // Everything in the list is checked; taking it as it is leads to the question, which tests refuse to show.
      let answer = '';
      void pruning.then((text) => (answer = text));
      await untilAsync(
        async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return answer !== '';
        },
        'the question is asked',
        25_000,
      );
      assert.match(answer, french() ? /Supprimer \d+ objets inutilisés/ : /Remove \d+ unused objects/);
      assert.equal(await stateOf('suite-stale'), 'created');
    });

    it('ask which one, when started from the palette', async () => {
      await makeContainer(api, 'suite-asked', '--env', 'A=1', 'busybox:local', 'sleep', '3600');
      const opened: string[] = [];
      const listener = vscode.window.onDidOpenTerminal(({ name }) => opened.push(name));
      let asking = false;
      const ask = (): void => {
        asking = true;
        void vscode.commands.executeCommand('drydock.containers.shell').then(() => (asking = false));
      };
      // A list closes when something else takes the focus, as it may in a window that nobody sits at: then ask again.
      await untilAsync(
        async () => {
          if (!asking && opened.length === 0) ask();
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return opened.length > 0;
        },
        'a shell is open',
        25_000,
      );
      listener.dispose();
      const running = await docker('ps', '--format', '{{.Names}}');
      assert.ok(running.includes(opened[0] ?? ''), `${opened.join()} is none of ${running.join()}`);
    });

    it('show an object as read-only JSON with its secrets covered', async () => {
      const env = ['--env', 'DB_PASSWORD=hunter2', '--env', 'COLOUR=blue'];
      const line = await makeContainer(api, 'suite-secrets', ...env, 'busybox:local', 'sleep', '3600');
      await vscode.commands.executeCommand('drydock.containers.inspect', line);
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.uri.scheme, 'drydock-inspect');
      assert.equal(document?.languageId, 'json');
      const text = document?.getText() ?? '';
      assert.equal((JSON.parse(text) as { Name?: string }).Name, '/suite-secrets');
      assert.ok(text.includes('COLOUR=blue') && text.includes('DB_PASSWORD=•') && !text.includes('hunter2'));
    });

    it('copy names, one a line', async () => {
      const lines = [
        await untilShown(api, 'containers', 'suite-one'),
        await untilShown(api, 'containers', 'suite-two'),
      ];
      await vscode.commands.executeCommand('drydock.containers.copyName', lines[0], lines);
      assert.equal(await vscode.env.clipboard.readText(), 'suite-one\nsuite-two');
    });

    it('open a log and a shell as terminals', async () => {
      const line = await makeContainer(
        api,
        'suite-talks',
        'busybox:local',
        'sh',
        '-c',
        'while true; do echo tick; sleep 1; done',
      );
      const opened: string[] = [];
      const listener = vscode.window.onDidOpenTerminal(({ name }) => opened.push(name));
      await vscode.commands.executeCommand('drydock.containers.logs', line);
      await vscode.commands.executeCommand('drydock.containers.shell', line);
      const expected = [french() ? 'Journal de suite-talks' : 'Log of suite-talks', 'suite-talks'];
      await until(
        () => expected.every((name) => opened.includes(name)),
        `the terminals ${expected.join(' and ')} are open`,
      );
      const shell = vscode.window.terminals.find(({ name }) => name === 'suite-talks');
      const typed = async (): Promise<boolean> => {
        // The shell may not be listening yet; what comes too early is lost.
        shell?.sendText('touch /tmp/typed-by-hand');
        return docker('exec', 'suite-talks', 'ls', '/tmp/typed-by-hand').then(
          () => true,
          () => false,
        );
      };
      await untilAsync(typed, 'what is typed arrives in the container');
      listener.dispose();
      for (const terminal of vscode.window.terminals) terminal.dispose();
    });

    it('do nothing and say so when the object went away meanwhile', async () => {
      const line = await makeContainer(api, 'suite-gone');
      await docker('rm', '--force', 'suite-gone');
      await vscode.commands.executeCommand('drydock.containers.stop', line);
      assert.equal(api.engine().state, 'connected');
    });
  });
}
