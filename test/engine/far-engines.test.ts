import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connectEngine, resolveEndpoint, systemSources } from '#engine';
import { findCommand, runOrFail } from '#scripts/machine/run.ts';
import { baseImage, givenEngines } from '#test/kit/real-engine.ts';

const { host = '', obstacle } = givenEngines()[0] ?? { obstacle: '' };
const reason = host === '' ? obstacle : findCommand('openssl') === undefined ? 'there is no openssl to make keys' : '';
if (reason !== '') console.log(`SKIPPED far engines: ${reason}`);

/** The far side is the real engine behind a TLS server of ours, and behind a stand-in for the ssh program. */
describe.skipIf(reason !== '')('an engine far away', () => {
  const before = { ...process.env };
  let folder: string;
  let server: Server;
  let port: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drydock-far-'));
    await makeKeys(folder);
    const [key, cert, ca] = await Promise.all(
      ['key.pem', 'cert.pem', 'ca.pem'].map((name) => readFile(join(folder, name))),
    );
    server = createServer({ key: key ?? '', cert: cert ?? '', ca: ca ?? '', requestCert: true }, (far) => {
      const near = connect(host.replace('unix://', ''));
      far.on('error', () => near.destroy()).pipe(near);
      near.on('error', () => far.destroy()).pipe(far);
    });
    server.on('tlsClientError', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as { port: number }).port;
  });
  afterEach(() => {
    for (const name of ['DOCKER_HOST', 'DOCKER_TLS_VERIFY', 'DOCKER_CERT_PATH', 'PATH']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const connectHere = () => connectEngine(resolveEndpoint(systemSources('')));

  test('with client certificates, as DOCKER_TLS_VERIFY and DOCKER_CERT_PATH say', async () => {
    Object.assign(process.env, {
      DOCKER_HOST: `tcp://127.0.0.1:${port}`,
      DOCKER_TLS_VERIFY: '1',
      DOCKER_CERT_PATH: folder,
    });
    const engine = await connectHere();
    const { items } = await engine.listImages();
    expect(items.some(({ tags }) => tags.includes(baseImage))).toBe(true);
    engine.close();
  });

  test('a certificate that nobody vouches for is refused, and plain text to a TLS port is no engine', async () => {
    const other = join(folder, 'other');
    await runOrFail('mkdir', ['-p', other]);
    await makeKeys(other);
    const target = `tcp://127.0.0.1:${port}`;
    Object.assign(process.env, { DOCKER_HOST: target, DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: other });
    await expect(connectHere()).rejects.toMatchObject({
      kind: 'denied',
      message: expect.stringContaining('certificate'),
    });
    delete process.env['DOCKER_TLS_VERIFY'];
    await expect(connectHere()).rejects.toMatchObject({ kind: expect.stringMatching(/^(protocol|unreachable)$/) });
  });

  test('through ssh, with the words of ssh when it refuses', async () => {
    const ssh = join(folder, 'ssh');
    process.env['DOCKER_HOST'] = 'ssh://ada@lab.example';
    process.env['PATH'] = `${folder}:${before['PATH']}`;
    const script = async (text: string): Promise<void> => {
      await writeFile(ssh, `#!/bin/sh\n${text}\n`);
      await chmod(ssh, 0o755);
    };
    await script(`echo "$@" > '${folder}/asked'; exec docker --host '${host}' system dial-stdio`);
    const engine = await connectHere();
    expect((await engine.listImages()).items.length).toBeGreaterThan(0);
    engine.close();
    expect(await readFile(join(folder, 'asked'), 'utf8')).toMatch(/lab\.example.*docker system dial-stdio/);
    await script('echo "Host key verification failed." >&2; exit 255');
    await expect(connectHere()).rejects.toMatchObject({
      kind: 'denied',
      message: expect.stringContaining('Host key verification failed'),
    });
  });
});

/** A certificate authority and one certificate for both ends, valid for a day. */
async function makeKeys(folder: string): Promise<void> {
  const openssl = (...args: readonly string[]) => runOrFail('openssl', args, { cwd: folder });
  const short = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  await openssl('req', '-x509', ...short, '-keyout', 'ca-key.pem', '-out', 'ca.pem', '-subj', '/CN=drydock test');
  const extensions = ['-addext', 'subjectAltName=IP:127.0.0.1', '-addext', 'extendedKeyUsage=serverAuth,clientAuth'];
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-subj', '/CN=127.0.0.1'];
  await openssl('req', '-x509', ...short, ...signed, ...extensions, '-keyout', 'key.pem', '-out', 'cert.pem');
}
