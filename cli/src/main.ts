import { message } from '#core';
import { exitCodes } from './io.ts';
import { createNodeIo } from './node-io.ts';
import { runCli } from './run.ts';

/** `drydock …`: everything the process does is here; what commands do is in `run.ts`. */
const args = process.argv.slice(2);
const io = createNodeIo(args);

runCli(args, io).then(
  (code) => {
    // Not `process.exit`: output that is still on its way to a pipe would be cut off.
    process.exitCode = code;
  },
  (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.stderr(`${io.translate(message('Drydock stumbled over itself. Please report this:'))}\n${detail}\n`);
    process.exitCode = exitCodes.trouble;
  },
);
