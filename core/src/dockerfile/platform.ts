/** What a program was built for, in the spelling that the engine uses. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
}

const systems: ReadonlySet<string> = new Set(
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris windows zos'.split(
    ' ',
  ),
);
const architectures: ReadonlySet<string> = new Set(
  (
    '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ' +
    'ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm x86_64 x86-64 i386 aarch64 armhf armel'
  ).split(' '),
);
/** Other names of an architecture, and the variant that such a name implies. */
const architectureNames: Readonly<Record<string, readonly [architecture: string, variant?: string]>> = {
  i386: ['386'],
  x86_64: ['amd64'],
  'x86-64': ['amd64'],
  aarch64: ['arm64'],
  armhf: ['arm', 'v7'],
  armel: ['arm', 'v6'],
};

/** Reads `os`, `arch`, `os/arch` and `os/arch/variant` as containerd does; what is left out is a common engine's own. */
export function parsePlatform(text: string): Platform | null {
  const parts = text.split('/');
  if (parts.length > 3 || text.includes('*')) return null;
  const isWord = (part: string): boolean => /^[A-Za-z0-9_.-]+$/.test(part);
  const [first = '', ...others] = parts;
  const system = first.replace(/\([^()]*\)(?:\+[A-Za-z0-9_.-]+)?$|\([^()]*\)$/, '');
  if (!isWord(system) || !others.every(isWord)) return null;
  const os = normaliseSystem(system);
  const [architecture, variant = ''] = others;
  if (architecture !== undefined) return { os, ...normaliseArchitecture(architecture, variant) };
  if (systems.has(os)) return { os, architecture: 'amd64', variant: '' };
  return architectures.has(os) ? { os: 'linux', ...normaliseArchitecture(os, '') } : null;
}

/** True for `os`, `arch`, `os/arch` and `os/arch/variant` as containerd reads them. */
export function isPlatform(text: string): boolean {
  return parsePlatform(text) !== null;
}

function normaliseSystem(os: string): string {
  const lower = os.toLowerCase();
  return lower === 'macos' ? 'darwin' : lower;
}

function normaliseArchitecture(written: string, variant: string): Pick<Platform, 'architecture' | 'variant'> {
  const lower = written.toLowerCase();
  const [architecture, implied] = architectureNames[lower] ?? [lower];
  const own = (implied ?? variant).toLowerCase();
  if (architecture === 'arm64') return { architecture, variant: own === '8' || own === 'v8' ? '' : own };
  if (architecture !== 'arm') return { architecture, variant: own };
  return { architecture, variant: own === '' ? 'v7' : /^\d$/.test(own) ? `v${own}` : own };
}
