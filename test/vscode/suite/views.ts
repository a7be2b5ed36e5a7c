import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DrydockApi } from '../../../client/src/api.ts';
import {
  connectedDrydock,
  docker,
  findLine,
  french,
  label,
  makeContainer,
  removeLeftovers,
  until,
  untilShown,
} from './support.ts';

export function viewTests(): void {
  describe('the views', () => {
    let api: DrydockApi;
    before(async () => {
      await removeLeftovers();
      api = await connectedDrydock();
    });
    after(removeLeftovers);

    it('show what the real engine has, object for object', async () => {
      const sorted = (names: readonly string[]) => [...names].sort();
      const shown = (view: 'containers' | 'images' | 'volumes' | 'networks') =>
        sorted(api.lines(view).flatMap(({ node }) => node.target?.name ?? []));
      const tagged = (await docker('images', '--format', '{{.Repository}}:{{.Tag}}')).filter(
        (tag) => !tag.includes('<none>'),
      );
      assert.deepEqual(shown('containers'), sorted(await docker('ps', '--all', '--format', '{{.Names}}')));
      assert.deepEqual(
        shown('images').filter((name) => name.includes(':')),
        sorted(tagged),
      );
      assert.deepEqual(shown('volumes'), sorted(await docker('volume', 'ls', '--format', '{{.Name}}')));
      assert.deepEqual(shown('networks'), sorted(await docker('network', 'ls', '--format', '{{.Name}}')));
    });

    it('group containers by their Compose project', async () => {
      const labels = ['com.docker.compose.project=suite-shop', 'com.docker.compose.service=web'];
      await makeContainer(
        api,
        'suite-shop-web-1',
        ...labels.flatMap((text) => ['--label', text]),
        'busybox:local',
        'sleep',
        '3600',
      );
      const project = api
        .lines('containers')
        .find(({ node }) => node.flags[0] === 'project' && node.label === 'suite-shop');
      assert.deepEqual(
        project?.node.children?.map((node) => node.label),
        ['web'],
      );
      assert.ok(project && api.describe(project).startsWith(french() ? '1 sur 1 en marche' : '1 of 1 running'));
    });

    it('follow the engine by its events: what appears, changes and goes is seen without asking', async () => {
      const line = await makeContainer(api, 'suite-follows');
      assert.match(api.describe(line), french() ? /^En marche/ : /^Running/);
      await docker('kill', 'suite-follows');
      await until(() => line.node.flags.includes('stopped'), 'the line says that it stopped');
      assert.match(api.describe(line), french() ? /^Terminé avec le code 137/ : /^Exited with code 137/);
      assert.equal(findLine(api, 'containers', 'suite-follows'), line, 'the line lost its identity');
      await docker('rm', 'suite-follows');
      await until(() => findLine(api, 'containers', 'suite-follows') === undefined, 'the line is gone');
    });

    it('see volumes, networks and tags come and go', async () => {
      await docker('volume', 'create', '--label', label, 'suite-volume');
      await docker('network', 'create', '--label', label, 'suite-network');
      await docker('tag', 'busybox:local', 'suite.example/tool:1');
      await untilShown(api, 'volumes', 'suite-volume');
      await untilShown(api, 'networks', 'suite-network');
      await untilShown(api, 'images', 'suite.example/tool:1');
      await docker('rmi', 'suite.example/tool:1');
      await docker('volume', 'rm', 'suite-volume');
      await docker('network', 'rm', 'suite-network');
      const gone = () =>
        !findLine(api, 'volumes', 'suite-volume') &&
        !findLine(api, 'networks', 'suite-network') &&
        !findLine(api, 'images', 'suite.example/tool:1');
      await until(gone, 'all three are gone');
    });

    it('take names as text, whatever is in them', async () => {
      await docker('network', 'create', '--label', label, 'suite **[x](command:y)** $(trash)');
      const line = await untilShown(api, 'networks', 'suite **[x](command:y)** $(trash)');
      assert.equal(line.node.label, 'suite **[x](command:y)** $(trash)');
      await vscode.commands.executeCommand('drydock.networks.inspect', line);
      assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'drydock-inspect');
    });
  });
}
