import { findSpec, mountsOf, parseCompose, portsOf, referencesOf, typeNames, type ComposeService } from '#core';
import { dedent } from '#test/kit/marks.ts';
import { describe, expect, test } from 'vitest';

function serviceOf(drawing: string): { service: ComposeService; file: ReturnType<typeof parseCompose> } {
  const file = parseCompose(dedent(drawing));
  const [service] = file.services;
  if (!service) throw new Error('no service');
  return { service, file };
}

test('ports, short and long', () => {
  const { service } = serviceOf(`
    services:
      a:
        image: a:1
        ports:
          - 8080:80/udp
          - 81
          - "[::1]:82:82"
          - \${IP}:\${PORT:-83}:83
          - { target: 84, published: "8084", host_ip: 10.0.0.1, mode: host }
  `);
  expect(
    portsOf(service).map(({ hostIp, published, target, protocol }) => [hostIp, published, target, protocol]),
  ).toEqual([
    [null, '8080', '80', 'udp'],
    [null, null, '81', 'tcp'],
    ['::1', '82', '82', 'tcp'],
    [undefined, '83', '83', 'tcp'],
    ['10.0.0.1', '8084', '84', 'tcp'],
  ]);
});

test('mounts, short and long, with volumes followed', () => {
  const { service, file } = serviceOf(`
    services:
      a:
        image: a:1
        volumes:
          - ./src:/app:ro,z
          - data:/data
          - /anonymous
          - \${HOME}/.ssh:/ssh
          - C:\\data:C:\\in:ro
          - host:/host
          - { type: bind, source: /etc, target: /etc, read_only: "yes" }
    volumes:
      data:
      host: { driver_opts: { type: none, o: bind, device: /srv } }
  `);
  expect(mountsOf(service, file).map(({ type, source, target, readOnly }) => [type, source, target, readOnly])).toEqual(
    [
      ['bind', './src', '/app', true],
      ['volume', 'data', '/data', false],
      ['volume', null, '/anonymous', false],
      ['bind', '~/.ssh', '/ssh', false],
      ['bind', 'C:\\data', 'C:\\in', true],
      ['bind', '/srv', '/host', false],
      ['bind', '/etc', '/etc', true],
    ],
  );
});

test('every name that a service uses', () => {
  const { service } = serviceOf(`
    services:
      a:
        image: a:1
        build: { context: ., secrets: [s1] }
        depends_on: { d1: { condition: service_started } }
        links: ["l1:alias"]
        network_mode: service:n1
        networks: { net1: }
        volumes: [v1:/v, ./x:/x, "\${V}:/y", { type: volume, source: v2, target: /z }]
        volumes_from: [f1:ro, container:other]
        secrets: [{ source: s2 }]
        configs: [c1]
  `);
  expect(
    referencesOf(service)
      .map(({ kind, name }) => `${kind} ${name}`)
      .toSorted(),
  ).toEqual([
    'config c1',
    'network net1',
    'secret s1',
    'secret s2',
    'service d1',
    'service f1',
    'service l1',
    'service n1',
    'volume v1',
    'volume v2',
  ]);
});

describe('the specification', () => {
  test('knows keys by path, with any name where the user chooses it', () => {
    expect(findSpec([])?.keys.map(({ name }) => name)).toContain('services');
    expect(findSpec(['services', 'web'])?.keys.length).toBeGreaterThan(80);
    expect(findSpec(['services', '*', 'build'])?.keys.map(({ name }) => name)).toContain('dockerfile');
    expect(findSpec(['services', 'web', 'ports', '0'])?.keys.map(({ name }) => name)).toContain('published');
    expect(findSpec(['services', 'web', 'nonsense'])).toBeUndefined();
  });

  test('tells types, values and meaning', () => {
    const restart = findSpec(['services', 'web', 'restart']);
    expect(restart?.values).toEqual(['no', 'always', 'on-failure', 'unless-stopped']);
    expect(restart?.description?.template).toMatch(/stops/);
    expect(findSpec(['services', 'web', 'privileged'])?.values).toEqual(['true', 'false']);
    expect(typeNames(findSpec(['services', 'web', 'depends_on'])?.shapes ?? [])).toEqual(['list', 'mapping']);
  });
});

test('a file laid over another one may name what is not in it', () => {
  const text = 'services:\n  a:\n    networks: [below]\n    privilegd: true\n';
  expect(parseCompose(text, { partial: true }).problems.map(({ code }) => code)).toEqual(['unknown-key']);
  expect(parseCompose(text).problems.map(({ code }) => code)).toEqual([
    'service-without-image',
    'undefined-network',
    'unknown-key',
  ]);
});

test('names may come from included files', () => {
  const text = 'include: [other.yaml]\nservices:\n  a:\n    image: a:1\n    networks: [there]\n    depends_on: [b]\n';
  expect(parseCompose(text).problems).toEqual([]);
});
