import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { message } from '#core';
import { exitCodes, type CliIo } from '../io.ts';

/**
 * Becomes the language server by loading the bundle beside this one, which reads `--stdio` from the same arguments.
 * The command line knows nothing else of the server.
 */
export async function runLsp(args: readonly string[], io: CliIo): Promise<number> {
  const transports = ['--stdio', '--node-ipc', '--socket=', '--pipe='];
  if (!args.some((arg) => transports.some((transport) => arg.startsWith(transport)))) process.argv.push('--stdio');
  const server = findServer();
  if (server === undefined) {
    io.stderr(`${io.translate(message('The language server is not built. Run `npm run build` first.'))}\n`);
    return exitCodes.trouble;
  }
  await import(pathToFileURL(server).href);
  return exitCodes.ok;
}

function findServer(): string | undefined {
  // The program may be started through a link, as npm makes one for `bin`.
  const folder = path.dirname(realpathSync(process.argv[1] ?? '.'));
  const places = [path.join(folder, 'server.mjs'), path.join(folder, '../../dist/server.mjs')];
  return places.find((place) => existsSync(place));
}
