#!/usr/bin/env node
import { message } from '#core';
import { exitCodes, type CliIo } from './io.ts';
import { createNodeIo } from './node-io.ts';
import { runCli } from './run.ts';

/** `drydock …`: everything the process does is here; what commands do is in `run.ts`. */
async function main(args: readonly string[]): Promise<void> {
  const io = await createNodeIo(args);
  // Not `process.exit`: output that is still on its way to a pipe would be cut off.
  process.exitCode = await runCli(args, io).catch((error: unknown) => stumble(error, io));
}

function stumble(error: unknown, io: CliIo): number {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr(`${io.translate(message('Drydock stumbled over itself. Please report this:'))}\n${detail}\n`);
  return exitCodes.trouble;
}

void main(process.argv.slice(2));
