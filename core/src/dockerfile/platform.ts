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

/** True for `os`, `arch`, `os/arch` and `os/arch/variant` as containerd reads them. */
export function isPlatform(text: string): boolean {
  const parts = text.split('/');
  if (parts.length > 3 || text.includes('*')) return false;
  const isWord = (part: string): boolean => /^[A-Za-z0-9_.-]+$/.test(part);
  const [first = '', ...others] = parts;
  const os = first.replace(/\([^()]*\)(?:\+[A-Za-z0-9_.-]+)?$|\([^()]*\)$/, '');
  if (!isWord(os) || !others.every(isWord)) return false;
  if (others.length > 0) return true;
  const name = os.toLowerCase();
  return systems.has(name === 'macos' ? 'darwin' : name) || architectures.has(name);
}
