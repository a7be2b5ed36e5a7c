import { parseCompose, type Shape, type SpecKey } from '#core';
import { specMaps } from '#core/compose/spec.data.ts';
import { beforeAll, expect, test } from 'vitest';
import { askCompose, composeVersion, mapSome } from './compose-verdict.ts';

/** One text that gives one key one value, in JSON, which is YAML too. */
interface Probe {
  readonly path: string;
  readonly text: string;
}

/** Values of every type; `RAW:` ones are written without quotes. */
const values = [
  'RAW:true',
  'true',
  'maybe',
  'RAW:1',
  'RAW:1.5',
  '1',
  '1.5',
  '10m',
  '-1',
  'RAW:null',
  'RAW:[]',
  'RAW:["x"]',
  'RAW:{}',
];

/** Keys without which Compose refuses the mapping, whatever the key in question says. */
const company: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  service: { image: 'a' },
  dependency: { condition: 'service_started' },
  device: { source: '/dev/null', target: '/dev/x' },
  env_file: { path: 'x', required: false },
  extends: { service: 'b' },
  mount: { type: 'bind', source: '/x', target: '/x' },
  port: { target: 80 },
  provider: { type: 'x' },
  hook: { command: 'x' },
  watch: { path: '.', action: 'sync', target: '/x' },
  reserved_device: { capabilities: ['gpu'] },
  ulimit: { hard: 2, soft: 1 },
  model: { model: 'x' },
  secret: { file: './x' },
  config: { file: './x' },
  ref: { source: 's' },
};

/** What one key says of others (names, files, several values) is the matter of the samples, not of the types. */
const beyondTypes =
  /\.(extends|include|env_file|label_file|network_mode|networks|volumes_from|links|depends_on|secrets|configs|models|profiles|external|file|environment|content|driver_opts|driver|labels|container_name|scale|replicas|build|provider|pid|ipc|uts|image|credential_spec|host_ip|target|source|type|action|count|device_ids)\b|^include/;

beforeAll(async () => {
  expect(await composeVersion()).toMatch(/^v?\d+\.\d+/);
});

test('each key takes the types that Compose takes', async () => {
  const all = probesOf();
  const step = process.env['TRUTH_ALL'] === '1' ? 1 : Math.max(1, Math.floor(all.length / 150));
  const probes = all.filter((_, at) => at % step === 0);
  const different = await mapSome(probes, async ({ path, text }) => {
    const ours = parseCompose(text).problems.length > 0 ? 'refused' : 'accepted';
    const verdict = await askCompose(text);
    return verdict.outcome === ours
      ? []
      : [`${path}: Compose ${verdict.outcome}, we ${ours} (${verdict.said.slice(0, 160)})`];
  });
  console.log(`compose types: ${probes.length - different.flat().length} of ${probes.length} agree`);
  expect(different.flat()).toEqual([]);
}, 1_800_000);

function probesOf(): Probe[] {
  const probes: Probe[] = [];
  const visit = (map: string, path: string, wrap: (inner: unknown) => unknown): void => {
    if (path.split('.').length > 7) return;
    for (const key of specMaps[map]?.keys ?? []) {
      const here = path === '' ? key.name : `${path}.${key.name}`;
      const put = (value: unknown): unknown => wrap({ ...company[map], [key.name]: value });
      if (!beyondTypes.test(`.${here}`)) {
        for (const value of values) probes.push({ path: `${here} = ${value}`, text: write(put(read(value))) });
      }
      for (const { shape, put: inside } of insides(key, put)) visit(shape, here, inside);
    }
  };
  visit('service', 'services.a', (inner) => ({ services: { a: inner } }));
  for (const [section, map] of [
    ['networks', 'network'],
    ['volumes', 'volume'],
    ['models', 'model'],
  ] as const) {
    visit(map, `${section}.x`, (inner) => ({ services: { a: { image: 'a' } }, [section]: { x: inner } }));
  }
  return probes;
}

function insides(key: SpecKey, put: (value: unknown) => unknown) {
  const reach = (
    shape: Shape,
    wrap: (value: unknown) => unknown,
  ): { shape: string; put: (value: unknown) => unknown }[] => {
    if (shape.kind === 'known') return [{ shape: shape.map, put: (value) => put(wrap(value)) }];
    if (shape.kind === 'list') return shape.items.flatMap((item) => reach(item, (value) => wrap([value])));
    if (shape.kind === 'named') return shape.values.flatMap((item) => reach(item, (value) => wrap({ default: value })));
    return [];
  };
  return key.shapes.flatMap((shape) => reach(shape, (value) => value));
}

function read(value: string): unknown {
  return value.startsWith('RAW:') ? (JSON.parse(value.slice(4)) as unknown) : value;
}

function write(file: unknown): string {
  return `${JSON.stringify(file)}\n`;
}
