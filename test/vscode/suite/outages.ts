import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { DrydockApi } from '../../../client/src/api.ts';
import { connectedDrydock, french, until } from './support.ts';

/** What stands between Drydock and the engine in these tests: it passes bytes on, or misbehaves. */
interface Gate {
  open(onConnection: (socket: Socket) => void): Promise<void>;
  close(): Promise<void>;
}

export function outageTests(): void {
  describe('an engine that is away', () => {
    const folder = mkdtempSync(join(tmpdir(), 'drydock-gate-'));
    const path = join(folder, 'engine.sock');
    const gate = createGate(path);
    let api: DrydockApi;
    const setHost = (host: string | undefined) =>
      vscode.workspace.getConfiguration('drydock').update('engine.host', host, vscode.ConfigurationTarget.Global);
    const become = (state: string) => until(() => api.engine().state === state, `the views say ${state}`, 15_000);

    before(async () => {
      api = await connectedDrydock();
      await gate.open(passOn);
      await setHost(`unix://${path}`);
      await until(
        () => api.engine().name === `unix://${path}` && api.engine().state === 'connected',
        'it is reached through the gate',
      );
    });
    after(async () => {
      await setHost(undefined);
      await gate.close();
      rmSync(folder, { recursive: true, force: true });
      await until(
        () => api.engine().state === 'connected' && !api.engine().name.includes(path),
        'the first engine is back',
      );
    });

    it('empties the views and says why, in the language of the window', async () => {
      await gate.close();
      const start = Date.now();
      await until(() => api.engine().state !== 'connected', 'the views notice');
      // Two seconds are promised. Machines that run tests are slower than people's, so the figure is told and not asserted.
      console.log(`the views noticed a lost engine after ${Date.now() - start} ms`);
      assert.match(api.engine().problem ?? '', french() ? /moteur Docker/ : /Docker engine/);
      assert.deepEqual(
        Object.values(api.views()).map(({ count }) => count),
        [0, 0, 0, 0],
      );
    });

    it('is reached again by itself when it returns', async () => {
      await gate.open(passOn);
      await until(() => api.engine().state === 'connected', 'it is connected again', 15_000);
      assert.ok(api.views().images.count > 0);
    });

    it('that answers HTML is named as no engine', async () => {
      await gate.close();
      await gate.open((socket) => {
        socket.on('error', () => undefined);
        socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>hi</html>');
      });
      await vscode.commands.executeCommand('drydock.engine.refresh');
      await become('protocol');
    });

    it('that was never there is named as absent', async () => {
      await setHost(`unix://${join(folder, 'nobody.sock')}`);
      await become('absent');
      assert.match(api.engine().problem ?? '', /nobody\.sock/);
    });
  });
}

function passOn(socket: Socket): void {
  const host = (process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock').replace(/^unix:\/\//, '');
  const engine = connect(host);
  const end = (): void => {
    engine.destroy();
    socket.destroy();
  };
  for (const side of [engine, socket]) side.on('error', end).on('close', end);
  socket.pipe(engine).pipe(socket);
}

function createGate(path: string): Gate {
  const sockets = new Set<Socket>();
  let server: Server | undefined;
  return {
    open(onConnection) {
      server = createServer((socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
        onConnection(socket);
      });
      const listening = server;
      return new Promise((resolve, reject) => listening.once('error', reject).listen(path, resolve));
    },
    close() {
      for (const socket of sockets) socket.destroy();
      const closing = server;
      server = undefined;
      return new Promise((resolve) => (closing ? closing.close(() => resolve()) : resolve()));
    },
  };
}
