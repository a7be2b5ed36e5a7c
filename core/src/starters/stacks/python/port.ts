import { message } from '../../../text/index.ts';
import { lineOf } from '../../read/lines.ts';
import { findExposed, type Process } from '../../read/procfile.ts';
import { portFrom, toPort, type FoundPort, type Source } from '../../read/sources.ts';
import { join } from '../../survey.ts';
import { evidence } from '../evidence.ts';
import type { PythonFramework } from './frameworks.data.ts';
import { findPackage, type PythonProject } from './project.ts';

/** The inside of a call, with calls in it, up to a keyword. */
const inside = String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\)){0,200}\)){0,600}?`;

/** From the surest proof to the weakest. */
const portPatterns: readonly RegExp[] = [
  /environ(?:\.get\(|\[)?\s*['"]PORT['"]\s*,\s*['"]?(\d{2,5})/,
  /getenv\(\s*['"]PORT['"]\s*,\s*['"]?(\d{2,5})/,
  // gunicorn.conf.py
  /^bind\s*=\s*['"][\w.[\]:]*:(\d{2,5})['"]/m,
  new RegExp(
    String.raw`(?:\.run|run_app|serve|launch|uvicorn\.run|HTTPServer|TCPServer|WSGIServer|make_server|Server)${inside}\b(?:server_)?port\s*=\s*(?:int\(\s*)?['"]?(\d{2,5})`,
  ),
  /(?:HTTPServer|TCPServer|WSGIServer|make_server)\(\s*\(?\s*['"][\w.]*['"]\s*,\s*(\d{2,5})/,
  /^\s*(?:(?:APP|SERVER|API|HTTP|WEB)_)?PORT\s*(?::\s*int)?\s*=\s*(?:int\(\s*)?(?:Field\(\s*(?:default\s*=\s*)?)?['"]?(\d{2,5})\b/m,
  /^\s+(?:(?:app|server|api|http)_)?port\s*:\s*int\s*=\s*(?:Field\(\s*(?:default\s*=\s*)?)?(\d{2,5})\b/m,
];

interface PortInput {
  readonly framework: PythonFramework | undefined;
  readonly sources: readonly Source[];
  readonly process: Process | undefined;
}

/** The port that a project names, else its framework's own. */
export async function findPythonPort(
  project: PythonProject,
  { framework, sources, process }: PortInput,
): Promise<FoundPort | undefined> {
  if (framework?.id === 'streamlit') return (await fromStreamlit(project)) ?? byCustom(project, framework);
  const written = fromProcess(process) ?? portFrom(sources, portPatterns);
  if (written || !framework) return written;
  return (await fromDockerfile(project)) ?? byCustom(project, framework);
}

function byCustom(project: PythonProject, { id, port, packages }: PythonFramework): FoundPort {
  const said = message('{framework} listens on {port} by custom', { framework: id, port: String(port) });
  const at = findPackage(project, ...packages) ?? { path: join(project.folder, 'manage.py'), line: 1 };
  return { port, evidence: evidence('port', at, said, 'likely') };
}

function fromProcess(process: Process | undefined): FoundPort | undefined {
  if (process?.process !== 'web') return undefined;
  const written = /(?:--port|-p|--bind|-b)[ =]+(?:[\w.]+:)?(\d{2,5})\b/.exec(process.text)?.[1];
  const port = toPort(written);
  if (port === undefined) return undefined;
  const said = message('{path} sets PORT to {port}', { path: process.path, port: String(port) });
  return { port, evidence: evidence('port', process, said) };
}

async function fromStreamlit({ survey, folder }: PythonProject): Promise<FoundPort | undefined> {
  const path = join(folder, '.streamlit/config.toml');
  const text = (await survey.read(path)) ?? '';
  const pattern = /^\[server\][^[]*?^port\s*=\s*(\d{2,5})\b/m;
  const port = toPort(pattern.exec(text)?.[1]);
  if (port === undefined) return undefined;
  const said = message('{path} sets PORT to {port}', { path, port: String(port) });
  return { port, evidence: evidence('port', { path, line: lineOf(text, /^port\s*=/m) }, said) };
}

async function fromDockerfile({ survey, folder }: PythonProject): Promise<FoundPort | undefined> {
  const found = await findExposed(survey, folder, /^\s*FROM\s+[^\n]*\b(?:python|uv|uvicorn-gunicorn\S*)\b/im);
  const port = toPort(found?.port);
  if (!found || port === undefined) return undefined;
  const said = message('{path} exposes {port}', { path: found.path, port: String(port) });
  return { port, evidence: evidence('port', found, said, 'likely') };
}
