/**
 * How much a folder or file of the host gives away. `control`: writing there is as good as being root. `private`: what
 * is in it is nobody's business. `setting`: harmless to read, but a container should not change it.
 */
export type HostPathGrade = 'control' | 'private' | 'setting';

/** Judges by whole path segments and by depth, so that `/usrdata` and `/var/lib/mysql` are no system folders. */
export function gradeHostPath(source: string): HostPathGrade | undefined {
  const path = normalise(source);
  if (path === undefined) return undefined;
  if (matches(path, settings)) return 'setting';
  if (matches(path, control)) return 'control';
  if (matches(path, secrets)) return 'private';
  return path.startsWith('/etc/') ? 'setting' : undefined;
}

function normalise(source: string): string | undefined {
  if (!/^[/~]/.test(source)) return undefined;
  const parts: string[] = [];
  for (const part of source.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return source.startsWith('~') ? parts.join('/') : `/${parts.join('/')}`;
}

function matches(path: string, patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => pattern.test(path));
}

/** Files that images often want to see, and that say nothing of worth. */
const settings = [
  /^\/etc\/(localtime|timezone|hostname|hosts|resolv\.conf|os-release|lsb-release|machine-id|mime\.types)$/,
  /^\/etc\/(ssl\/certs|pki\/tls\/certs|pki\/ca-trust|ca-certificates)(\/|$)/,
  /^\/usr\/share\/(zoneinfo|ca-certificates)(\/|$)/,
  /^\/usr\/local\/share\/ca-certificates(\/|$)/,
  /^\/(var\/)?lib\/dbus\/machine-id$/,
  /^\/sys\/fs\/cgroup(\/|$)/,
  /^\/lib\/modules$/,
  /^\/usr\/(src|lib\/modules)(\/|$)/,
  /^\/var\/log(\/|$)/,
];

const control = [
  /^\/$/,
  /^\/(bin|sbin|boot|dev|proc|sys|root|lib|lib32|lib64|usr|var|etc)$/,
  /^\/(bin|sbin|boot|lib|lib32|lib64)\//,
  /^\/usr\/(local\/)?(bin|sbin|lib|lib32|lib64|libexec)(\/|$)/,
  /^\/usr\/local$/,
  /^\/etc\/(passwd|shadow|group|gshadow|sudoers|crontab|fstab|ld\.so\.preload|ld\.so\.conf|profile|rc\.local)$/,
  /^\/etc\/(sudoers\.d|cron\.[a-z]+|systemd|init\.d|rc\d?\.d|pam\.d|ssh|profile\.d|ld\.so\.conf\.d|docker|kubernetes|modprobe\.d|security|udev)(\/|$)/,
  /^\/dev\/(sd[a-z]\d*|nvme\d.*|vd[a-z]\d*|mem|kmem|port|mapper)(\/|$)/,
  /^\/proc\/(sys|sysrq-trigger|1)(\/|$)/,
  /^\/sys\/(kernel|firmware)(\/|$)/,
  /^\/var\/lib$/,
  /^\/var\/lib\/(docker|containerd|kubelet|rancher|systemd|etcd|dpkg)(\/|$)/,
  /^\/var\/spool\/(cron|at)(\/|$)/,
  /^\/(var\/)?run\/(systemd|dbus|containerd|docker)(\/|$)/,
];

const secrets = [
  /^(~|\/home|\/Users)$/,
  /^\/(home|Users)\/[^/]+$/,
  /^(~|\/root|\/(home|Users)\/[^/]+)\/\.(ssh|gnupg|aws|azure|kube|docker|config|netrc|npmrc|pypirc|git-credentials|vault-token|password-store)(\/|$)/,
];
