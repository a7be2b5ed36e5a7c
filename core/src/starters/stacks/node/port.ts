import { message } from '../../../text/index.ts';
import type { Evidence } from '../../model.ts';
import { lineOf, lineOfKey } from '../../read/lines.ts';
import { findInSources, portFrom, toPort, type FoundPort, type Source } from '../../read/sources.ts';
import { parseJson, tableAt, type Table } from '../../read/manifest.ts';
import { findExposed } from '../../read/procfile.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { NodeFramework } from './frameworks.data.ts';
import { script, type NodeProject } from './project.ts';
import type { StartCommand } from './start.ts';

/** From the surest proof to the weakest: the default beside `PORT`, a number in `listen`, a constant that is listened to. */
const portPatterns: readonly RegExp[] = [
  /\benv(?:\.PORT\b|\[['"]PORT['"]\])[^\n;]{0,40}?(?:\|\||\?\?)\s*['"]?(\d{2,5})\b/,
  /\benv\.PORT\b\s*\?(?![?.])[^:\n;]{0,60}:\s*['"]?(\d{2,5})\b/,
  /\benv\.PORT\b\s*,\s*['"]?(\d{2,5})\b/,
  /\{[^}]*\bPORT\s*=\s*['"]?(\d{2,5})['"]?[^}]*\}\s*=\s*process\.env/,
  // Schemas and readers of settings: zod, joi, envalid, convict, Nest's ConfigService, Strapi's env.
  /\bPORT['"]?\s*:\s*[A-Za-z]\w*\b[^,;{}]{0,160}?\.default\(\s*['"]?(\d{2,5})\b/i,
  /\bPORT\s*:\s*(?:port|num)\(\s*\{[^}]*?\bdefault\s*:\s*(\d{2,5})\b/,
  /\bport['"]?\s*:\s*\{[^{}]*?\bdefault['"]?\s*:\s*(\d{2,5})\b[^{}]*?\benv['"]?\s*:\s*['"]PORT['"]/,
  /\.get(?:OrThrow)?(?:<\w+>)?\(\s*['"](?:app\.|server\.|http\.)?port['"]\s*,\s*['"]?(\d{2,5})\b/i,
  /\benv(?:\.\w+)?\(\s*['"]PORT['"]\s*,\s*['"]?(\d{2,5})\b/,
  /\.listen\(\s*(?:\{[^}]*?\bport:\s*)?['"]?(\d{2,5})\b/,
  /\bserve\(\s*\{[^}]*?\bport:\s*['"]?(\d{2,5})\b/s,
  /[sS]erver\(\s*\{[^{}]*?\bport\s*:\s*['"]?(\d{2,5})\b/,
  /\blisten\s*:\s*\{[^{}]*?\bport\s*:\s*['"]?(\d{2,5})\b/,
  /\.set\(\s*['"]port['"]\s*,\s*['"]?(\d{2,5})\b/i,
  /\b(?:const|let|var)\s+(?:(?:default|server|app|http)_?)?port(?:\s*:\s*\w+)?\s*=\s*['"]?(\d{2,5})\b/i,
];

export async function findNodePort(
  project: NodeProject,
  sources: readonly Source[],
  { framework, start }: { framework: NodeFramework | undefined; start: StartCommand },
): Promise<FoundPort | undefined> {
  const said = fromStart(project, start);
  if (said) return said;
  // What a framework's own command starts takes its port from the environment, not from the code around it.
  const isBuilt = start.isFrameworks && framework?.id !== 'nestjs';
  const inCode = isBuilt ? undefined : portFrom(sources, portPatterns);
  if (inCode) return inCode;
  const written = framework || !isSilent(sources) ? await fromFiles(project) : undefined;
  if (written) return written;
  if (!framework?.port) return undefined;
  const isListening = isBuilt || framework.start !== null;
  return { port: framework.port, evidence: frameworkPort(project, framework, isListening ? 'likely' : 'guess') };
}

function frameworkPort(
  project: NodeProject,
  { id, port }: NodeFramework,
  confidence: Evidence['confidence'],
): Evidence {
  const said = message('{framework} listens on {port} by custom', { framework: id, port: String(port) });
  return evidence('port', { path: project.path, line: 1 }, said, confidence);
}

function fromStart(project: NodeProject, start: StartCommand): FoundPort | undefined {
  const words = ['start:prod', 'start'].map((name) => script(project, name) ?? '').join(' ');
  const flag = /(?:\s-p|--port)[ =]['"]?(?:\$\{?PORT:-)?(\d{2,5})\b/.exec(words)?.[1];
  const port = toPort(start.env['PORT']) ?? toPort(/\bPORT=(\d{2,5})\b/.exec(words)?.[1]) ?? toPort(flag);
  if (port === undefined) return undefined;
  const line = lineOfKey(project.text, 'scripts', 'start');
  return {
    port,
    evidence: evidence(
      'port',
      { path: project.path, line },
      message('the start script names port {port}', { port: String(port) }),
    ),
  };
}

async function fromFiles(project: NodeProject): Promise<FoundPort | undefined> {
  return (await fromSettings(project)) ?? (await fromEnvExample(project)) ?? (await fromDockerfile(project));
}

/** A program that opens no port at all: a number in a file of settings is then not its own. */
function isSilent(sources: readonly Source[]): boolean {
  return !findInSources(sources, [/\.listen\(|createServer\(|[sS]erver\(|\bserve\(|Bun\.serve/]);
}

/** `config/default.json` of node-config and its like. */
async function fromSettings({ survey, folder }: NodeProject): Promise<FoundPort | undefined> {
  for (const name of ['config/production.json', 'config/default.json', 'config.json', 'config/config.json']) {
    const path = join(folder, name);
    const text = (await survey.read(path)) ?? '';
    const settings = parseJson(text);
    if (!settings.ok) continue;
    const at = [['port'], ['PORT'], ['server', 'port'], ['app', 'port'], ['http', 'port']].find((keys) =>
      portAt(settings.value, keys),
    );
    const port = at && portAt(settings.value, at);
    if (!at || port === undefined) continue;
    const said = message('{path} sets PORT to {port}', { path, port: String(port) });
    return { port, evidence: evidence('port', { path, line: lineOfKey(text, ...at) }, said, 'likely') };
  }
  return undefined;
}

function portAt(table: Table, keys: readonly string[]): number | undefined {
  const value = tableAt(table, ...keys.slice(0, -1))[keys.at(-1) ?? ''];
  return typeof value === 'number' || typeof value === 'string' ? toPort(String(value)) : undefined;
}

async function fromDockerfile({ survey, folder }: NodeProject): Promise<FoundPort | undefined> {
  const found = await findExposed(survey, folder, /^\s*FROM\s+[^\n]*\b(?:node|bun)\b/im);
  const port = toPort(found?.port);
  if (!found || port === undefined) return undefined;
  const said = message('{path} exposes {port}', { path: found.path, port: String(port) });
  return { port, evidence: evidence('port', found, said, 'likely') };
}

async function fromEnvExample({ survey, folder }: NodeProject): Promise<FoundPort | undefined> {
  for (const name of ['.env.example', '.env.sample', '.env.template', '.env']) {
    const path = join(folder, name);
    const text = (await survey.read(path)) ?? '';
    const pattern = /^[ \t]*PORT[ \t]*=[ \t]*['"]?(\d{2,5})['"]?[ \t]*$/m;
    const port = toPort(pattern.exec(text)?.[1]);
    if (port === undefined) continue;
    const said = message('{path} sets PORT to {port}', { path, port: String(port) });
    return { port, evidence: evidence('port', { path, line: lineOf(text, pattern) }, said, 'likely') };
  }
  return undefined;
}
