import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOrFail } from '../machine/run.ts';

/** A small shop of containers, so that every view has something to show. It lives in the suite's own engine and ends with it. */
const shop = (port: number): string => `
name: shop
services:
  web:
    image: busybox:local
    command: ["sh", "-c", "while true; do echo \\"$$(date) GET / 200\\"; sleep 1; done"]
    ports: ["127.0.0.1:${port}:80"]
    networks: [front]
    stop_grace_period: 1s
  db:
    image: busybox:local
    command: ["sleep", "3600"]
    volumes: ["data:/data"]
    networks: [front]
    stop_grace_period: 1s
    healthcheck:
      test: ["CMD", "true"]
      interval: 1s
volumes:
  data: {}
networks:
  front: {}
`;

export async function prepareObjects(env: NodeJS.ProcessEnv): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'drydock-shop-'));
  try {
    await writeFile(join(folder, 'compose.yaml'), shop(await findPort(18_080)));
    await runOrFail('docker', ['compose', 'up', '--detach', '--wait'], { cwd: folder, env, timeout: 120_000 });
    await runOrFail('docker', ['run', '--detach', '--name', 'lonely', 'busybox:local', 'sleep', '3600'], { env });
    await runOrFail('docker', ['create', '--name', 'resting', 'busybox:local', 'true'], { env });
    await runOrFail('docker', ['tag', 'busybox:local', 'registry.example:5000/team/tool:1.4'], { env });
    await runOrFail('docker', ['volume', 'create', 'notes'], { env });
    await runOrFail('docker', ['network', 'create', 'quiet'], { env });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** This port of the loopback address, or another one when somebody has it already. */
function findPort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => (wanted === 0 ? reject(error) : resolve(findPort(0))));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
