import { defaultConfig, lintDocument, parseDocument, rules, type Language } from '#core';
import { DockerfileParser } from 'dockerfile-ast';
import { parseDocument as parseYaml } from 'yaml';
import { longCompose, longDockerfile } from './bench/documents.ts';
import { growthOfAll } from './bench/growth.ts';
import { measureServer } from './bench/language-server.ts';
import { median, timeOf } from './bench/timing.ts';
import { buildAll } from './build.ts';

const sizes = [200, 1_000, 5_000];
const rounds = 7;

/**
 * Figures are ratios of one run, since machines differ and drift: linting against the bare library parse of the same
 * text, and our server against others named with `--peer 'dockerfile:NAME=COMMAND …'` (or `compose:`).
 */
await buildAll();
console.log('\nWhole lint, all rules, as a multiple of the bare library parse of the same text (lower is better)');
for (const size of sizes) {
  console.log(row(`Dockerfile ${size}`, ratioOfLint('dockerfile', longDockerfile(size))));
  console.log(row(`Compose ${size}`, ratioOfLint('compose', longCompose(size))));
}
console.log('\nFour times the input as a multiple of the time (4 is linear, 16 quadratic)');
for (const [name, ratio] of await growthOfAll()) console.log(row(name, ratio));
for (const language of ['dockerfile', 'compose'] as const) await compareServers(language);

function ratioOfLint(language: Language, text: string): number {
  const path = language === 'dockerfile' ? 'Dockerfile' : 'compose.yaml';
  const config = { ...defaultConfig, preset: 'strict' as const };
  const ours = () => lintDocument(parseDocument(language, path, text), { rules, config, today: '2026-01-01' });
  const library = () =>
    language === 'dockerfile'
      ? DockerfileParser.parse(text)
          .getInstructions()
          .map((one) => one.getArguments())
      : parseYaml(text);
  const ratios: number[] = [];
  // In turns, so that a drift of the machine falls on both.
  for (let round = 0; round < rounds; round++) ratios.push(timeOf(ours) / timeOf(library));
  return median(ratios);
}

async function compareServers(language: Language): Promise<void> {
  const servers: [string, string[]][] = [['drydock', ['node', 'dist/server.mjs', '--stdio']], ...peersOf(language)];
  console.log(`\nLanguage servers on a ${language} file: milliseconds, and in brackets the multiple of drydock`);
  const languageId = language === 'dockerfile' ? 'dockerfile' : 'dockercompose';
  for (const size of sizes) {
    const text = language === 'dockerfile' ? longDockerfile(size) : longCompose(size);
    let base: readonly number[] | undefined;
    for (const [name, command] of servers) {
      const { start, open, edits, memory } = await measureServer(command, languageId, text);
      const figures = [start, open, median(edits), memory];
      base ??= figures;
      const cells = figures.map(
        (value, index) => `${value.toFixed(1)} (${(value / (base?.[index] ?? value)).toFixed(2)})`,
      );
      console.log(
        `${`${name} ${size} lines`.padEnd(28)} start ${cells[0]}  open ${cells[1]}  edit ${cells[2]}  MB ${cells[3]}`,
      );
    }
  }
}

function peersOf(language: Language): [string, string[]][] {
  const given = process.argv.flatMap((argument, index) =>
    argument === '--peer' ? [process.argv[index + 1] ?? ''] : [],
  );
  return given.flatMap((peer) => {
    const match = /^(dockerfile|compose):([^=]+)=(.+)$/.exec(peer);
    return match?.[1] === language ? [[match[2] ?? '', (match[3] ?? '').split(' ')] as [string, string[]]] : [];
  });
}

function row(name: string, ratio: number): string {
  return `${name.padEnd(36)} ${ratio.toFixed(2)}`;
}
