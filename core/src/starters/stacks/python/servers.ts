import { message, type Message } from '../../../text/index.ts';

export function gunicorn(target: string, port: number): readonly string[] {
  return ['gunicorn', '--bind', `0.0.0.0:${port}`, '--worker-tmp-dir', '/dev/shm', '--access-logfile', '-', target];
}

export function uvicorn(target: string, port: number): readonly string[] {
  return ['uvicorn', target, '--host', '0.0.0.0', '--port', String(port)];
}

export const serverMissing = (server: string): Message =>
  message(
    'The development server is used. Add {server} to the dependencies and run this again for one that is made for production.',
    { server },
  );
