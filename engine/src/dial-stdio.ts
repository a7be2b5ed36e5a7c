import { message } from '#core';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import { EngineError } from './error.ts';
import type { Endpoint, EngineErrorKind } from './model.ts';

/**
 * A connection through `docker system dial-stdio`, which brings the command's own ssh, TLS and context code along:
 * where the command works, this works.
 */
export function dialStdio(endpoint: Endpoint): Duplex {
  const { DOCKER_HOST: _host, DOCKER_CONTEXT: _context, ...env } = process.env;
  const target = endpoint.context === null ? ['--host', endpoint.host] : ['--context', endpoint.context];
  const child = spawn('docker', [...target, 'system', 'dial-stdio'], { env, stdio: 'pipe', windowsHide: true });
  return new ChildSocket(child, endpoint);
}

/** Milliseconds that the command has to end by itself. */
const graceTime = 500;

/** Both ends of a child process as one stream, with the few methods of a socket that Node's HTTP agent calls. */
class ChildSocket extends Duplex {
  readonly #child: ChildProcessWithoutNullStreams;
  #stderr = '';

  constructor(child: ChildProcessWithoutNullStreams, endpoint: Endpoint) {
    // A connection that the other end has closed must not look usable to the pool.
    super({ allowHalfOpen: false });
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) child.stdout.pause();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (this.#stderr.length < 4096) this.#stderr += chunk.toString('utf8');
    });
    // The other end may go at any moment; its exit says why, these only must not be uncaught.
    child.stdin.on('error', () => undefined);
    child.stdout.on('error', () => undefined);
    child.on('error', (error) => this.destroy(spawnError(error, endpoint)));
    child.on('close', (code) => {
      if (code === 0) this.push(null);
      else this.destroy(exitError(this.#stderr, code));
    });
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#child.stdin.write(chunk)) done();
    else this.#child.stdin.once('drain', () => done());
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#child.stdin.end();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    // The end of its input is how the command learns that it is done; to a polite signal it does not always listen.
    this.#child.stdin.destroy();
    this.#child.stdout.destroy();
    this.#child.kill();
    setTimeout(() => this.#child.kill('SIGKILL'), graceTime).unref();
    done(error);
  }

  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  ref(): this {
    this.#child.ref();
    return this;
  }
  unref(): this {
    this.#child.unref();
    return this;
  }
}

function spawnError(error: NodeJS.ErrnoException, endpoint: Endpoint): EngineError {
  const detail =
    error.code === 'ENOENT'
      ? message('The docker command is needed to reach {engine} and was not found.', {
          engine: endpoint.context ?? endpoint.host,
        })
      : error.message;
  return new EngineError('unreachable', detail, { cause: error });
}

function exitError(stderr: string, code: number | null): EngineError {
  const words = stderr.trim();
  return new EngineError(
    kindOf(words),
    words === '' ? message('The docker command ended with status {status}.', { status: `${code}` }) : words,
  );
}

function kindOf(words: string): EngineErrorKind {
  if (/permission denied|host key verification failed|authentication|tls: /i.test(words)) return 'denied';
  if (/context .* not found|no such file or directory/i.test(words)) return 'absent';
  if (/timed? ?out/i.test(words)) return 'timeout';
  return 'unreachable';
}
