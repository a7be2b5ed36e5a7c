/** What no image needs and no image may hold, whatever the stack. */
const common = [
  '.git',
  '.gitignore',
  '.github',
  '.vscode',
  '.idea',
  '.DS_Store',
  '**/.env',
  '**/.env.*',
  '!**/.env.example',
  '**/*.pem',
  '**/*.key',
  '**/id_rsa*',
  '**/id_ed25519*',
  '**/.aws',
  '**/.ssh',
  '.secrets',
  '**/Dockerfile*',
  '**/*.Dockerfile',
  '**/.dockerignore',
  '**/compose*.y*ml',
  '**/docker-compose*.y*ml',
];

/** A `.dockerignore` with the stack's own patterns behind the common ones. */
export function renderIgnore(own: readonly string[]): string {
  return `# Written by Drydock: what stays out of the build.\n${[...common, ...own].join('\n')}\n`;
}

/** The user's file with the lines that it lacks behind its own; the same text when it lacks none. */
export function mergeLines(existing: string, wanted: string): string {
  const have = new Set(existing.split(/\r?\n/).map(keyOf));
  const missing = wanted.split('\n').filter((line) => line !== '' && !line.startsWith('#') && !have.has(keyOf(line)));
  if (missing.length === 0) return existing;
  const eol = existing.includes('\r\n') ? '\r\n' : '\n';
  const gap = existing === '' || existing.endsWith('\n') ? '' : eol;
  return `${existing}${gap}${['# Added by Drydock.', ...missing].join(eol)}${eol}`;
}

/** `.git/` and `/.git` mean `.git`; of a setting only its name counts. */
function keyOf(line: string): string {
  const setting = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1];
  return setting ?? line.trim().replace(/^\//, '').replace(/\/$/, '');
}
