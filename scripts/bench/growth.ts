import { interpolate, parseCompose, parseDockerfile } from '#core';
import { demultiplex } from '#engine/demultiplex.ts';
import { median, timeOf } from './timing.ts';

/** Inputs that once made, or easily make, time grow faster than their length; each by its size. */
const inputs: readonly (readonly [name: string, size: number, work: (size: number) => () => unknown])[] = [
  ['Dockerfile: stages from stages', 2_000, (size) => onDockerfile((at) => `FROM s${at} AS s${at + 1}\n`, size)],
  ['Dockerfile: one long RUN', 20_000, (size) => onDockerfile((at) => (at ? '  && true \\\n' : 'RUN true \\\n'), size)],
  [
    'Compose: keys of one mapping',
    20_000,
    (size) => onCompose((at) => `      K${at}: v\n`, size, '    environment:\n'),
  ],
  ['Compose: duplicates of one key', 20_000, (size) => onCompose(() => '    tty: true\n', size)],
  [
    'Compose: a chain of services',
    10_000,
    (size) => onCompose((at) => `  s${at}:\n    depends_on: [s${at + 1}]\n`, size),
  ],
  ['Compose: open braces', 500_000, (size) => fixed(interpolate, '${'.repeat(size))],
];
const rounds = 5;

/** By what four times the input multiplies the time, for each kind of input. */
export async function growthOfAll(): Promise<[name: string, ratio: number][]> {
  const ratios = inputs.map(([name, size, work]): [string, number] => {
    const [part, whole] = [work(size / 4), work(size)];
    part();
    return [name, median(Array.from({ length: rounds }, () => timeOf(whole) / timeOf(part)))];
  });
  return [...ratios, ['Engine: frames of one byte', (await timeOfFrames(100_000)) / (await timeOfFrames(25_000))]];
}

function onDockerfile(line: (at: number) => string, size: number): () => unknown {
  return fixed(parseDockerfile, `FROM scratch AS s0\n${repeat(line, size)}`);
}

function onCompose(line: (at: number) => string, size: number, head = ''): () => unknown {
  return fixed(parseCompose, `services:\n  a:\n    image: a:1\n${head}${repeat(line, size)}`);
}

function fixed(work: (text: string) => unknown, text: string): () => unknown {
  return () => work(text);
}

function repeat(line: (at: number) => string, size: number): string {
  return Array.from({ length: size }, (_, at) => line(at)).join('');
}

async function timeOfFrames(count: number): Promise<number> {
  const frame = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 1, 120);
  const bytes = new Uint8Array(frame.length * count);
  for (let at = 0; at < count; at++) bytes.set(frame, at * frame.length);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    let seen = 0;
    for await (const { data } of demultiplex(once(bytes))) seen += data.length;
    if (seen !== count) throw new Error(`${seen} bytes of ${count} came through`);
    times.push(performance.now() - started);
  }
  return median(times);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
