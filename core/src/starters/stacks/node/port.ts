import { message } from '../../../text/index.ts';
import type { Evidence } from '../../model.ts';
import { lineOf, lineOfKey } from '../../read/lines.ts';
import { portFrom, toPort, type FoundPort, type Source } from '../../read/sources.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { NodeFramework } from './frameworks.data.ts';
import { script, type NodeProject } from './project.ts';
import type { StartCommand } from './start.ts';

/** From the surest proof to the weakest: the default beside `PORT`, a number in `listen`, a constant that is listened to. */
const portPatterns: readonly RegExp[] = [
  /process\.env(?:\.PORT\b|\[['"]PORT['"]\])[^\n;]{0,40}?(?:\|\||\?\?)\s*['"]?(\d{2,5})\b/,
  /\{[^}]*\bPORT\s*=\s*['"]?(\d{2,5})['"]?[^}]*\}\s*=\s*process\.env/,
  /\.listen\(\s*(?:\{[^}]*?\bport:\s*)?['"]?(\d{2,5})\b/,
  /\bserve\(\s*\{[^}]*?\bport:\s*['"]?(\d{2,5})\b/s,
  /\b(?:const|let|var)\s+port(?:\s*:\s*\w+)?\s*=\s*['"]?(\d{2,5})\b/i,
];

export async function findNodePort(
  project: NodeProject,
  sources: readonly Source[],
  { framework, start }: { framework: NodeFramework | undefined; start: StartCommand },
): Promise<FoundPort | undefined> {
  const said = fromStart(project, start);
  if (said) return said;
  const isBuilt = framework?.id === 'nextjs' || framework?.id === 'nuxt';
  const inCode = isBuilt ? undefined : portFrom(sources, portPatterns);
  if (inCode) return inCode;
  const written = await fromEnvExample(project);
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
  const flag = /(?:\s-p|--port)[ =](\d{2,5})\b/.exec(words)?.[1];
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
